import type { SignInFilter } from '../../shared/domain/filter.ts'
import type { Histogram } from '../../shared/domain/query.ts'
import { type CallState, useCall, useEvent } from '../backend.tsx'
import { useRefetchOnGrowth } from '../filter/use-facet-counts.ts'
import { useClocks } from '../settings/settings.tsx'
import type { OpenedView } from '../timeline/view-rows.ts'
import type { ShownRange } from './shown-range.ts'

/** A bar with its gap, in px; and steps in which their number follows the width, so that a drag asks seldom. */
const BAR_ROOM = 5
const BAR_STEP = 20

/**
 * Counts per bar for the filter without its period: what lies beside the period stays in sight. A newer question
 * cancels the older one; until its answer is here the old bars stay.
 */
export function useHistogram(
  filter: SignInFilter,
  { span }: ShownRange,
  width: number,
  opened: OpenedView | null,
): CallState<Histogram> {
  const { first } = useClocks()
  const bars = Math.min(Math.max(Math.floor(width / BAR_ROOM / BAR_STEP) * BAR_STEP, BAR_STEP), 400)
  const state = useCall('timeline.histogram', {
    filter: { ...filter, from: null, to: null },
    zone: first,
    bars,
    from: span?.from ?? null,
    to: span?.to ?? null,
  })
  useRefetchOnGrowth(opened, state.refetch)
  const { refetch } = state
  useEvent('case.changed', ({ what }) => {
    if (what === 'marks' || what === 'addresses') refetch()
  })
  return state
}
