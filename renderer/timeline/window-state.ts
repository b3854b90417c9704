import { type Clocks, gapsOf } from './day-lines.ts'
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
  readonly clocks: Clocks
  readonly layout: RowLayout
  readonly place: ScrollPlace
  readonly height: number
}

export function extentOf({ layout, height }: Pick<WindowState, 'layout' | 'height'>): Extent {
  return { list: heightOf(layout), window: height }
}

/** First and last row that are seen, at least in part. */
export function seenRows({ layout, place, height }: WindowState): readonly [first: number, last: number] {
  return [rowAtOffset(layout, place.list), rowAtOffset(layout, place.list + Math.max(0, height - 1))]
}

function layoutOf(opened: OpenedView, clocks: Clocks): RowLayout {
  const { cache } = opened
  return cache.loadedPages.reduce((layout, page) => {
    const first = page * PAGE_ROWS
    return withGaps(layout, gapsOf(cache, first, Math.min(first + PAGE_ROWS, cache.count) - 1, clocks))
  }, plainLayout(cache.count))
}

/**
 * The state with another result or other clocks. The row that is kept stays exactly where it was on the screen;
 * after a change of the filter it is at least in sight. Without such a row the list begins at its top.
 */
export function adopted(
  before: WindowState | null,
  opened: OpenedView,
  clocks: Clocks,
  height: number,
): WindowState {
  const layout = layoutOf(opened, clocks)
  const at = (list: number): WindowState => ({
    opened,
    clocks,
    layout,
    height,
    place: placeAt(list, extentOf({ layout, height })),
  })
  if (before !== null && before.opened === opened) {
    const [first] = seenRows(before)
    return at(topOf(layout, first) - (topOf(before.layout, first) - before.place.list))
  }
  const to = opened.view.keptIndex
  if (to === null) return at(0)
  const from = opened.kept?.index ?? null
  if (before === null || from === null) return at(topOf(layout, to) - height / 3)
  const onScreen = topOf(before.layout, from) - before.place.list
  const exact = topOf(layout, to) - onScreen
  if (before.opened.filter === opened.filter) return at(exact)
  return at(offsetToShow(exact, topOf(layout, to), ROW_HEIGHT, height))
}

/**
 * The state after page `page` has arrived: its day lines get their room. What was on the screen before stays in
 * its place (see [Note: day lines]); `follow` is a row that must stay in sight while its surroundings are read.
 */
export function learnt(state: WindowState, page: number, follow: number | null): WindowState {
  const { opened, clocks, place, height } = state
  const begin = page * PAGE_ROWS
  const end = Math.min(begin + PAGE_ROWS, opened.cache.count) - 1
  const layout = withGaps(state.layout, gapsOf(opened.cache, begin, end, clocks))
  if (layout === state.layout) return state
  const [first, last] = seenRows(state)
  let anchor = first
  for (let index = first; index <= last; index += 1) {
    if ((index < begin || index > end) && opened.cache.has(index)) {
      anchor = index
      break
    }
  }
  const steady = place.list + extraAbove(layout, anchor) - extraAbove(state.layout, anchor)
  const list = follow === null ? steady : offsetToShow(steady, topOf(layout, follow), ROW_HEIGHT, height)
  const limit = Math.max(0, heightOf(layout) - height)
  return { ...state, layout, place: { list: Math.min(Math.max(0, list), limit), bar: place.bar } }
}
