import { type BreakGrade, breakGrade } from './kinsoku.ts'
import { type Mark, setMarks } from './marks.ts'
import type { FaceName, Family, Measure } from './measure.ts'

/** A colour as `rrggbb`. */
export type Color = string

/** `size` is in points. `escape` colours what is printed as `\u{…}`, so that it is not taken for text. */
export interface TextStyle {
  readonly family: Family
  readonly size: number
  readonly color: Color
}

export interface Span {
  readonly text: string
  readonly style: TextStyle
}

/** A stretch of one face and style. `x` is counted from the start of the line, in points. */
export interface Run {
  readonly x: number
  readonly face: FaceName
  readonly size: number
  readonly color: Color
  readonly text: string
}

export interface Line {
  readonly runs: readonly Run[]
  /** In points, without spaces at the end. */
  readonly width: number
  /** A space or a line end stood behind it that is not set. */
  readonly space?: boolean
}

export interface LineOptions {
  /** Listings keep every space and may break anywhere. */
  readonly verbatim?: boolean
}

/** Breaks text into lines no wider than `width` points. There is always at least one line. */
export function breakLines(
  spans: readonly Span[],
  width: number,
  measure: Measure,
  options: LineOptions = {},
): Line[] {
  const marks = setMarks(spans, measure)
  const lines: Line[] = []
  let start = 0
  while (start < marks.length) {
    const end = lineEnd(marks, start, width, options.verbatim === true)
    lines.push(toLine(marks, start, end, options.verbatim === true))
    start = end
    if (marks[start - 1]?.text === '\n') {
      if (start === marks.length) lines.push({ runs: [], width: 0 })
      markSpace(lines, start < marks.length)
    } else if (options.verbatim !== true) {
      const kept = start
      while (marks[start]?.text === ' ') start += 1
      markSpace(lines, (start > kept || marks[kept - 1]?.text === ' ') && start < marks.length)
      // A paragraph that ends right behind a full line must not leave an empty one.
      if (marks[start]?.text === '\n' && start + 1 === marks.length) start += 1
    }
  }
  return lines.length === 0 ? [{ runs: [], width: 0 }] : lines
}

/** Notes that the last line and the next one are two words. */
function markSpace(lines: Line[], apart: boolean): void {
  const line = lines.at(-1)
  if (apart && line !== undefined && line.runs.length > 0) lines[lines.length - 1] = { ...line, space: true }
}

/** Index behind the last mark of the line that begins at `start`. */
function lineEnd(marks: readonly Mark[], start: number, width: number, verbatim: boolean): number {
  let used = 0
  let good = -1
  let soft = -1
  for (let index = start; index < marks.length; index += 1) {
    const mark = marks[index]
    if (mark === undefined) break
    if (mark.text === '\n') return index + 1
    if (index > start) {
      const grade = gradeAt(marks, index, verbatim)
      if (grade === 'good') good = index
      if (grade === 'soft') soft = index
    }
    used += mark.width
    // A hundredth of a point forgives the rounding of sums.
    if (used > width + 0.01 && index > start && (verbatim || mark.text !== ' ')) {
      if (good > start) return good
      if (soft > start) return soft
      return index
    }
  }
  return marks.length
}

function gradeAt(marks: readonly Mark[], index: number, verbatim: boolean): BreakGrade {
  if (verbatim) return 'none'
  return breakGrade(marks[index - 2]?.text ?? '', marks[index - 1]?.text ?? '', marks[index]?.text ?? '')
}

function toLine(marks: readonly Mark[], start: number, end: number, verbatim: boolean): Line {
  let last = end
  if (marks[last - 1]?.text === '\n') last -= 1
  while (!verbatim && last > start && marks[last - 1]?.text === ' ') last -= 1
  const runs: Run[] = []
  let x = 0
  let open: { x: number; mark: Mark; text: string } | null = null
  const close = () => {
    if (open === null) return
    const { face, style, color } = open.mark
    runs.push({ x: open.x, face, size: style.size, color, text: open.text })
  }
  for (let index = start; index < last; index += 1) {
    const mark = marks[index]
    if (mark === undefined) break
    if (
      open !== null &&
      open.mark.face === mark.face &&
      open.mark.style === mark.style &&
      open.mark.color === mark.color
    ) {
      open.text += mark.text
    } else {
      close()
      open = { x, mark, text: mark.text }
    }
    x += mark.width
  }
  close()
  return { runs, width: x }
}
