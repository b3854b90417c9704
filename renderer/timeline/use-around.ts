import { useRef } from 'react'
import type { SignInFilter } from '../../shared/domain/filter.ts'
import type { SignInRow } from '../../shared/domain/sign-in.ts'
import { usePlace } from '../shell/place.tsx'
import { useKept } from '../ui/use-kept.ts'
import { type AroundKind, aroundFilter, aroundValue } from './around.ts'
import { lineOfSpot } from './fold.ts'
import { topOf } from './row-layout.ts'
import type { RowWindow } from './use-row-window.ts'
import type { SelectionState } from './use-selection.ts'
import type { KeptRow } from './view-rows.ts'

/** The event around which records are shown, and where the user was before. */
export interface AroundState {
  readonly row: SignInRow
  readonly value: string
  readonly kind: AroundKind
  readonly minutes: number
  readonly filter: SignInFilter
  /** Distance of the event from the top of the list, in pixels. */
  readonly onScreen: number
}

export interface Around {
  readonly state: AroundState | null
  show(kind: AroundKind, minutes: number): void
  /** Back to the filter, the event and the place on the screen. False when there is nowhere to go back to. */
  back(): boolean
  /** Keeps what is shown, and forgets the way back. */
  stay(): void
  /** The row to keep for the way back; told once. */
  takeKept(): KeptRow | null
}

/** Everything of a principal, address or access key around the selected event, and the way back. */
export function useAround(
  now: () => { readonly rows: RowWindow; readonly selection: SelectionState },
): Around {
  const { summary, filter, setFilter } = usePlace()
  const [state, setState] = useKept<AroundState | null>(`${summary.path} around`, null)
  const returning = useRef<KeptRow | null>(null)
  return {
    state,
    show(kind, minutes) {
      const { rows, selection } = now()
      const { row, spot } = selection
      const shown = rows.state
      if (row === null) return
      const next = aroundFilter(row, kind, minutes)
      const value = aroundValue(row, kind)
      if (next === null || value === null) return
      const onScreen =
        shown === null || spot === null
          ? 0
          : topOf(shown.layout, lineOfSpot(shown.fold, spot)) - shown.place.list
      // From one look around to the next: the way back leads to the beginning.
      setState(
        state === null ? { row, value, kind, minutes, filter, onScreen } : { ...state, value, kind, minutes },
      )
      setFilter(next)
    },
    back() {
      if (state === null) return false
      returning.current = { id: state.row.id, index: null, onScreen: state.onScreen }
      now().selection.selectRow(state.row, null)
      setFilter(state.filter)
      setState(null)
      return true
    },
    stay: () => setState(null),
    takeKept() {
      const kept = returning.current
      returning.current = null
      return kept
    },
  }
}
