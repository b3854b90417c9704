import { useCallback, useEffect, useRef } from 'react'
import type { SignInRow } from '../../shared/domain/sign-in.ts'
import { useKept } from '../ui/use-kept.ts'
import type { Spot } from './fold.ts'
import { type KeptRow, type OpenedView, PAGE_ROWS } from './view-rows.ts'

/**
 * The selected sign-in, or the line of a burst, whose row is then its first failure. `index` is null when the filter
 * hides it, `row` while it is being read.
 */
export interface Selection {
  readonly index: number | null
  readonly row: SignInRow | null
  readonly isBurst: boolean
}

const NONE: Selection = { index: null, row: null, isBurst: false }

export interface SelectionState extends Selection {
  /** Where the selection stands in the list, null when it does not. */
  readonly spot: Spot | null
  select(spot: Spot): void
  /** Selects a row that is known by more than its place. */
  selectRow(row: SignInRow, index: number | null): void
  /** The row to keep in its place when another result is opened. */
  kept(): KeptRow | null
}

/** Where a row stands in a result, as far as the rows read so far tell. */
function loadedIndex({ cache }: OpenedView, id: number): number | null {
  for (const page of cache.loadedPages) {
    const first = page * PAGE_ROWS
    for (let index = first; index < first + PAGE_ROWS; index += 1) {
      if (cache.rowAt(index)?.id === id) return index
    }
  }
  return null
}

/**
 * What is selected, by row and by place. The place follows the row when another result takes over; `shown` is the
 * result that is drawn, `version` changes when its rows do.
 */
export function useSelection(casePath: string, shown: OpenedView | null, version: number): SelectionState {
  const [selection, setSelection] = useKept<Selection>(`${casePath} selection`, NONE)
  const latest = useRef(selection)
  latest.current = selection
  const adopted = useRef<OpenedView | null>(null)

  // biome-ignore lint/correctness/useExhaustiveDependencies: `version` tells that rows have arrived or changed
  useEffect(() => {
    if (shown === null) return
    const now = latest.current
    const { isBurst } = now
    if (adopted.current !== shown) {
      adopted.current = shown
      // A row that was selected while the result was on its way is not the one that it was opened around.
      const same = now.row !== null && shown.kept?.id === now.row.id
      const index = same ? shown.view.keptIndex : now.row === null ? null : loadedIndex(shown, now.row.id)
      const row = index === null ? now.row : (shown.cache.rowAt(index) ?? now.row)
      if (index !== now.index || row !== now.row) setSelection({ index, row, isBurst })
      return
    }
    if (now.index === null) return
    const row = shown.cache.rowAt(now.index)
    if (row !== undefined && row !== now.row) setSelection({ index: now.index, row, isBurst })
  }, [shown, version, setSelection])

  const select = useCallback(
    ({ index, isBurst }: Spot) => setSelection({ index, row: shown?.cache.rowAt(index) ?? null, isBurst }),
    [shown, setSelection],
  )
  const selectRow = useCallback(
    (row: SignInRow, index: number | null) => setSelection({ index, row, isBurst: false }),
    [setSelection],
  )
  const kept = useCallback((): KeptRow | null => {
    const { row, index } = latest.current
    return row === null ? null : { id: row.id, index }
  }, [])
  const { index, isBurst } = selection
  return { ...selection, spot: index === null ? null : { index, isBurst }, select, selectRow, kept }
}
