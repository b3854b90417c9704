import type { Language } from '../../../../shared/domain/units.ts'
import {
  breakLines,
  type Line,
  type LineOptions,
  type Run,
  type Span,
  type TextStyle,
} from '../text/lines.ts'
import type { Family, Measure } from '../text/measure.ts'
import type { TextItem } from './piece.ts'
import { INK } from './sheet.ts'
import type { StructNode } from './struct-node.ts'

/** What every part of the report needs to set text. */
export interface Setter {
  readonly language: Language
  readonly measure: Measure
  /** Line height of body text as a multiple of its size; Japanese needs more air. */
  readonly leading: number
  lines(spans: readonly Span[], width: number, options?: LineOptions): readonly Line[]
}

/** Lines of cells repeat a lot (names, addresses, words of the field); this many are kept. */
const KEPT_LINES = 20_000

export function makeSetter(language: Language, measure: Measure): Setter {
  const kept = new Map<string, readonly Line[]>()
  return {
    language,
    measure,
    leading: language === 'ja' ? 1.66 : 1.5,
    lines(spans, width, options = {}) {
      const [only] = spans
      if (spans.length !== 1 || only === undefined || only.text.length > 120) {
        return breakLines(spans, width, measure, options)
      }
      const { family, size, color } = only.style
      const key = `${family} ${size} ${color} ${width} ${options.verbatim === true} ${only.text}`
      const known = kept.get(key)
      if (known !== undefined) return known
      const lines = breakLines(spans, width, measure, options)
      if (kept.size >= KEPT_LINES) kept.clear()
      kept.set(key, lines)
      return lines
    },
  }
}

const styles = new Map<string, TextStyle>()

/** A text style; equal styles are one object, so that runs can be joined. */
export function style(size: number, color: string = INK.text, family: Family = 'sans'): TextStyle {
  const key = `${size} ${color} ${family}`
  const known = styles.get(key)
  if (known !== undefined) return known
  const made = { size, color, family }
  styles.set(key, made)
  return made
}

/** Distance from the top of a line to its baseline. Both sans faces sit well with the same share. */
export function baselineOf(lineHeight: number, size: number): number {
  return lineHeight / 2 + size * 0.355
}

/**
 * Items of one line whose top is at `y`. `align` places it within `width`. A line that was broken at a space ends with
 * one, outside its width, so that its last word and the first of the next line stay two when the text is read out.
 */
export function lineItems(
  line: Line,
  x: number,
  y: number,
  lineHeight: number,
  align: 'left' | 'right' | 'center' = 'left',
  width = 0,
): TextItem[] {
  const shift = align === 'left' ? 0 : align === 'right' ? width - line.width : (width - line.width) / 2
  const size = line.runs.reduce((largest, run) => Math.max(largest, run.size), 0)
  const baseline = y + baselineOf(lineHeight, size)
  const last = line.runs.length - 1
  return line.runs.map((run, index) => ({
    kind: 'text',
    x: x + shift + run.x,
    y: baseline,
    run: line.space === true && index === last ? withSpace(run) : run,
  }))
}

function withSpace(run: Run): Run {
  return { ...run, text: `${run.text} ` }
}

/** Gives a line its place in the structure. `apart`: something follows on the same line, as a word of its own. */
export function inNode(node: StructNode, items: readonly TextItem[], apart = false): TextItem[] {
  const last = items.length - 1
  return items.map((item, index) => ({
    ...item,
    node,
    run: apart && index === last ? withSpace(item.run) : item.run,
  }))
}
