import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useCallback, useEffect, useLayoutEffect, useReducer, useRef, useState } from 'react'
import { toAppError } from '../../shared/errors.ts'
import { useBackend } from '../backend.tsx'
import type { Clocks } from './day-lines.ts'
import { type Fold, lineOfSpot, plainFold, type Spot } from './fold.ts'
import { extraAbove, ROW_HEIGHT, topOf } from './row-layout.ts'
import { barHeight, isStuck, moved, offsetToShow, placeAt } from './scroll-scale.ts'
import { type OpenedView, readPage } from './view-rows.ts'
import { adopted, extentOf, learnt, seenRows, type WindowState } from './window-state.ts'

/** Rows that are mounted together: few enough to be cheap, many enough that a wheel step rarely mounts any. */
export const BLOCK_ROWS = 25
/** Rows read ahead of what is seen. */
const AHEAD = 80
const SETTLE_MS = 150
/** While the thumb flies past, pages are asked for only where it rests. */
const FLIGHT_MS = 60

export interface RowWindow {
  readonly box: RefObject<HTMLDivElement | null>
  /** What is drawn now; null before the first result. */
  readonly state: WindowState | null
  /** Height of the scrolled element. */
  readonly barHeight: number
  /** Numbers of the mounted blocks of `BLOCK_ROWS` lines. */
  readonly blocks: readonly number[]
  /** Distance of a block from the top of the scrolled element, its first day line included. */
  topOfBlock(block: number): number
  /** The topmost line on the screen. */
  readonly firstSeen: number
  /** Whole lines that fit. */
  readonly rowsSeen: number
  /** Changes with every page that arrives and every row that changes. */
  readonly version: number
  readonly pagesFailed: boolean
  onScroll(): void
  /** Brings a line into sight by the least movement and keeps it there while pages arrive. */
  show(index: number): void
  retry(): void
  /** Draws again after rows were changed in the cache. */
  redraw(): void
}

/**
 * Joins the pure parts (layout, scroll scale, page cache) with the browser: measures, listens, asks for pages and
 * mounts blocks of rows. The virtualizer chooses the blocks; it is given exact offsets of the whole list, which
 * may be higher than any element can be (see scroll-scale.ts). `fold` says how rows are folded into lines, and belongs
 * to `opened`; without it every row is a line. `kept` stays in the page and keeps its place.
 */
