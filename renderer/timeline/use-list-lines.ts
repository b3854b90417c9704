import { useCallback, useEffect, useRef } from 'react'
import { lineOfSpot, type Spot, spotAt } from './fold.ts'
import type { ClickKeys } from './row-block.tsx'
import type { Bursts } from './use-bursts.ts'
import type { Chosen } from './use-chosen.ts'
import type { RowWindow } from './use-row-window.ts'
import type { SelectionState } from './use-selection.ts'

/** Lines that an opened burst takes below its own: its first rows, "n more", its last row. */
const ENDS_SHOWN = 4

export interface ListLines {
  /** The selected line. */
  readonly line: number | null
  readonly count: number
  /** Selects a line and brings it into sight. */
  select(line: number): void
  /** A click: with Ctrl it adds to what is chosen, with Shift it chooses up to there, else it selects and opens a burst. */
  click(line: number, keys: ClickKeys): void
  /** Enter or a double click. True when the line was an event, which the inspector shows. */
  open(line: number): boolean
  /** → and ←. False when there was nothing to open or close. */
  unfold(): boolean
  fold(): boolean
  /** `x`: adds the selected line to what is chosen, or takes it away. */
  choose(): void
  /** Shift with a move: chooses from where the stretch began to `line`. */
  stretchTo(line: number): void
  /** The rows that the selected line stands for. */
  selectedRows(): readonly (readonly [number, number])[]
}

/** What moves, opens and chooses in the list, in lines as they are drawn now. */
export function useListLines(of: {
  readonly rows: RowWindow
  readonly bursts: Bursts
  readonly selection: SelectionState
  readonly chosen: Chosen
  onSelected(): void
}): ListLines {
  const { rows, bursts, selection, chosen, onSelected } = of
  const fold = rows.state?.fold ?? null
  const lines = fold?.lines ?? null
  const line = fold === null || selection.spot === null ? null : lineOfSpot(fold, selection.spot)
  const anchor = useRef<Spot | null>(null)

  // The first rows of a burst that was opened at the lower edge come into sight.
  const opened = useRef<Spot | null>(null)
  useEffect(() => {
    const spot = opened.current
    if (spot === null || fold === null) return
    opened.current = null
    const at = lineOfSpot(fold, spot)
    rows.show(Math.min(at + ENDS_SHOWN, fold.lines.count - 1))
    rows.show(at)
  }, [fold, rows.show])

  const selectSpot = (spot: Spot) => {
    selection.select(spot)
    onSelected()
  }
  const select = (to: number) => {
    if (fold === null) return
    const spot = spotAt(fold, to)
    anchor.current = spot
    selectSpot(spot)
    rows.show(to)
  }
  const stretchTo = (to: number) => {
    if (fold === null || lines === null) return
    anchor.current ??= selection.spot ?? spotAt(fold, to)
    const from = lineOfSpot(fold, anchor.current)
    chosen.stretch(lines.rowsOf(Math.min(from, to), Math.max(from, to)))
    selectSpot(spotAt(fold, to))
    rows.show(to)
  }
  /** Opens a burst, or shows the rest of it. True when `at` is such a line. */
  const openBurst = (at: number): boolean => {
    const here = lines?.lineAt(at)
    if (here === undefined || here.kind === 'row') return false
    if (fold !== null && here.kind === 'burst' && here.shows === 'line') opened.current = spotAt(fold, at)
    bursts.show(here.burst, here.kind === 'more' ? 'all' : here.shows === 'line' ? 'ends' : 'line')
    return true
  }
  const selectedRows = useCallback((): readonly (readonly [number, number])[] => {
    if (lines === null || line === null) return []
    const here = lines.lineAt(line)
    if (here.kind !== 'burst') return lines.rowsOf(line, line)
    const ranges = bursts.fold?.bursts[here.burst]?.ranges ?? []
    return ranges.flatMap((start, at) =>
      at % 2 === 0 ? [[start, start + (ranges[at + 1] ?? 0)] as const] : [],
    )
  }, [lines, line, bursts.fold])

  return {
    line,
    count: lines?.count ?? 0,
    select,
    stretchTo,
    selectedRows,
    click(to, keys) {
      if (keys.shiftKey) stretchTo(to)
      else if ((keys.ctrlKey || keys.metaKey) && fold !== null && lines !== null) {
        // The row that was selected when the first other one is added belongs to the choice.
        const first = chosen.count === 0 && line !== null && line !== to ? selectedRows() : []
        chosen.toggle([...first, ...lines.rowsOf(to, to)])
        anchor.current = spotAt(fold, to)
        selectSpot(anchor.current)
      } else {
        chosen.clear()
        select(to)
        openBurst(to)
      }
    },
    open: (at) => !openBurst(at),
    unfold() {
      if (lines === null || line === null) return false
      const here = lines.lineAt(line)
      if (here.kind === 'row') return false
      if (here.kind === 'burst' && here.shows !== 'line') select(line + 1)
      else openBurst(line)
      return true
    },
    fold() {
      if (lines === null || line === null) return false
      const { burst } = lines.lineAt(line)
      if (burst === null) return false
      const head = lines.lineOfBurst(burst)
      select(head)
      bursts.show(burst, 'line')
      return true
    },
    choose() {
      if (line !== null) chosen.toggle(selectedRows())
    },
  }
}
