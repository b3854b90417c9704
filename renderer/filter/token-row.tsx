import type { SignInFilter } from '../../shared/domain/filter.ts'
import { filterTexts } from '../../shared/messages/filter.ts'
import { useClocks, useLanguage, useTexts } from '../settings/settings.tsx'
import { Popover } from '../ui/menu.tsx'
import { tokenId, tokensOf, without } from './filter-change.ts'
import { FilterToken, WRITTEN } from './filter-token.tsx'
import { periodWords, shortMoment, shortValueWord, tokenRoom } from './token-words.ts'

/** Px that the typed text, the signs and "n more" keep. */
const TEXT_ROOM = 260
/** No token is wider. */
const MOST = 340

/** The tokens of a filter that fit into `width` px; the rest behind a button, so that none is cut off. */
export function TokenRow(props: {
  readonly filter: SignInFilter
  readonly width: number
  onChange(filter: SignInFilter): void
}) {
  const texts = useTexts(filterTexts)
  const tokens = tokensOf(props.filter)
  const language = useLanguage()
  const { first } = useClocks()
  let room = props.width - TEXT_ROOM
  const shown = tokens.filter((token) => {
    const words =
      token.kind === 'period'
        ? periodWords(token, first, language, shortMoment)
        : token.keys
            .slice(0, WRITTEN)
            .map((key) => shortValueWord(token.facet, key, language))
            .join(texts.or)
    const name = token.kind === 'period' ? texts.tokenPeriod : texts.tokens[token.facet]
    const more = token.kind === 'facet' && token.keys.length > WRITTEN ? texts.moreValues(9) + texts.or : ''
    room -= Math.min(MOST, tokenRoom(`${name}${words}${more}`))
    // One token is shown in any case, rather than a number alone.
    return room >= 0 || token === tokens[0]
  })
  const rest = tokens.filter((token) => !shown.includes(token))
  const draw = (token: (typeof tokens)[number]) => (
    <FilterToken
      key={tokenId(token)}
      token={token}
      onRemove={() => props.onChange(without(props.filter, token))}
    />
  )
  return (
    <>
      {shown.map(draw)}
      {rest.length > 0 && (
        <Popover
          button={texts.moreTokens(rest.length)}
          label={texts.moreTokens(rest.length)}
          buttonClass="flt-more-tokens"
        >
          <div className="flt-rest">{rest.map(draw)}</div>
        </Popover>
      )}
    </>
  )
}
