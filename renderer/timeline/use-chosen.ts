import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { countRows, hasAllRows, NO_ROWS, type RowRanges, withoutRows, withRows } from './row-ranges.ts'
import type { OpenedView } from './view-rows.ts'

/** Rows of the shown result that were chosen so that something can be done with all of them at once. */
export interface Chosen {
  readonly rows: RowRanges
  readonly count: number
  /** Adds rows; takes them away when all of them are chosen already. */
  toggle(rows: RowRanges): void
  /** These rows together with those that were chosen before the last stretch. */
  stretch(rows: RowRanges): void
  all(): void
  clear(): void
}

/** What is chosen belongs to one result: when rows have other places in the next one, it is forgotten. */
export function useChosen(shown: OpenedView | null): Chosen {
  const [rows, setRows] = useState<RowRanges>(NO_ROWS)
  // Shift moves the end of a stretch to and fro; what was chosen before it stays.
  const before = useRef<RowRanges>(NO_ROWS)
  const last = useRef(shown)
  useEffect(() => {
    const old = last.current
    last.current = shown
    // Read again without a new row, for example after the rules were asked: every row has its old place.
    const same = old?.filter === shown?.filter && old?.view.matched === shown?.view.matched
    if (same) return
    before.current = NO_ROWS
    setRows(NO_ROWS)
  }, [shown])

  const put = useCallback((next: RowRanges) => {
    before.current = next
    setRows(next)
  }, [])
  const toggle = useCallback(
    (more: RowRanges) => {
      const next = hasAllRows(rows, more) ? withoutRows(rows, more) : withRows(rows, more)
      put(next)
    },
    [rows, put],
  )
  const stretch = useCallback((more: RowRanges) => setRows(withRows(before.current, more)), [])
  const all = useCallback(() => {
    const count = shown?.cache.count ?? 0
    if (count > 0) put([[0, count]])
  }, [shown, put])
  const clear = useCallback(() => put(NO_ROWS), [put])
  return useMemo(
    () => ({ rows, count: countRows(rows), toggle, stretch, all, clear }),
    [rows, toggle, stretch, all, clear],
  )
}
