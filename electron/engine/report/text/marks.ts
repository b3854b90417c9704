import { escapeOf, isPlain } from './escape.ts'
import type { Color, Span, TextStyle } from './lines.ts'
import { FACE_ORDER, type FaceName, type Family, type Measure } from './measure.ts'

/** One thing that is set and never broken: a character, an escape such as `\u{200b}`, or a line end. */
export interface Mark {
  readonly text: string
  readonly face: FaceName
  readonly style: TextStyle
  readonly color: Color
  /** In points, with the kerning to the next mark. */
  readonly width: number
}

/** Colour of escapes; no other text has it. */
export const ESCAPE_COLOR: Color = '7d5200'

const TAB = 0x09
const LINE_FEED = 0x0a

/** Chooses a face for each code point and measures it. What no face can show becomes an escape, never nothing. */
export function setMarks(spans: readonly Span[], measure: Measure): Mark[] {
  const marks: (Mark & { width: number })[] = []
  for (const { text, style } of spans) {
    let leftFace: FaceName | null = null
    let left = 0
    const perThousand = style.size / 1000
    for (const character of text) {
      const codePoint = character.codePointAt(0) ?? 0
      if (codePoint === LINE_FEED) {
        marks.push({ text: '\n', face: FACE_ORDER[style.family][0], style, color: style.color, width: 0 })
        leftFace = null
        continue
      }
      const face = faceFor(codePoint, style.family, measure)
      if (face === null) {
        marks.push(escapeMark(codePoint, style, measure))
        leftFace = null
        continue
      }
      const kern = leftFace === face ? measure.kern(face, left, codePoint) : 0
      const previous = marks.at(-1)
      if (kern !== 0 && previous !== undefined) previous.width += kern * perThousand
      const width = measure.advance(face, codePoint) * perThousand
      marks.push({ text: character, face, style, color: style.color, width })
      leftFace = face
      left = codePoint
    }
  }
  return marks
}

function faceFor(codePoint: number, family: Family, measure: Measure): FaceName | null {
  if (!isPlain(codePoint)) return null
  const [first, second] = FACE_ORDER[family]
  if (measure.has(first, codePoint)) return first
  return measure.has(second, codePoint) ? second : null
}

function escapeMark(codePoint: number, style: TextStyle, measure: Measure): Mark {
  const text = codePoint === TAB ? '\\t' : escapeOf(codePoint)
  const face = FACE_ORDER[style.family][0]
  let width = 0
  for (const character of text) width += measure.advance(face, character.codePointAt(0) ?? 0)
  return { text, face, style, color: ESCAPE_COLOR, width: (width * style.size) / 1000 }
}
