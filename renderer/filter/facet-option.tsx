import type { ReactNode } from 'react'
import type { FacetName } from '../../shared/domain/filter.ts'
import { filterTexts } from '../../shared/messages/filter.ts'
import { countText } from '../settings/numbers.ts'
import { useLanguage, useTexts } from '../settings/settings.tsx'
import { beginning, visibleText } from '../ui/visible-text.ts'
import { FacetIcon } from './facet-look.tsx'
import type { CountedValue } from './facet-values.ts'
import { shortValueWord, valueWord } from './token-words.ts'

export type Chosen = 'wanted' | 'unwanted' | null

/** One value: its sign, word and count before a bar. A click wants it, with Alt it is left out. */
export function FacetOption(props: {
  readonly facet: FacetName
  readonly value: CountedValue
  readonly chosen: Chosen
  readonly hint: ReactNode
  /** Length of the bar, 0 to 1, on a square-root scale so that a rare value is still seen. */
  readonly share: number
  readonly reachable: boolean
  onSight(): void
  onToggle(key: string, not: boolean): void
}) {
  const { facet, value, chosen } = props
  const language = useLanguage()
  const texts = useTexts(filterTexts)
  const word = valueWord(facet, value.key, language)
  const classes = [
    'flt-value',
    value.count === 0 ? 'flt-value-none' : '',
    chosen === 'unwanted' ? 'flt-value-not' : '',
  ]
  return (
    <button
      type="button"
      role="option"
      aria-selected={chosen === 'wanted'}
      aria-description={chosen === 'unwanted' ? texts.excluded : undefined}
      title={beginning(
        facet === 'event' && word !== value.key ? `${word}\u2003${visibleText(value.key)}` : word,
        1000,
      )}
      className={classes.filter(Boolean).join(' ')}
      tabIndex={props.reachable ? 0 : -1}
      onFocus={props.onSight}
      onPointerEnter={props.onSight}
      onClick={(event) => props.onToggle(value.key, event.altKey)}
    >
      {value.count > 0 && (
        <span className="flt-bar-share" style={{ width: `${Math.max(2, props.share * 100)}%` }} />
      )}
      <FacetIcon facet={facet} value={value} />
      <span className={props.hint === null ? 'flt-word' : 'flt-word flt-hinted'}>
        <span>{shortValueWord(facet, value.key, language)}</span>
        {props.hint}
      </span>
      <b aria-hidden="true">{countText(value.count)}</b>
      <span className="sr-only">{texts.onlyCounts(countText(value.count))}</span>
    </button>
  )
}
