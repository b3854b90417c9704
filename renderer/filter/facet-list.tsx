import { type KeyboardEvent, type ReactNode, useId, useState } from 'react'
import type { FacetValue } from '../../shared/domain/filter.ts'
import { filterTexts } from '../../shared/messages/filter.ts'
import { countText } from '../settings/numbers.ts'
import { useLanguage, useTexts } from '../settings/settings.tsx'
import { Icon } from '../ui/icon.tsx'
import { beginning } from '../ui/visible-text.ts'
import { hiddenCount, shownValues } from './facet-values.ts'
import type { ListField } from './filter-change.ts'
import { shortValueWord, valueWord } from './token-words.ts'

/** Values that "n more" adds at a time, so that ten thousand names do not fill the page. */
const MORE = 50

export interface FacetListProps {
  readonly field: ListField
  readonly title: string
  readonly values: readonly FacetValue[]
  readonly chosen: readonly string[]
  readonly busy: boolean
  /** Values shown at first; all when left out. */
  readonly limit?: number
  icon?(key: string): ReactNode
  hint?(key: string): string | null
  onToggle(field: ListField, key: string): void
}

/** One field: its values with a bar and a count. Arrow keys or j and k move, Enter or Space chooses. */
export function FacetList(props: FacetListProps) {
  const { field, values, chosen } = props
  const texts = useTexts(filterTexts)
  const id = useId()
  const [open, setOpen] = useState(true)
  const [extra, setExtra] = useState(0)
  const [at, setAt] = useState(0)
  const shown = shownValues(values, chosen, props.limit ?? Number.POSITIVE_INFINITY, extra)
  const hidden = hiddenCount(values, shown)
  const most = Math.max(1, ...values.map(({ count }) => count))
  const current = Math.min(at, shown.length - 1)

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key]
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (step === undefined) return
    event.preventDefault()
    event.stopPropagation()
    const options = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=option]')]
    const next = Math.min(Math.max(current + step, 0), options.length - 1)
    setAt(next)
    options[next]?.focus()
  }

  if (values.length === 0) return null
  return (
    <section className="flt-facet">
      <h2>
        <button type="button" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
          <Icon name={open ? 'chevron-down' : 'chevron-right'} size={10} />
          {props.title}
          {!open && chosen.length > 0 && <em>{chosen.length}</em>}
        </button>
      </h2>
      {open && (
        <>
          <div
            id={id}
            role="listbox"
            aria-multiselectable="true"
            aria-label={props.title}
            className={props.busy ? 'flt-values flt-values-busy' : 'flt-values'}
            onKeyDown={onKeyDown}
          >
            {shown.map((value, index) => (
              <FacetOption
                key={value.key}
                {...props}
                value={value}
                field={field}
                share={Math.sqrt(value.count / most)}
                reachable={index === current}
                onFocus={() => setAt(index)}
              />
            ))}
          </div>
          {hidden > 0 && (
            <button type="button" className="flt-more" onClick={() => setExtra(extra + MORE)}>
              {texts.more(countText(hidden))}
            </button>
          )}
          {extra > 0 && (
            <button type="button" className="flt-more" onClick={() => setExtra(0)}>
              {texts.fewer}
            </button>
          )}
        </>
      )}
    </section>
  )
}

function FacetOption(
  props: FacetListProps & {
    readonly value: FacetValue
    /** Length of the bar, 0 to 1, on a square-root scale so that a rare value is still seen. */
    readonly share: number
    readonly reachable: boolean
    onFocus(): void
  },
) {
  const { field, value } = props
  const language = useLanguage()
  const texts = useTexts(filterTexts)
  const word = valueWord(field, value.key, language)
  const short = shortValueWord(field, value.key, language)
  const hint = props.hint?.(value.key) ?? null
  const chosen = props.chosen.includes(value.key)
  return (
    <button
      type="button"
      role="option"
      aria-selected={chosen}
      title={beginning(
        field === 'eventNames' && word !== value.key ? `${word}\u2003${value.key}` : word,
        1000,
      )}
      className={value.count === 0 ? 'flt-value flt-value-none' : 'flt-value'}
      tabIndex={props.reachable ? 0 : -1}
      onFocus={props.onFocus}
      onClick={() => props.onToggle(field, value.key)}
    >
      {value.count > 0 && (
        <span className="flt-bar-share" style={{ width: `${Math.max(2, props.share * 100)}%` }} />
      )}
      {props.icon?.(value.key)}
      <span className={hint === null ? 'flt-word' : 'flt-word flt-hinted'}>
        {short}
        {hint !== null && <small>{hint}</small>}
      </span>
      <b aria-hidden="true">{countText(value.count)}</b>
      <span className="sr-only">{texts.onlyCounts(countText(value.count))}</span>
    </button>
  )
}
