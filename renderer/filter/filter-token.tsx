import { filterTexts } from '../../shared/messages/filter.ts'
import { useClocks, useLanguage, useTexts } from '../settings/settings.tsx'
import { Icon } from '../ui/icon.tsx'
import { beginning } from '../ui/visible-text.ts'
import type { Token } from './filter-change.ts'
import { fieldWord, periodWords, shortValueWord, valueWord } from './token-words.ts'

/** Values that are written out; the rest is a number. */
const WRITTEN = 2

/** One active part of the filter: field, values joined by "or", and the button that removes it. */
export function FilterToken(props: { readonly token: Exclude<Token, { field: 'text' }>; onRemove(): void }) {
  const { token } = props
  const texts = useTexts(filterTexts)
  const language = useLanguage()
  const { first } = useClocks()
  const name = fieldWord(token.field, language)
  const words =
    token.field === 'period'
      ? [periodWords(token, first, language)]
      : token.keys.map((key) => valueWord(token.field, key, language))
  const short =
    token.field === 'period' ? words : token.keys.map((key) => shortValueWord(token.field, key, language))
  const all = words.join(` ${texts.or} `)
  return (
    <span className="flt-token" title={beginning(`${name} ${all}`, 1000)}>
      <i>{name}</i>
      <span>
        {short.slice(0, WRITTEN).map((word, index) => (
          <span key={words[index]}>
            {index > 0 && <u>{` ${texts.or} `}</u>}
            {word}
          </span>
        ))}
        {words.length > WRITTEN && <u>{` ${texts.or} ${texts.moreValues(words.length - WRITTEN)}`}</u>}
      </span>
      <button
        type="button"
        aria-label={texts.remove(beginning(`${name} ${all}`, 300))}
        onClick={props.onRemove}
      >
        <Icon name="close" size={10} />
      </button>
    </span>
  )
}
