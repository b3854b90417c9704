import { filterTexts } from '../../shared/messages/filter.ts'
import { useClocks, useLanguage, useTexts } from '../settings/settings.tsx'
import { Icon } from '../ui/icon.tsx'
import { beginning } from '../ui/visible-text.ts'
import type { Token } from './filter-change.ts'
import { periodWords, shortMoment, shortValueWord, valueWord } from './token-words.ts'

/** Values that are written out; the rest is a number. */
export const WRITTEN = 2

/** One active part of the filter: its name, values joined by "or", and the button that removes it. */
export function FilterToken(props: { readonly token: Token; onRemove(): void }) {
  const { token } = props
  const texts = useTexts(filterTexts)
  const language = useLanguage()
  const { first, second } = useClocks()
  const isPeriod = token.kind === 'period'
  const name = isPeriod ? texts.tokenPeriod : texts.tokens[token.facet]
  const words = isPeriod
    ? [periodWords(token, first, language)]
    : token.keys.map((key) => valueWord(token.facet, key, language))
  const short = isPeriod
    ? [periodWords(token, first, language, shortMoment)]
    : token.keys.map((key) => shortValueWord(token.facet, key, language))
  const not = !isPeriod && token.not
  const all = `${name} ${not ? `${texts.not} ` : ''}${words.join(` ${texts.or} `)}`
  const other = isPeriod && second !== null ? `\u2003${periodWords(token, second, language)}` : ''
  return (
    <span className={not ? 'flt-token flt-token-not' : 'flt-token'} title={beginning(`${all}${other}`, 1000)}>
      <i>{name}</i>
      {not && <em>{texts.not}</em>}
      <span>
        {short.slice(0, WRITTEN).map((word, index) => (
          <span key={token.kind === 'period' ? 'period' : token.keys[index]}>
            {index > 0 && <u>{` ${texts.or} `}</u>}
            {word}
          </span>
        ))}
        {words.length > WRITTEN && <u>{` ${texts.or} ${texts.moreValues(words.length - WRITTEN)}`}</u>}
      </span>
      <button type="button" aria-label={texts.remove(beginning(all, 300))} onClick={props.onRemove}>
        <Icon name="close" size={10} />
      </button>
    </span>
  )
}
