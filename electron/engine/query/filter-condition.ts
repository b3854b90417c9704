import type { FacetName, SignInFilter } from '../../../shared/domain/filter.ts'
import { type Condition, EVERYTHING } from './condition.ts'
import type { QueryField } from './fields.ts'
import { queryClauses } from './read-query.ts'
import { folded } from './text-pattern.ts'

/** A condition of a filter, and the facet whose values it chooses among; null for all that is no facet's own. */
export interface FilterClause {
  readonly facet: FacetName | null
  readonly condition: Condition
}

/** Fields of the query that are facets, under the same name. */
const FACET_OF: Partial<Record<QueryField, FacetName>> = {
  outcome: 'outcome',
  event: 'event',
  user: 'user',
  mfa: 'mfa',
  account: 'account',
  region: 'region',
  country: 'country',
  network: 'network',
  browser: 'browser',
  system: 'system',
  ip: 'ip',
  agent: 'agent',
  tag: 'tag',
}

/**
 * All that a row must meet to pass a filter. A facet's own choices are told apart, from the query too: its counts do
 * not obey them, so that another value can be added. Throws `query-unreadable`.
 */
export function filterClauses(filter: SignInFilter): FilterClause[] {
  const clauses: FilterClause[] = queryClauses(filter.query, filter.zone).map(({ field, meaning }) => ({
    facet: field === null ? null : (FACET_OF[field] ?? null),
    condition: meaning.condition,
  }))
  for (const word of filter.text.split(/\s+/u)) {
    if (word === '') continue
    clauses.push({
      facet: null,
      condition: { kind: 'text', pattern: { pieces: [folded(word)], typed: [word] } },
    })
  }
  if (filter.from !== null || filter.to !== null) {
    clauses.push({ facet: null, condition: { kind: 'time', from: filter.from, to: filter.to } })
  }
  return [...clauses, ...choicesOf(filter)]
}

function choicesOf(filter: SignInFilter): FilterClause[] {
  const wanted = new Map<FacetName, string[]>()
  const unwanted = new Map<FacetName, string[]>()
  const add = (to: Map<FacetName, string[]>, facet: FacetName, keys: readonly string[]) => {
    if (keys.length > 0) to.set(facet, [...(to.get(facet) ?? []), ...keys])
  }
  add(wanted, 'outcome', filter.outcomes)
  add(wanted, 'mfa', filter.mfa)
  add(wanted, 'event', filter.eventNames)
  add(wanted, 'user', filter.principals)
  for (const { facet, key, not } of filter.chosen) add(not ? unwanted : wanted, facet, [key])
  const keys = (facet: FacetName, of: readonly string[]): Condition => ({ kind: 'keys', facet, keys: of })
  return [
    ...[...wanted].map(([facet, of]) => ({ facet, condition: keys(facet, of) })),
    ...[...unwanted].map(([facet, of]) => ({
      facet,
      condition: { kind: 'not' as const, part: keys(facet, of) },
    })),
  ]
}

/** The clauses as one condition, without those of one facet. */
export function joinClauses(clauses: readonly FilterClause[], without?: FacetName): Condition {
  const parts = clauses
    .filter(({ facet }) => without === undefined || facet !== without)
    .map(({ condition }) => condition)
  const [only] = parts
  if (only === undefined) return EVERYTHING
  return parts.length === 1 ? only : { kind: 'and', parts }
}

/** The whole filter as one condition. Throws `query-unreadable`. */
export function filterCondition(filter: SignInFilter): Condition {
  return joinClauses(filterClauses(filter))
}
