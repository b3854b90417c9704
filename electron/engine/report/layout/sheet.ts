/** Points per millimetre. */
export const MM = 72 / 25.4

/** A4 portrait with the report's margins, in points from the top left corner. */
export const SHEET = {
  width: 210 * MM,
  height: 297 * MM,
  left: 24 * MM,
  right: 210 * MM - 20 * MM,
  headerTop: 15 * MM,
  bodyTop: 30 * MM,
  bodyBottom: 297 * MM - 22 * MM,
  footerTop: 297 * MM - 16.4 * MM,
} as const

/** Width of the text area in points. */
export const BODY_WIDTH = SHEET.right - SHEET.left
export const BODY_HEIGHT = SHEET.bodyBottom - SHEET.bodyTop

/** Colours of the printed page; every text colour has a contrast of at least 4.5 to 1 on white. */
export const INK = {
  text: '14171a',
  second: '454b52',
  third: '62686f',
  line: 'cfd4d3',
  accent: '17386f',
  fail: '9c2a14',
  mark: 'fff0c2',
  code: 'f4f6f5',
  exhibit: 'f3f6fb',
  white: 'ffffff',
} as const
