import { createContext, useContext } from 'react'
import type { CaseSummary } from '../../shared/domain/case.ts'
import type { SignInFilter } from '../../shared/domain/filter.ts'

/** The screens behind the tab "Evidence". */
export const EVIDENCE_SCREENS = ['coverage', 'validation', 'custody'] as const

export const SCREENS = [
  'timeline',
  'detections',
  ...EVIDENCE_SCREENS,
  'patterns',
  'sql',
  'report',
  'paper',
  'sources',
] as const
export type Screen = (typeof SCREENS)[number]

/** The open case and where in it the user is. */
export interface Place {
  readonly summary: CaseSummary
  readonly screen: Screen
  go(screen: Screen): void
  /** What the timeline shows; kept here so that it survives a visit to another screen and the report can follow it. */
  readonly filter: SignInFilter
  setFilter(filter: SignInFilter): void
  /** True while the search box of the timeline should take the focus, from whichever screen it was asked. */
  readonly searchWanted: boolean
  searchFound(): void
  /** The finding that is chosen on the screen of detections. */
  readonly finding: number | null
  chooseFinding(id: number): void
  /** The event that the timeline should select, asked for from another screen; null when there is none. */
  readonly eventWanted: number | null
  /** Goes to the timeline and selects this event there. */
  showEvent(id: number): void
  eventFound(): void
  /** Puts a newer summary in place after a call that answered with one. */
  setSummary(summary: CaseSummary): void
}

export const PlaceContext = createContext<Place | null>(null)

/** The open case. Throws when none is open: only the welcome screen is shown then, and it must not ask. */
export function usePlace(): Place {
  const place = useContext(PlaceContext)
  if (place === null) throw new Error('No case is open above this component.')
  return place
}
