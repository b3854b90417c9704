import type { SignInFilter } from '../../shared/domain/filter.ts'
import { choicesOf } from '../../shared/domain/filter-query.ts'
import { filterTexts } from '../../shared/messages/filter.ts'
import { useTexts } from '../settings/settings.tsx'
import { Icon } from '../ui/icon.tsx'

/** Shows and hides the filters; folded, it tells how many values are chosen. */
export function RailSwitch(props: {
  readonly filter: SignInFilter
  readonly folded: boolean
  onFold(folded: boolean): void
}) {
  const { folded } = props
  const texts = useTexts(filterTexts)
  const label = folded ? texts.unfold : texts.fold
  const chosen = choicesOf(props.filter).length
  return (
    <button
      type="button"
      className="ui-icon-button flt-switch"
      title={label}
      aria-label={label}
      aria-expanded={!folded}
      onClick={() => props.onFold(!folded)}
    >
      <Icon name="filter" size={15} />
      {folded && chosen > 0 && <b>{chosen}</b>}
    </button>
  )
}
