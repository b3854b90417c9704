import { barStarts, widthFor } from '../../shared/domain/bar-times.ts'
import {
  type FacetCounts,
  type FacetName,
  NOT_STATED,
  type SignInFilter,
} from '../../shared/domain/filter.ts'
import { principalKey } from '../../shared/domain/principal-key.ts'
import type { SavedSearch } from '../../shared/domain/query.ts'
import type { SignInRow } from '../../shared/domain/sign-in.ts'
import { AppError } from '../../shared/errors.ts'
import type { Handlers } from '../../shared/ipc/serve.ts'
import { rows } from './fake-case.ts'

type QueryCalls =
  | 'query.read'
  | 'query.complete'
  | 'query.athena'
  | 'timeline.counts'
  | 'timeline.facetValues'
  | 'timeline.histogram'
  | 'search.list'
  | 'search.save'
  | 'search.rename'
  | 'search.remove'
  | 'search.restore'

const KEYS: Record<FacetName, (row: SignInRow) => string | null> = {
  outcome: (row) => row.outcome,
  mfa: (row) => row.mfa,
  event: (row) => row.eventName,
  user: principalKey,
  account: (row) => row.recipientAccountId ?? row.accountId,
  region: (row) => row.region,
  country: () => null,
  network: () => null,
  browser: (row) => row.agentName,
  system: (row) => row.agentSystem,
  ip: (row) => row.sourceIp,
  agent: (row) => row.userAgent,
  tag: () => null,
}

/** The key under which a made-up row is counted. */
export function fakeKey(facet: FacetName, row: SignInRow): string {
  return KEYS[facet](row) ?? NOT_STATED
}

/** True when a row passes the facet choices of a filter. */
export function passesChoices(row: SignInRow, { chosen }: SignInFilter, without?: FacetName): boolean {
  const facets = new Set(chosen.map(({ facet }) => facet).filter((facet) => facet !== without))
  return [...facets].every((facet) => {
    const key = fakeKey(facet, row)
    const of = chosen.filter((choice) => choice.facet === facet)
    const wanted = of.filter(({ not }) => !not)
    return (
      (wanted.length === 0 || wanted.some((choice) => choice.key === key)) &&
      !of.some((choice) => choice.not && choice.key === key)
    )
  })
}

/** Counts over the made-up rows; `matching` filters them the slow and obvious way. */
export function fakeQuery(
  matching: (filter: SignInFilter, without?: FacetName) => readonly SignInRow[],
  all: () => readonly SignInRow[] = () => rows,
): Pick<Handlers, QueryCalls> {
  let searches: readonly SavedSearch[] = []
  const change = (id: number, changes: Partial<SavedSearch>): SavedSearch => {
    searches = searches.map((search) => (search.id === id ? { ...search, ...changes } : search))
    const changed = searches.find((search) => search.id === id)
    if (changed === undefined) throw new AppError('not-found', `There is no search ${id}.`)
    return changed
  }
  return {
    // The language itself is the engine's; here every text is one word.
    'query.read': ({ query }) => ({
      problem: null,
      notices: [],
      parts: query.trim() === '' ? [] : [{ kind: 'word', from: 0, to: query.length }],
      clauses: query.trim() === '' ? [] : [{ from: 0, to: query.length, field: null, not: false }],
      times: [],
    }),
    'query.athena': ({ filter, table }) => ({
      kind: 'sql',
      sql: `select * from "${table}" -- ${filter.query}`,
      notices: [],
    }),
    'query.complete': ({ caret }) => ({ from: caret, to: caret, field: null, suggestions: [] }),
    'timeline.counts': ({ filter, facets, top }) =>
      facets.map((facet) => counted(facet, matching(filter, facet), '', 0, top)),
    'timeline.facetValues': ({ filter, facet, search, offset, limit }) =>
      counted(facet, matching(filter, facet), search, offset, limit),
    'timeline.histogram': ({ filter, zone, bars, from, to }) => {
      const times = all().flatMap((row) => (row.eventTime === null ? [] : [row.eventTime]))
      if (times.length === 0) return { width: '1m', bars: [], withoutTime: { matched: 0, total: 0 } }
      const begin = from ?? Math.min(...times)
      const end = to ?? Math.max(...times) + 1
      const width = widthFor(end - begin, bars)
      const starts = barStarts(begin, end, width, zone)
      const found = matching(filter)
      const within = (of: readonly SignInRow[], low: number, high: number) =>
        of.filter((row) => row.eventTime !== null && row.eventTime >= low && row.eventTime < high)
      return {
        width,
        bars: starts.slice(0, -1).map((start, index) => {
          const stop = starts[index + 1] ?? start
          const here = within(found, start, stop)
          const count = (outcome: SignInRow['outcome']) =>
            here.filter((row) => row.outcome === outcome).length
          return {
            start,
            end: stop,
            success: count('success'),
            failure: count('failure'),
            notStated: count('not-stated'),
            total: within(all(), start, stop).length,
          }
        }),
        withoutTime: { matched: 0, total: 0 },
      }
    },
    'search.list': () => searches.filter(({ removed }) => !removed),
    'search.save': ({ name, query, zone }) => {
      const search = { id: searches.length + 1, name, query, zone, author: '', at: 0, removed: false }
      searches = [...searches, search]
      return search
    },
    'search.rename': ({ id, name }) => change(id, { name }),
    'search.remove': ({ id }) => change(id, { removed: true }),
    'search.restore': ({ id }) => change(id, { removed: false }),
  }
}

function counted(
  facet: FacetName,
  of: readonly SignInRow[],
  search: string,
  offset: number,
  limit: number,
): FacetCounts {
  const counts = new Map<string, number>()
  for (const row of of) {
    const key = fakeKey(facet, row)
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const values = [...counts]
    .filter(([key]) => key.toLowerCase().includes(search.toLowerCase()))
    .sort(([, a], [, b]) => b - a)
    .map(([key, count]) => {
      const who = facet === 'user' ? of.find((row) => principalKey(row) === key) : undefined
      return { key, count, kind: who?.principalKind ?? null, name: who?.principalName ?? null }
    })
  const shown = values.slice(offset, offset + limit)
  return { facet, values: shown, more: Math.max(0, values.length - offset - shown.length) }
}
