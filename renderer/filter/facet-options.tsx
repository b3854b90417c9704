import { type KeyboardEvent, useRef, useState } from 'react'
import type { FacetName } from '../../shared/domain/filter.ts'
import { filterTexts } from '../../shared/messages/filter.ts'
import { useLanguage, useTexts } from '../settings/settings.tsx'
import { Icon } from '../ui/icon.tsx'
import { useFacetHints } from './facet-look.tsx'
import { FacetOption } from './facet-option.tsx'
import type { CountedValue } from './facet-values.ts'
import { valueWord } from './token-words.ts'

export interface FacetChoices {
  readonly facet: FacetName
  readonly wanted: readonly string[]
  readonly unwanted: readonly string[]
  onToggle(facet: FacetName, key: string, not: boolean): void
}

/**
 * Values of one facet as a list. Arrow keys or j and k move; Enter or Space wants a value, with Alt, or `-`, it is left
 * out. The button that leaves out stands at the value that the mouse or the focus is on.
 */
export function FacetOptions(
  props: FacetChoices & {
    readonly id?: string
    readonly title: string
    readonly values: readonly CountedValue[]
    readonly most: number
    readonly busy: boolean
  },
) {
  const { facet, values } = props
  const texts = useTexts(filterTexts)
  const language = useLanguage()
  const hint = useFacetHints()
  const list = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState(0)
  const [seen, setSeen] = useState(false)
  const current = Math.min(at, values.length - 1)
  const value = values[current]

  const toggle = (key: string, not: boolean) => props.onToggle(facet, key, not)
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey) return
    const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key]
    if (step !== undefined && !event.altKey) {
      const next = Math.min(Math.max(current + step, 0), values.length - 1)
      setAt(next)
      list.current?.querySelectorAll<HTMLElement>('[role=option]')[next]?.focus()
    } else if (value !== undefined && (event.key === '-' || (event.altKey && event.key === 'Enter'))) {
      toggle(value.key, true)
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the pointer and the focus only show the button
    <div
      className={props.busy ? 'flt-values flt-values-busy' : 'flt-values'}
      onPointerLeave={() => setSeen(false)}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setSeen(false)
      }}
    >
      <div
        id={props.id}
        ref={list}
        role="listbox"
        aria-multiselectable="true"
        aria-label={props.title}
        onKeyDown={onKeyDown}
      >
        {values.map((one, index) => (
          <FacetOption
            key={one.key}
            facet={facet}
            value={one}
            chosen={
              props.wanted.includes(one.key) ? 'wanted' : props.unwanted.includes(one.key) ? 'unwanted' : null
            }
            hint={hint(facet, one)}
            share={Math.sqrt(one.count / Math.max(1, props.most))}
            reachable={index === current}
            onSight={() => {
              setAt(index)
              setSeen(true)
            }}
            onToggle={toggle}
          />
        ))}
      </div>
      {seen && value !== undefined && (
        <button
          type="button"
          className="flt-exclude"
          style={{ top: current * 20 }}
          tabIndex={-1}
          title={texts.exclude(valueWord(facet, value.key, language))}
          aria-label={texts.exclude(valueWord(facet, value.key, language))}
          onClick={() => toggle(value.key, true)}
        >
          <Icon name="minus" size={11} />
        </button>
      )}
    </div>
  )
}
