import type PDFDocument from 'pdfkit'
import { AppError } from '../../../../shared/errors.ts'
import { FACES, type FaceName, type Measure } from '../text/measure.ts'
import { decimal } from './decimal.ts'

/** The part of pdfkit's embedded font that is used here; it is not in the package's types. */
interface EmbeddedFont {
  readonly id: string
  readonly font: {
    readonly unitsPerEm: number
    hasGlyphForCodePoint(codePoint: number): boolean
    glyphForCodePoint(codePoint: number): { readonly id: number }
    layout(text: string, features: Readonly<Record<string, boolean>>): ShapedText
  }
  encode(text: string, features: readonly string[]): [readonly string[], readonly { advanceWidth: number }[]]
  ref(): unknown
}

interface ShapedText {
  readonly glyphs: readonly { readonly id: number; readonly advanceWidth: number }[]
  readonly positions: readonly { readonly xAdvance: number }[]
}

interface Glyph {
  /** Four hexadecimal digits, the glyph's number in the embedded subset. */
  readonly code: string
  readonly advance: number
}

interface Face {
  readonly font: EmbeddedFont
  readonly glyphs: Map<number, Glyph>
  readonly kerns: Map<number, number>
  /** Which code point a glyph stands for when text is copied out of the document: the first one that used it. */
  readonly owners: Map<number, number>
  /** What was written last, by text: names, addresses and words of the field come again and again. */
  readonly shown: Map<string, string>
}

/** Measures text and encodes it for the document's content, each code point shaped once. */
export interface PdfFaces extends Measure {
  /** Glyph numbers of the subset and the kerning between them, as the array of the operator TJ holds them. */
  shown(face: FaceName, text: string): string
  /** Name of the font in a page's resources. */
  id(face: FaceName): string
  /** The font's object for a page's resources. */
  ref(face: FaceName): unknown
}

// Shaping one string costs about 50 µs and most strings of a log are new, so text is never shaped as a whole: each
// code point and each pair is shaped once. Digits are tabular, so that times and counts stand below each other, and
// are not kerned. Contextual forms (an arrow for "->") stay off, because a record must be printed as it stands.
const TABULAR = ['tnum']
const PLAIN: readonly string[] = []
const PAIR_FEATURES = { calt: false, liga: false, clig: false }

/** Registers the font files with the document. Throws `internal` when pdfkit no longer offers what is needed. */
export function openFaces(
  doc: InstanceType<typeof PDFDocument>,
  files: Readonly<Record<FaceName, string>>,
): PdfFaces {
  const faces = new Map<FaceName, Face>()
  for (const name of FACES) {
    doc.font(files[name])
    const font = (doc as unknown as { readonly _font?: EmbeddedFont })._font
    if (typeof font?.encode !== 'function' || typeof font.font?.layout !== 'function') {
      throw new AppError('internal', 'This version of pdfkit has no embedded font to measure with.')
    }
    faces.set(name, { font, glyphs: new Map(), kerns: new Map(), owners: new Map(), shown: new Map() })
  }
  const faceOf = (name: FaceName): Face => {
    const face = faces.get(name)
    if (face === undefined) throw new AppError('internal', `No font face named ${name}.`)
    return face
  }
  return {
    has: (name, codePoint) => owns(faceOf(name), codePoint),
    advance: (name, codePoint) => glyphOf(faceOf(name), codePoint).advance,
    kern: (name, left, right) => (isKerned(name) ? kernOf(faceOf(name), left, right) : 0),
    shown: (name, text) => shownText(faceOf(name), isKerned(name), text),
    id: (name) => faceOf(name).font.id,
    ref: (name) => faceOf(name).font.ref(),
  }
}

function isKerned(name: FaceName): boolean {
  return name === 'inter' || name === 'inter-semibold'
}

const SHOWN_KEPT = 8000

function shownText(face: Face, isKerned: boolean, text: string): string {
  const known = face.shown.get(text)
  if (known !== undefined) return known
  let shown = '<'
  let left = -1
  for (let index = 0; index < text.length; index += left > 0xffff ? 2 : 1) {
    const codePoint = text.codePointAt(index) ?? 0
    const kern = isKerned && left !== -1 ? kernOf(face, left, codePoint) : 0
    if (kern !== 0) shown += `>${decimal(-kern)}<`
    shown += glyphOf(face, codePoint).code
    left = codePoint
  }
  shown += '>'
  if (face.shown.size >= SHOWN_KEPT) face.shown.clear()
  face.shown.set(text, shown)
  return shown
}

function owns(face: Face, codePoint: number): boolean {
  if (face.glyphs.has(codePoint)) return true
  if (!face.font.font.hasGlyphForCodePoint(codePoint)) return false
  const { id } = face.font.font.glyphForCodePoint(codePoint)
  if (id === 0) return false
  const owner = face.owners.get(id)
  if (owner === undefined) face.owners.set(id, codePoint)
  return owner === undefined || owner === codePoint
}

function glyphOf(face: Face, codePoint: number): Glyph {
  const known = face.glyphs.get(codePoint)
  if (known !== undefined) return known
  const [codes, positions] = face.font.encode(
    String.fromCodePoint(codePoint),
    isDigit(codePoint) ? TABULAR : PLAIN,
  )
  const glyph = { code: codes.join(''), advance: positions.reduce((sum, at) => sum + at.advanceWidth, 0) }
  face.glyphs.set(codePoint, glyph)
  return glyph
}

function isDigit(codePoint: number): boolean {
  return codePoint >= 0x30 && codePoint <= 0x39
}

function kernOf(face: Face, left: number, right: number): number {
  // Only letters and a few signs are kerned; both are in the basic plane, so the pair fits one number.
  if (left > 0xffff || right > 0xffff || isDigit(left) || isDigit(right)) return 0
  const key = left * 0x10000 + right
  const known = face.kerns.get(key)
  if (known !== undefined) return known
  const { glyphs, positions } = face.font.font.layout(String.fromCodePoint(left, right), PAIR_FEATURES)
  const glyph = glyphs[0]
  const position = positions[0]
  const pair = glyphs.length === 2 && glyph !== undefined && position !== undefined
  const kern = pair ? ((position.xAdvance - glyph.advanceWidth) * 1000) / face.font.font.unitsPerEm : 0
  face.kerns.set(key, kern)
  return kern
}
