import type { FacetName, SignInFilter } from '../../shared/domain/filter.ts'
import { choicesOf } from '../../shared/domain/filter-query.ts'

/** The filter with its older lists among the choices, so that there is one place to look. */
function settled(filter: SignInFilter): SignInFilter {
  return {
    ...filter,
    outcomes: [],
    mfa: [],
    eventNames: [],
    principals: [],
    chosen: [...choicesOf(filter)],
  }
}

/** The chosen values of a facet: those that are wanted, or those that are left out. */
export function chosenKeys(filter: SignInFilter, facet: FacetName, not = false): readonly string[] {
  return choicesOf(filter)
    .filter((choice) => choice.facet === facet && choice.not === not)
    .map(({ key }) => key)
}

/** Wants a value or leaves it out; the same again takes the choice back, the other one turns it round. */
export function toggled(filter: SignInFilter, facet: FacetName, key: string, not = false): SignInFilter {
  const now = settled(filter)
  const others = now.chosen.filter((choice) => choice.facet !== facet || choice.key !== key)
  const same = chosenKeys(filter, facet, not).includes(key)
  return { ...now, chosen: same ? others : [...others, { facet, key, not }] }
}

/** Only this value of its facet; all else stays. */
export function only(filter: SignInFilter, facet: FacetName, key: string): SignInFilter {
  const now = settled(filter)
  return {
    ...now,
    chosen: [...now.chosen.filter((choice) => choice.facet !== facet), { facet, key, not: false }],
  }
}

/** A part of the filter that is shown, and can be removed, as one token. The query is in the box as text. */
export type Token =
  | {
      readonly kind: 'facet'
      readonly facet: FacetName
      readonly not: boolean
      readonly keys: readonly string[]
    }
  | { readonly kind: 'period'; readonly from: number | null; readonly to: number | null }

/** What tells a token from all others of a filter. */
export function tokenId(token: Token): string {
  return token.kind === 'period' ? 'period' : `${token.facet}${token.not ? ' not' : ''}`
}

/** The active parts of a filter, in the order in which they were first chosen. */
export function tokensOf(filter: SignInFilter): readonly Token[] {
  const tokens = new Map<string, Token>()
  for (const { facet, key, not } of choicesOf(filter)) {
    const empty = { kind: 'facet', facet, not, keys: [] } as const
    const before = tokens.get(tokenId(empty))
    const keys = before?.kind === 'facet' ? before.keys : []
    tokens.set(tokenId(empty), { ...empty, keys: [...keys, key] })
  }
  if (filter.from !== null || filter.to !== null) {
    tokens.set('period', { kind: 'period', from: filter.from, to: filter.to })
  }
  return [...tokens.values()]
}

/** The filter without one of its parts. */
export function without(filter: SignInFilter, token: Token): SignInFilter {
  if (token.kind === 'period') return { ...filter, from: null, to: null }
  const now = settled(filter)
  return {
    ...now,
    chosen: now.chosen.filter(({ facet, not }) => facet !== token.facet || not !== token.not),
  }
}
