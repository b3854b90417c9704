/** Heights in CSS pixels, as the visual target has them. */
export const ROW_HEIGHT = 26
export const DAY_LINE_HEIGHT = 22
export const SECOND_DAY_LINE_HEIGHT = 20

/** Extra height that lies above a row because one or two days begin there. */
export interface Gap {
  readonly index: number
  readonly height: number
}

/**
 * Where each row lies: `count` rows of equal height, plus the gaps known so far.
 *
 * [Note: day lines] A day line needs two neighbouring rows, and a result may have a million rows of which a few
 * hundred are loaded. So gaps are learnt page by page and never forgotten while the view lives. Learning a gap
 * changes the position of everything below it, but never what is on the screen: the scroll position is kept
 * relative to a row (`extraAbove`), and rows are shown for the first time together with their own day lines. The
 * day of the topmost row stands in a strip above the list, so the first row needs no line of its own.
 */
export interface RowLayout {
  readonly count: number
  readonly gaps: readonly Gap[]
  /** `above[i]`: sum of the heights of `gaps[0..i]`. */
  readonly above: readonly number[]
}

/** A layout without day lines. */
export function plainLayout(count: number): RowLayout {
  return { count, gaps: [], above: [] }
}

/** Number of gaps whose row is `index` or earlier. */
function gapsUpTo(gaps: readonly Gap[], index: number): number {
  let low = 0
  let high = gaps.length
  while (low < high) {
    const middle = (low + high) >> 1
    const gap = gaps[middle]
    if (gap !== undefined && gap.index <= index) low = middle + 1
    else high = middle
  }
  return low
}

/** Height of all known gaps at or above row `index`. */
export function extraAbove(layout: RowLayout, index: number): number {
  return layout.above[gapsUpTo(layout.gaps, index) - 1] ?? 0
}

/** Distance of the row's top edge from the top of the list; its day lines lie above that edge. */
export function topOf(layout: RowLayout, index: number): number {
  return index * ROW_HEIGHT + extraAbove(layout, index)
}

/** Height of the whole list. */
export function heightOf(layout: RowLayout): number {
  return layout.count * ROW_HEIGHT + (layout.above.at(-1) ?? 0)
}

/** The row that lies at `y`, or whose day line lies there; the nearest row outside the list. */
export function rowAtOffset(layout: RowLayout, y: number): number {
  let low = 0
  let high = Math.max(0, layout.count - 1)
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (topOf(layout, middle) + ROW_HEIGHT > y) high = middle
    else low = middle + 1
  }
  return low
}

/** The layout with more gaps. A gap known already keeps its height. Returns the same object when nothing is new. */
export function withGaps(layout: RowLayout, more: readonly Gap[]): RowLayout {
  const known = new Set(layout.gaps.map((gap) => gap.index))
  const fresh = more.filter((gap) => {
    if (gap.height <= 0 || known.has(gap.index)) return false
    known.add(gap.index)
    return true
  })
  if (fresh.length === 0) return layout
  const gaps = [...layout.gaps, ...fresh].sort((a, b) => a.index - b.index)
  let sum = 0
  const above = gaps.map((gap) => {
    sum += gap.height
    return sum
  })
  return { count: layout.count, gaps, above }
}
