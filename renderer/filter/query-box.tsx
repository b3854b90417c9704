import './query.css'
import {
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import type { SignInFilter } from '../../shared/domain/filter.ts'
import type { QuerySuggestion } from '../../shared/domain/query.ts'
import { filterTexts } from '../../shared/messages/filter.ts'
import { searchTexts } from '../../shared/messages/search.ts'
import { useTexts } from '../settings/settings.tsx'
import { IconButton } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Keys } from '../ui/keys.tsx'
import { QueryMarks } from './query-marks.tsx'
import { isNoteworthy, QueryNote } from './query-note.tsx'
import { SuggestionList, suggestionId } from './suggestion-list.tsx'
import { type CompletionAsk, useCompletion } from './use-completion.ts'
import type { QueryText } from './use-query-text.ts'

export interface QueryBoxProps {
  readonly filter: SignInFilter
  readonly query: QueryText
  readonly input: RefObject<HTMLInputElement | null>
  readonly box: RefObject<HTMLDivElement | null>
  /** Tokens before the text, and what stands at the end of the box. */
  readonly children: ReactNode
  readonly end: ReactNode
  /** Backspace at the beginning of an empty box. */
  onTakeToken(): void
  /** Enter, or leaving the box: the query is one to remember. */
  onDone(): void
  /** Esc or ↓ in the box: back to the list. */
  onLeave(): void
}

/** The box of the query language: text with marks, suggestions by keyboard, errors under the place where they are. */
export function QueryBox(props: QueryBoxProps) {
  const { query, input } = props
  const texts = useTexts(searchTexts)
  const filters = useTexts(filterTexts)
  const id = useId()
  const inner = useRef<HTMLSpanElement>(null)
  const caretWanted = useRef<number | null>(null)
  const [focused, setFocused] = useState(false)
  const [ask, setAsk] = useState<CompletionAsk | null>(null)
  const [active, setActive] = useState(-1)
  const suggestions = useCompletion(props.filter, ask)
  const open = suggestions !== null && focused
  const bad = query.reading !== null && query.reading.problem !== null
  const noted = isNoteworthy(query.reading) && (focused || bad) && !open

  const askAt = (text: string, caret: number, asked = false) => {
    setAsk({ text, caret, asked })
    setActive(-1)
  }
  const close = () => {
    setAsk(null)
    setActive(-1)
  }
  const pick = ({ insert, kind }: QuerySuggestion) => {
    // Suggestions of an older text would go into the wrong place.
    if (suggestions === null || suggestions.of.text !== query.text) return
    const rest = query.text.slice(suggestions.to)
    const space = kind === 'value' && !/^\s/.test(rest) && rest === '' ? ' ' : ''
    const text = `${query.text.slice(0, suggestions.from)}${insert}${space}${rest}`
    const caret = suggestions.from + insert.length + space.length
    caretWanted.current = caret
    query.write(text)
    if (kind === 'field') askAt(text, caret)
    else close()
  }
  useLayoutEffect(() => {
    if (caretWanted.current !== null)
      input.current?.setSelectionRange(caretWanted.current, caretWanted.current)
    caretWanted.current = null
    follow(input.current, inner.current)
  })

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return
    if (open && onListKey(event)) return
    const { selectionStart, selectionEnd } = event.currentTarget
    const wantsAll = (event.ctrlKey && event.key === ' ') || (event.altKey && event.key === 'ArrowDown')
    if (wantsAll) askAt(query.text, selectionStart ?? query.text.length, true)
    else if (event.key === 'Enter') {
      query.search()
      close()
      props.onDone()
    } else if (event.key === 'Backspace' && selectionStart === 0 && selectionEnd === 0) {
      props.onTakeToken()
      return
    } else if (event.key === 'Escape' || event.key === 'ArrowDown') props.onLeave()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const onListKey = (event: KeyboardEvent): boolean => {
    const all = suggestions?.suggestions ?? []
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (move !== undefined && !event.altKey) {
      setActive(active === -1 && move === -1 ? all.length - 1 : (active + move + all.length) % all.length)
    } else if (event.key === 'Escape') close()
    else if (event.key === 'Tab' && !event.shiftKey) pickAt(Math.max(0, active))
    else if (event.key === 'Enter' && active >= 0) pickAt(active)
    else return false
    event.preventDefault()
    event.stopPropagation()
    return true
  }
  const pickAt = (index: number) => {
    const suggestion = suggestions?.suggestions[index]
    if (suggestion !== undefined) pick(suggestion)
  }

  return (
    <div className="qry-field">
      <div ref={props.box} className={bad && !open ? 'qry-box qry-box-bad' : 'qry-box'}>
        <Icon name="search" tone="mute" />
        {props.children}
        <span className="qry-text">
          <QueryMarks text={query.text} reading={query.reading} inner={inner} />
          <input
            ref={input}
            type="text"
            role="combobox"
            className="qry-input"
            spellCheck={false}
            autoComplete="off"
            maxLength={4000}
            placeholder={texts.placeholder}
            aria-label={texts.label}
            aria-autocomplete="list"
            aria-expanded={open}
            aria-controls={open ? `${id}-list` : undefined}
            aria-activedescendant={open && active >= 0 ? suggestionId(`${id}-list`, active) : undefined}
            aria-invalid={bad}
            aria-describedby={noted ? `${id}-note` : undefined}
            value={query.text}
            onChange={(event) => {
              const { value, selectionStart } = event.target
              query.write(value)
              askAt(value, selectionStart ?? value.length)
            }}
            onScroll={() => follow(input.current, inner.current)}
            onSelect={() => follow(input.current, inner.current)}
            onFocus={() => setFocused(true)}
            onBlur={() => {
              setFocused(false)
              close()
              props.onDone()
            }}
            onKeyDown={onKeyDown}
          />
        </span>
        {query.text === '' ? (
          <Keys keys={['/']} />
        ) : (
          <IconButton
            icon="close"
            size={11}
            label={filters.clearSearch}
            onClick={() => query.write('', true)}
          />
        )}
        {props.end}
      </div>
      {open && <SuggestionList id={`${id}-list`} suggestions={suggestions} active={active} onPick={pick} />}
      {noted && query.reading !== null && (
        <QueryNote id={`${id}-note`} text={query.text} zone={query.zone} reading={query.reading} />
      )}
      <output className="sr-only" aria-live="polite">
        {open ? texts.suggested(suggestions.suggestions.length) : ''}
      </output>
    </div>
  )
}

/** The marks move with the text of the box. */
function follow(input: HTMLInputElement | null, marks: HTMLElement | null): void {
  if (input !== null && marks !== null) marks.style.transform = `translateX(${-input.scrollLeft}px)`
}
