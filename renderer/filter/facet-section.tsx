import { useId, useState } from 'react'
import type { FacetCounts, SignInFilter } from '../../shared/domain/filter.ts'
import { filterTexts } from '../../shared/messages/filter.ts'
import { countText } from '../settings/numbers.ts'
import { useTexts } from '../settings/settings.tsx'
import { Icon } from '../ui/icon.tsx'
import { FIXED_KEYS, SHOWN } from './facet-look.tsx'
import { type FacetChoices, FacetOptions } from './facet-options.tsx'
import { FacetSearch } from './facet-search.tsx'
import { fixedValues, hiddenCount, shownValues } from './facet-values.ts'
import { useSteadyValues } from './use-steady-values.ts'

/** One facet of the rail. Folded it only tells how many of its values are chosen. */
export function FacetSection(
  props: FacetChoices & {
    readonly filter: SignInFilter
    readonly counts: FacetCounts | undefined
    readonly folded: boolean
    readonly busy: boolean
    onFold(): void
  },
) {
  const { facet, wanted, unwanted, counts, folded } = props
  const texts = useTexts(filterTexts)
  const id = useId()
  const [searching, setSearching] = useState(false)
  const title = texts.facets[facet]
  const choices = { facet, wanted, unwanted, onToggle: props.onToggle }
  const chosen = [...wanted, ...unwanted]
  const fixed = FIXED_KEYS[facet]
  const steady = useSteadyValues(counts, chosen)
  const values = fixed === undefined ? steady : fixedValues(steady, fixed)
  const shown = shownValues(values, chosen, SHOWN[facet])
  const hidden = hiddenCount(values, shown, counts?.more ?? 0)
  const most = Math.max(1, ...values.map(({ count }) => count))
  // Nothing but "not stated" says nothing; a section that was asked for stays.
  const nothing = values.length === 0 || (values.length === 1 && values[0]?.key === '(not stated)')
  if (!folded && counts !== undefined && nothing && chosen.length === 0 && !searching) return null
  return (
    <section className="flt-facet">
      <h2>
        <button type="button" aria-expanded={!folded} aria-controls={id} onClick={props.onFold}>
          <Icon name={folded ? 'chevron-right' : 'chevron-down'} size={10} />
          {title}
          {folded && chosen.length > 0 && <em>{chosen.length}</em>}
        </button>
      </h2>
      {!folded && searching && (
        <FacetSearch
          {...choices}
          id={id}
          title={title}
          filter={props.filter}
          onClose={() => setSearching(false)}
        />
      )}
      {!folded && !searching && (
        <>
          <FacetOptions {...choices} id={id} title={title} values={shown} most={most} busy={props.busy} />
          {hidden > 0 && (
            <button type="button" className="flt-more" onClick={() => setSearching(true)}>
              {texts.more(countText(hidden))}
            </button>
          )}
        </>
      )}
    </section>
  )
}
