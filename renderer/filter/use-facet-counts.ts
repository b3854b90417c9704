import { useEffect, useMemo, useRef } from 'react'
import type { FacetCounts, FacetName, SignInFilter } from '../../shared/domain/filter.ts'
import { type CallState, useCall, useEvent } from '../backend.tsx'
import type { OpenedView } from '../timeline/view-rows.ts'

/** Values of each facet that are asked for; further ones are found by their text. */
const TOP = 100

export interface FacetCountsState {
  readonly counts: ReadonlyMap<FacetName, FacetCounts>
  readonly state: CallState<FacetCounts[]>
  /** True while newer counts have been on their way for a while. */
  readonly busy: boolean
}

/**
 * Counts for the rail, of all open sections in one call. They follow the filter at once, and new rows at the pace at
 * which the list itself takes them up, so that list and counts speak of the same moment.
 */
export function useFacetCounts(
  filter: SignInFilter,
  facets: readonly FacetName[],
  opened: OpenedView | null,
): FacetCountsState {
  const state = useCall('timeline.counts', { filter, facets: [...facets], top: TOP })
  const { refetch } = state
  useRefetchOnGrowth(opened, refetch)
  useEvent('case.changed', ({ what }) => {
    if (what === 'marks' || what === 'addresses') refetch()
  })
  const counts = useMemo(() => new Map(state.data?.map((one) => [one.facet, one])), [state.data])
  return { counts, state, busy: state.loading && (state.slow || state.data === undefined) }
}

/** Asks again when the list has taken up rows that arrived. */
export function useRefetchOnGrowth(opened: OpenedView | null, refetch: () => void): void {
  const seen = useRef<OpenedView | null>(null)
  useEffect(() => {
    const before = seen.current
    seen.current = opened
    if (before !== null && opened !== null && before.view.total !== opened.view.total) refetch()
  }, [opened, refetch])
}
