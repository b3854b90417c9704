import { useCallback } from 'react'
import type { Burst } from '../../shared/domain/burst.ts'
import { emptyFilter, type FacetName, type SignInFilter } from '../../shared/domain/filter.ts'
import { principalKey } from '../../shared/domain/principal-key.ts'
import type { SignInRow } from '../../shared/domain/sign-in.ts'
import { timelineTexts } from '../../shared/messages/timeline.ts'
import { only, toggled } from '../filter/filter-change.ts'
import type { TimeSpan } from '../histogram/shown-range.ts'
import { useTexts } from '../settings/settings.tsx'
import { usePlace } from '../shell/place.tsx'
import type { Undo } from './use-undo.ts'

/** The filter of the timeline and the ways to change it; each of them can be undone. */
export interface FilterChanges {
  readonly filter: SignInFilter
  change(next: SignInFilter): void
  clear(): void
  toggle(facet: FacetName, key: string, not: boolean): void
  choosePeriod(span: TimeSpan): void
  /** Shows only the sign-ins of whoever this one is of. */
  onlyWho(row: SignInRow): void
  onlyBurst(burst: Burst): void
}

export function useFilterChanges(undo: Undo): FilterChanges {
  const texts = useTexts(timelineTexts)
  const { filter, setFilter } = usePlace()
  const change = useCallback(
    (next: SignInFilter) => {
      undo.push({ what: texts.undoFilter, run: () => setFilter(filter) })
      setFilter(next)
    },
    [undo, texts, filter, setFilter],
  )
  // Steady, so that filters and bars are not drawn again with every row that is selected.
  const toggle = useCallback(
    (facet: FacetName, key: string, not: boolean) => change(toggled(filter, facet, key, not)),
    [filter, change],
  )
  const choosePeriod = useCallback((span: TimeSpan) => change({ ...filter, ...span }), [filter, change])
  return {
    filter,
    change,
    clear: () => change(emptyFilter),
    toggle,
    choosePeriod,
    onlyWho: (row) => change(only(filter, 'user', principalKey(row))),
    onlyBurst: (burst) => change(ofBurst(filter, burst)),
  }
}

/** The filter narrowed to the address and the time of a burst. */
function ofBurst(filter: SignInFilter, burst: Burst): SignInFilter {
  const others = filter.chosen.filter(({ facet }) => facet !== 'ip')
  const chosen = [...others, { facet: 'ip' as const, key: burst.sourceIp, not: false }]
  return { ...filter, chosen, from: burst.firstTime, to: burst.lastTime + 1 }
}
