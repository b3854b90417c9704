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
import type { Item, TextItem } from './piece.ts'
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

/** Lines of cells repeat a lot (names, addresses, words of the field); this many are kept, once they came twice. */
const KEPT_LINES = 8000

export function makeSetter(language: Language, measure: Measure): Setter {
  const kept = new Map<string, readonly Line[]>()
  const seen = new Set<string>()
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
      if (!seen.has(key)) {
        if (seen.size >= KEPT_LINES) seen.clear()
        seen.add(key)
        return lines
      }
      if (kept.size >= KEPT_LINES) kept.clear()
      kept.set(key, lines)
      return lines
    },
  }
}

const styles = new Map<Family, Map<string, Map<number, TextStyle>>>()

/** A text style; equal styles are one object, so that runs can be joined. */
export function style(size: number, color: string = INK.text, family: Family = 'sans'): TextStyle {
  const colors = styles.get(family) ?? new Map<string, Map<number, TextStyle>>()
  const sizes = colors.get(color) ?? new Map<number, TextStyle>()
  const known = sizes.get(size)
  if (known !== undefined) return known
  const made = { size, color, family }
  styles.set(family, colors.set(color, sizes.set(size, made)))
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
  const items: TextItem[] = []
  addLine(items, line, x, y, lineHeight, { align, width })
  return items
}

/** Adds the items of a line to others, with their place in the structure. */
export function addLine(
  items: Item[],
  line: Line,
  x: number,
  y: number,
  lineHeight: number,
  { align = 'left', width = 0, node }: LinePlace,
): void {
  const shift = align === 'left' ? 0 : align === 'right' ? width - line.width : (width - line.width) / 2
  let size = 0
  for (const run of line.runs) size = Math.max(size, run.size)
  const baseline = y + baselineOf(lineHeight, size)
  const last = line.runs.length - 1
  for (const [index, run] of line.runs.entries()) {
    const set = line.space === true && index === last ? withSpace(run) : run
    const place = { kind: 'text' as const, x: x + shift + run.x, y: baseline, run: set }
    items.push(node === undefined ? place : { ...place, node })
  }
}

export interface LinePlace {
  readonly align?: 'left' | 'right' | 'center' | undefined
  readonly width?: number
  readonly node?: StructNode
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
