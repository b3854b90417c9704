import { type FacetChoice, type FacetName, NOT_STATED, type SignInFilter } from './filter.ts'
import { utcText } from './time.ts'

/** Facets whose missing value is one of their own closed words. */
const OWN_WORD: readonly FacetName[] = ['outcome', 'mfa']

const quoted = (text: string): string => `"${text.replaceAll(/["“”\\]/g, '\\$&')}"`

/** A filter's lists of the older kind as choices of facets, before those that were chosen as such. */
export function choicesOf(filter: SignInFilter): readonly FacetChoice[] {
  const only = (facet: FacetName, keys: readonly string[]) => keys.map((key) => ({ facet, key, not: false }))
  return [
    ...only('outcome', filter.outcomes),
    ...only('mfa', filter.mfa),
    ...only('event', filter.eventNames),
    ...only('user', filter.principals),
    ...filter.chosen,
  ]
}

/**
 * The whole filter as one text of the query language, for a search that is saved, printed or given to the command
 * line. It lets the same sign-ins through. Times that were chosen are written in UTC; those of `query` keep its zone.
 */
export function filterQuery(filter: SignInFilter): string {
  const choices = choicesOf(filter)
  const facets = [...new Set(choices.map(({ facet }) => facet))]
  const parts = [
    ...filter.text
      .split(/\s+/u)
      .filter((word) => word !== '')
      .map(quoted),
    ...facets.flatMap((facet) => {
      const keys = (not: boolean) =>
        choices.filter((choice) => choice.facet === facet && choice.not === not).map(({ key }) => key)
      return [...anyOf(facet, keys(false)), ...noneOf(facet, keys(true))]
    }),
    ...(filter.from === null ? [] : [`time>=${utcText(filter.from)}`]),
    ...(filter.to === null ? [] : [`time<${utcText(filter.to)}`]),
  ]
  const typed = filter.query.trim()
  if (typed === '') return parts.join(' ')
  return [parts.length === 0 ? typed : `(${typed})`, ...parts].join(' ')
}

function anyOf(facet: FacetName, keys: readonly string[]): string[] {
  const stated = keys.filter((key) => !isMissing(facet, key)).map(quoted)
  const parts = [
    ...(stated.length === 0 ? [] : [`${facet}:${inBrackets(stated, ' or ')}`]),
    ...(stated.length < keys.length ? [missing(facet)] : []),
  ]
  return parts.length === 0 ? [] : [inBrackets(parts, ' or ')]
}

function noneOf(facet: FacetName, keys: readonly string[]): string[] {
  return keys.map((key) => (isMissing(facet, key) ? `not ${missing(facet)}` : `-${facet}:${quoted(key)}`))
}

const isMissing = (facet: FacetName, key: string): boolean => key === NOT_STATED && !OWN_WORD.includes(facet)

// A name that AWS hides is missing too, but it is a value of its own.
const missing = (facet: FacetName): string =>
  facet === 'user' ? `user:${quoted(NOT_STATED)}` : `-has:${facet}`

function inBrackets(parts: readonly string[], joint: string): string {
  return parts.length === 1 ? (parts[0] ?? '') : `(${parts.join(joint)})`
}
