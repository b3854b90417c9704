import { type Clocks, gapsOf } from './day-lines.ts'
import { type Fold, lineFrom, lineOfSpot, type Spot, spotAt } from './fold.ts'
import {
  extraAbove,
  heightOf,
  plainLayout,
  ROW_HEIGHT,
  type RowLayout,
  rowAtOffset,
  topOf,
  withGaps,
} from './row-layout.ts'
import { type Extent, offsetToShow, placeAt, type ScrollPlace } from './scroll-scale.ts'
import { type OpenedView, PAGE_ROWS } from './view-rows.ts'

/** What is drawn: a result, where its rows lie, and the part of it that is seen. Heights in pixels. */
export interface WindowState {
  readonly opened: OpenedView
  /** How its rows are folded into lines; places, gaps and counts below are those of lines. */
  readonly fold: Fold
  readonly clocks: Clocks
  readonly layout: RowLayout
  readonly place: ScrollPlace
  readonly height: number
}

export function extentOf({ layout, height }: Pick<WindowState, 'layout' | 'height'>): Extent {
  return { list: heightOf(layout), window: height }
}

/** First and last line that are seen, at least in part. */
export function seenRows({ layout, place, height }: WindowState): readonly [first: number, last: number] {
  return [rowAtOffset(layout, place.list), rowAtOffset(layout, place.list + Math.max(0, height - 1))]
}

/** The lines whose day lines the arrival of a page may tell: those of its rows, and those that follow them. */
function linesOfPage(fold: Fold, page: number): readonly [first: number, last: number] {
  const begin = page * PAGE_ROWS
  return [lineFrom(fold, begin), lineFrom(fold, begin + PAGE_ROWS) + 1]
}

function layoutOf({ cache }: OpenedView, fold: Fold, clocks: Clocks): RowLayout {
  return cache.loadedPages.reduce(
    (layout, page) => withGaps(layout, gapsOf(fold, cache, ...linesOfPage(fold, page), clocks)),
    plainLayout(fold.lines.count),
  )
}

/**
 * The state with another result, other clocks, or other lines open. The row that is kept stays exactly where it was on
 * the screen; after a change of the filter it is at least in sight. Without such a row the list begins at its top. While
 * the result is the same, `still` stays where it is if it is in sight, else the topmost line does.
 */
export function adopted(
  before: WindowState | null,
  opened: OpenedView,
  fold: Fold,
  clocks: Clocks,
  height: number,
  still: Spot | null,
): WindowState {
  const layout = layoutOf(opened, fold, clocks)
  const at = (list: number): WindowState => ({
    opened,
    fold,
    clocks,
    layout,
    height,
    place: placeAt(list, extentOf({ layout, height })),
  })
  if (before !== null && before.opened === opened) {
    const [first, last] = seenRows(before)
    const wanted = still === null ? first : lineOfSpot(before.fold, still)
    const anchor = wanted >= first && wanted <= last ? wanted : first
    const line = lineOfSpot(fold, anchor === wanted && still !== null ? still : spotAt(before.fold, anchor))
    return at(topOf(layout, line) - (topOf(before.layout, anchor) - before.place.list))
  }
  if (opened.view.keptIndex === null) return at(0)
  const to = topOf(layout, fold.lines.lineOf(opened.view.keptIndex))
  if (opened.kept?.onScreen !== undefined) return at(to - opened.kept.onScreen)
  const from = opened.kept?.index ?? null
  if (before === null || from === null) return at(to - height / 3)
  const onScreen = topOf(before.layout, before.fold.lines.lineOf(from)) - before.place.list
  const exact = to - onScreen
  if (before.opened.filter === opened.filter) return at(exact)
  return at(offsetToShow(exact, to, ROW_HEIGHT, height))
}

/**
 * The state after page `page` has arrived: its day lines get their room. What was on the screen before stays in
 * its place (see [Note: day lines]); `follow` is a line that must stay in sight while its surroundings are read.
 */
export function learnt(state: WindowState, page: number, follow: number | null): WindowState {
  const { opened, fold, clocks, place, height } = state
  const { cache } = opened
  const [begin, end] = linesOfPage(fold, page)
  const layout = withGaps(state.layout, gapsOf(fold, cache, begin, end, clocks))
  if (layout === state.layout) return state
  const [first, last] = seenRows(state)
  let anchor = first
  for (let line = first; line <= last; line += 1) {
    if ((line < begin || line > end) && cache.has(fold.lines.lineAt(line).index)) {
      anchor = line
      break
    }
  }
  const steady = place.list + extraAbove(layout, anchor) - extraAbove(state.layout, anchor)
  const list = follow === null ? steady : offsetToShow(steady, topOf(layout, follow), ROW_HEIGHT, height)
  const limit = Math.max(0, heightOf(layout) - height)
  return { ...state, layout, place: { list: Math.min(Math.max(0, list), limit), bar: place.bar } }
}
