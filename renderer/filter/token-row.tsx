import type { SignInFilter } from '../../shared/domain/filter.ts'
import { filterTexts } from '../../shared/messages/filter.ts'
import { useTexts } from '../settings/settings.tsx'
import { Popover } from '../ui/menu.tsx'
import { tokenId, tokensOf, without } from './filter-change.ts'
import { FilterToken } from './filter-token.tsx'

/** A token with two short values takes about this much, the typed text needs that. In px. */
const TOKEN_ROOM = 210
const TEXT_ROOM = 280

/** The tokens of a filter that fit into `width` px; the rest behind a button, so that none is cut off. */
export function TokenRow(props: {
  readonly filter: SignInFilter
  readonly width: number
  onChange(filter: SignInFilter): void
}) {
  const texts = useTexts(filterTexts)
  const tokens = tokensOf(props.filter)
  const fitting = Math.max(1, Math.floor((props.width - TEXT_ROOM) / TOKEN_ROOM))
  const shown = tokens.length <= fitting ? tokens : tokens.slice(0, Math.max(0, fitting - 1))
  const rest = tokens.slice(shown.length)
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
