import { useEffect, useRef } from 'react'
import { FacetName } from '../../shared/domain/filter.ts'
import type { QuerySuggestion } from '../../shared/domain/query.ts'
import { queryFieldWord } from '../../shared/messages/query-fields.ts'
import { searchTexts } from '../../shared/messages/search.ts'
import { countText } from '../settings/numbers.ts'
import { useLanguage, useTexts } from '../settings/settings.tsx'
import { visibleText } from '../ui/visible-text.ts'
import { valueWord } from './token-words.ts'
import type { Suggestions } from './use-completion.ts'

export const suggestionId = (list: string, index: number): string => `${list}-${index}`

/** What fits at the caret: fields with their meaning, values with words and counts. */
export function SuggestionList(props: {
  readonly id: string
  readonly suggestions: Suggestions
  readonly active: number
  onPick(suggestion: QuerySuggestion): void
}) {
  const { id, suggestions, active } = props
  const language = useLanguage()
  const texts = useTexts(searchTexts)
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current
      ?.querySelector(`#${CSS.escape(suggestionId(id, active))}`)
      ?.scrollIntoView({ block: 'nearest' })
  }, [id, active])
  return (
    <div ref={list} id={id} role="listbox" aria-label={texts.suggestions} className="qry-suggestions">
      {suggestions.suggestions.map((suggestion, index) => (
        <div
          key={suggestion.insert}
          id={suggestionId(id, index)}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          // The box keeps the focus.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => props.onPick(suggestion)}
          onKeyDown={() => undefined}
        >
          <code>{visibleText(suggestion.kind === 'field' ? suggestion.insert : suggestion.text)}</code>
          <span>{wordsFor(suggestions.field, suggestion, language)}</span>
          {suggestion.count !== null && (
            <>
              <b aria-hidden="true">{countText(suggestion.count)}</b>
              <span className="sr-only">{texts.events(countText(suggestion.count))}</span>
            </>
          )}
        </div>
      ))}
    </div>
  )
}

/** The meaning of a field, or what a value is called elsewhere in the window. */
function wordsFor(field: string | null, { kind, text }: QuerySuggestion, language: 'en' | 'ja'): string {
  if (kind === 'field') return queryFieldWord(language, text)
  const facet = FacetName.safeParse(field)
  if (kind === 'operator' || !facet.success || facet.data === 'user') return ''
  const word = valueWord(facet.data, text, language)
  return word === visibleText(text) || word === `"${visibleText(text)}"` ? '' : word
}
