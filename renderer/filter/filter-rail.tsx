import './filter.css'
import { memo, type ReactNode } from 'react'
import type { FacetName, SignInFilter } from '../../shared/domain/filter.ts'
import { filterTexts } from '../../shared/messages/filter.ts'
import { useTexts } from '../settings/settings.tsx'
import type { OpenedView } from '../timeline/view-rows.ts'
import { RAIL_FACETS } from './facet-look.tsx'
import { FacetSection } from './facet-section.tsx'
import { chosenKeys } from './filter-change.ts'
import { useFoldedFacets } from './folded-facets.ts'
import { useFacetCounts } from './use-facet-counts.ts'

export interface FilterRailProps {
  readonly filter: SignInFilter
  readonly opened: OpenedView | null
  /** The handle by which the pane is made wider. */
  readonly children?: ReactNode
  /** Wants a value or, with `not`, leaves it out; the same again takes it back. */
  onToggle(facet: FacetName, key: string, not: boolean): void
}

/** The values that occur, with counts that follow the filter. */
export const FilterRail = memo(function FilterRail(props: FilterRailProps) {
  const { filter } = props
  const texts = useTexts(filterTexts)
  const [folded, fold] = useFoldedFacets()
  const open = RAIL_FACETS.filter((facet) => !folded.has(facet))
  const { counts, state, busy } = useFacetCounts(filter, open, props.opened)
  return (
    <aside className="flt-pane" aria-label={texts.rail} data-region="filters">
      <div className="flt-rail" aria-busy={busy}>
        {state.error !== undefined && state.error.code !== 'query-unreadable' && (
          <p className="flt-failed">
            {texts.countsFailed}{' '}
            <button type="button" className="flt-more" onClick={state.refetch}>
              {texts.tryAgain}
            </button>
          </p>
        )}
        {RAIL_FACETS.map((facet) => (
          <FacetSection
            key={facet}
            facet={facet}
            filter={filter}
            counts={counts.get(facet)}
            wanted={chosenKeys(filter, facet)}
            unwanted={chosenKeys(filter, facet, true)}
            folded={folded.has(facet)}
            busy={busy}
            onFold={() => fold(facet)}
            onToggle={props.onToggle}
          />
        ))}
      </div>
      {props.children}
    </aside>
  )
})
