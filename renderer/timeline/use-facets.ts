import { useEffect, useRef } from 'react'
import type { Facets, SignInFilter } from '../../shared/domain/filter.ts'
import { useCall } from '../backend.tsx'
import type { OpenedView } from './view-rows.ts'

/**
 * Counts of values for the rail. They follow the filter at once, and new rows at the pace at which the list itself
 * takes them up, so that list and counts speak of the same moment.
 */
export function useFacets(
  filter: SignInFilter,
  opened: OpenedView | null,
): { readonly facets: Facets | undefined; readonly busy: boolean } {
  const { data, loading, slow, refetch } = useCall('timeline.facets', filter)
  const seen = useRef<OpenedView | null>(null)
  useEffect(() => {
    const before = seen.current
    seen.current = opened
    const grown = before !== null && opened !== null && before.view.total !== opened.view.total
    if (grown) refetch()
  }, [opened, refetch])
  return { facets: data, busy: loading && (slow || data === undefined) }
}
