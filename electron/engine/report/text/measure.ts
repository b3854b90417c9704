/** The faces of the report. Each is one font file, embedded as a subset. */
export const FACES = ['inter', 'inter-semibold', 'noto-jp', 'noto-jp-bold', 'noto-mono'] as const
export type FaceName = (typeof FACES)[number]

export type Family = 'sans' | 'sans-strong' | 'mono'

/** Faces to try for a code point, in order: Latin shapes from the first, everything Japanese from the second. */
export const FACE_ORDER: Readonly<Record<Family, readonly [FaceName, FaceName]>> = {
  sans: ['inter', 'noto-jp'],
  'sans-strong': ['inter-semibold', 'noto-jp-bold'],
  mono: ['noto-mono', 'noto-jp'],
}

/** What layout asks about fonts. Lengths are thousandths of the font size. */
export interface Measure {
  /** False when the face has no glyph that stands for this code point and for no other. */
  has(face: FaceName, codePoint: number): boolean
  advance(face: FaceName, codePoint: number): number
  /** What to add to the advance of `left` when `right` follows it in the same face. */
  kern(face: FaceName, left: number, right: number): number
}