export function useRowWindow(
  opened: OpenedView | null,
  clocks: Clocks,
  kept: Spot | null,
  onViewLost: () => void,
  fold: Fold | null = null,
): RowWindow {
  const backend = useBackend()
  const box = useRef<HTMLDivElement>(null)
  const current = useRef<WindowState | null>(null)
  const height = useRef(0)
  const follow = useRef<number | null>(null)
  const mustWrite = useRef(false)
  const timers = useRef({ settle: 0, flight: 0 })
  const report = useRef({ offset: (_offset: number) => {}, height: (_height: number) => {} })
  const still = useRef(kept)
  still.current = kept
  const lost = useRef(onViewLost)
  lost.current = onViewLost
  const [version, redraw] = useReducer((count: number) => count + 1, 0)
  const [pagesFailed, setPagesFailed] = useState(false)
  const state = current.current

  const virtualizer = useVirtualizer<HTMLDivElement, HTMLDivElement>({
    count: state === null ? 0 : Math.ceil(state.layout.count / BLOCK_ROWS),
    getScrollElement: () => box.current,
    estimateSize: (block) => {
      const layout = current.current?.layout
      if (layout === undefined) return BLOCK_ROWS * ROW_HEIGHT
      const first = block * BLOCK_ROWS
      const last = Math.min(first + BLOCK_ROWS, layout.count) - 1
      return (last - first + 1) * ROW_HEIGHT + extraAbove(layout, last) - extraAbove(layout, first - 1)
    },
    overscan: 1,
    observeElementRect: (_instance, set) => {
      report.current.height = (value) => set({ width: 0, height: value })
      report.current.height(height.current)
    },
    observeElementOffset: (_instance, set) => {
      report.current.offset = (value) => set(value, false)
      report.current.offset(current.current?.place.list ?? 0)
    },
    scrollToFn: () => {},
    // A focused row that scrolls out of sight stays in the page, so that the next key finds it.
    rangeExtractor: (range: Range) => {
      const blocks = defaultRangeExtractor(range)
      const fold = current.current?.fold
      if (kept === null || fold === undefined) return blocks
      const extra = Math.floor(lineOfSpot(fold, kept) / BLOCK_ROWS)
      return extra >= range.count || blocks.includes(extra) ? blocks : [...blocks, extra]
    },
  })

  const change = useCallback(
    (next: WindowState, write: boolean) => {
      const relaid = current.current?.layout !== next.layout
      current.current = next
      if (write) mustWrite.current = true
      if (relaid) virtualizer.measure()
      report.current.offset(next.place.list)
      redraw()
    },
    [virtualizer],
  )

  const settleSoon = useCallback(() => {
    window.clearTimeout(timers.current.settle)
    timers.current.settle = window.setTimeout(() => {
      const now = current.current
      if (now === null) return
      const right = placeAt(now.place.list, extentOf(now))
      if (Math.abs(right.bar - now.place.bar) >= 1) change({ ...now, place: right }, true)
    }, SETTLE_MS)
  }, [change])

  const needPages = useCallback(() => {
    const now = current.current
    if (now === null) return
    const { cache } = now.opened
    const { lines } = now.fold
    const [first, last] = seenRows(now)
    const from = Math.max(0, first - AHEAD)
    const to = Math.min(lines.count - 1, last + AHEAD)
    const wanted = Array.from(
      { length: Math.max(0, to - from + 1) },
      (_, step) => lines.lineAt(from + step).index,
    )
    for (const request of cache.missingOf(wanted)) {
      readPage(backend, cache, request).then(
        () => {
          const then = current.current
          if (then?.opened.cache !== cache) return
          change(learnt(then, request.page, follow.current), false)
          settleSoon()
        },
        (cause: unknown) => {
          if (current.current?.opened.cache !== cache) return
          if (toAppError(cause).code === 'not-found') lost.current()
          else setPagesFailed(true)
        },
      )
    }
  }, [backend, change, settleSoon])

  const onScroll = useCallback(() => {
    const now = current.current
    const bar = box.current?.scrollTop ?? 0
    if (now === null || bar === now.place.bar) return
    const extent = extentOf(now)
    const next = moved(now.place, bar, extent)
    const flying = Math.abs(next.list - now.place.list) > now.height * 2
    follow.current = null
    const stuck = isStuck(next, extent)
    change({ ...now, place: stuck ? placeAt(next.list, extent) : next }, stuck)
    settleSoon()
    window.clearTimeout(timers.current.flight)
    if (flying) timers.current.flight = window.setTimeout(needPages, FLIGHT_MS)
    else needPages()
  }, [change, needPages, settleSoon])

  const show = useCallback(
    (index: number) => {
      const now = current.current
      if (now === null) return
      follow.current = index
      const list = offsetToShow(now.place.list, topOf(now.layout, index), ROW_HEIGHT, now.height)
      if (list !== now.place.list) change({ ...now, place: placeAt(list, extentOf(now)) }, true)
      needPages()
    },
    [change, needPages],
  )

  // A new result or a swap of the clocks is taken over before the next picture is painted.
  useLayoutEffect(() => {
    if (opened === null) return
    const before = current.current
    const same = before?.opened === opened
    if (same && before.clocks === clocks && (fold === null || before.fold === fold)) return
    if (before?.fold !== fold || !same) follow.current = null
    if (!same) setPagesFailed(false)
    const lines = fold ?? plainFold(opened.cache.count)
    change(adopted(before, opened, lines, clocks, height.current, still.current), true)
    needPages()
  }, [opened, fold, clocks, change, needPages])

  useLayoutEffect(() => {
    const element = box.current
    const now = current.current
    if (!mustWrite.current || element === null || now === null) return
    mustWrite.current = false
    element.scrollTop = now.place.bar
    // The browser may round; the exact offset is ours and does not change.
    current.current = { ...now, place: { list: now.place.list, bar: element.scrollTop } }
  })

  useLayoutEffect(() => {
    const element = box.current
    if (element === null) return
    const measure = () => {
      height.current = element.clientHeight
      report.current.height(height.current)
      const now = current.current
      if (now === null || now.height === height.current) return
      const grown = { ...now, height: height.current }
      change({ ...grown, place: placeAt(now.place.list, extentOf(grown)) }, true)
      needPages()
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [change, needPages])

  useEffect(() => {
    const running = timers.current
    return () => {
      window.clearTimeout(running.settle)
      window.clearTimeout(running.flight)
    }
  }, [])

  const retry = useCallback(() => {
    setPagesFailed(false)
    current.current?.opened.cache.retry()
    needPages()
  }, [needPages])

  const shift = state === null ? 0 : state.place.list - state.place.bar
  return {
    box,
    state,
    barHeight: state === null ? 0 : barHeight(extentOf(state)),
    blocks: virtualizer.getVirtualIndexes(),
    topOfBlock: (block) => {
      if (state === null) return 0
      const first = block * BLOCK_ROWS
      return first * ROW_HEIGHT + extraAbove(state.layout, first - 1) - shift
    },
    firstSeen: state === null ? 0 : seenRows(state)[0],
    rowsSeen: state === null ? 1 : Math.max(1, Math.floor(state.height / ROW_HEIGHT)),
    version,
    pagesFailed,
    onScroll,
    show,
    retry,
    redraw,
  }
}
