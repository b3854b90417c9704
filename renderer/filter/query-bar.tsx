import './filter.css'
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react'
import type { SignInFilter, TimelineView } from '../../shared/domain/filter.ts'
import { isEmptyFilter } from '../../shared/domain/filter.ts'
import { filterTexts } from '../../shared/messages/filter.ts'
import { countText } from '../settings/numbers.ts'
import { useTexts } from '../settings/settings.tsx'
import { Button, IconButton } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Keys } from '../ui/keys.tsx'
import { tokensOf, without } from './filter-change.ts'
import { FilterToken } from './filter-token.tsx'

/** A search begins when the typing rests this long. */
const REST_MS = 250

export interface QueryBarProps {
  readonly filter: SignInFilter
  readonly view: TimelineView | null
  /** True while the answer to the newest filter is on its way. */
  readonly busy: boolean
  readonly input: RefObject<HTMLInputElement | null>
  onChange(filter: SignInFilter): void
  onClear(): void
  /** Esc or ↓ in the box: back to the list. */
  onLeave(): void
  /** Buttons of the screen, at the end of the bar. */
  readonly children?: ReactNode
}

/** What is searched and filtered, and how many sign-ins are left. */
export function QueryBar(props: QueryBarProps) {
  const { filter, view, input } = props
  const texts = useTexts(filterTexts)
  const [text, setText] = useSearchText(filter, props.onChange)
  const tokens = tokensOf(filter).filter((token) => token.field !== 'text')
  return (
    <search className="flt-bar" data-region="query">
      <div className="flt-box">
        <Icon name="search" tone="mute" />
        {tokens.map((token) => (
          <FilterToken
            key={token.field}
            token={token}
            onRemove={() => {
              props.onChange(without(filter, token.field))
              input.current?.focus()
            }}
          />
        ))}
        <input
          ref={input}
          type="text"
          className="flt-input"
          spellCheck={false}
          autoComplete="off"
          maxLength={1000}
          placeholder={texts.search}
          aria-label={texts.searchLabel}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return
            const last = tokens.at(-1)
            if (event.key === 'Backspace' && text === '' && last !== undefined) {
              props.onChange(without(filter, last.field))
            } else if (event.key === 'Escape' || event.key === 'ArrowDown') {
              event.preventDefault()
              event.stopPropagation()
              props.onLeave()
            }
          }}
        />
        {text === '' ? (
          <Keys keys={['/']} />
        ) : (
          <IconButton icon="close" size={11} label={texts.clearSearch} onClick={() => setText('', true)} />
        )}
      </div>
      {!isEmptyFilter(filter) && (
        <Button look="ghost" icon="close" onClick={props.onClear}>
          {texts.clear}
        </Button>
      )}
      <output className={props.busy ? 'flt-count flt-count-busy' : 'flt-count'} aria-live="polite">
        {view !== null && (
          <>
            {texts.countBefore(countText(view.total))}
            <b>{countText(view.matched)}</b>
            {texts.countAfter(countText(view.total))}
          </>
        )}
      </output>
      {props.children}
    </search>
  )
}

/** The text in the box: typed at once, put into the filter when the typing rests; follows the filter otherwise. */
function useSearchText(
  filter: SignInFilter,
  onChange: (filter: SignInFilter) => void,
): readonly [string, (text: string, now?: boolean) => void] {
  const [text, setText] = useState(filter.text)
  const timer = useRef(0)
  const latest = useRef({ filter, onChange })
  latest.current = { filter, onChange }
  useEffect(() => setText(filter.text), [filter.text])
  useEffect(() => () => window.clearTimeout(timer.current), [])
  const change = (next: string, now = false) => {
    setText(next)
    window.clearTimeout(timer.current)
    const apply = () => {
      const { filter: current, onChange: tell } = latest.current
      if (next !== current.text) tell({ ...current, text: next })
    }
    if (now) apply()
    else timer.current = window.setTimeout(apply, REST_MS)
  }
  return [text, change]
}
