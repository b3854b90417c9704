import { type FacetCounts, FacetName } from '../../shared/domain/filter.ts'
import type { Handlers, Served } from '../../shared/ipc/serve.ts'
import { completeQuery } from '../engine/query/complete.ts'
import { histogramOf } from '../engine/query/histogram.ts'
import { plainFacet } from '../engine/query/plain-counts.ts'
import { readQuery } from '../engine/query/read-query.ts'
import {
  removeSearch,
  renameSearch,
  restoreSearch,
  savedSearches,
  saveSearch,
} from '../engine/query/saved-searches.ts'
import type { Session } from './session.ts'

type QueryCalls =
  | 'query.read'
  | 'query.complete'
  | 'timeline.counts'
  | 'timeline.facetValues'
  | 'timeline.histogram'
  | 'search.list'
  | 'search.save'
  | 'search.rename'
  | 'search.remove'
  | 'search.restore'

/** Calls about the query language, what is counted beside the timeline, and saved searches. */
export function queryHandlers(session: Session, emit: Served['emit']): Pick<Handlers, QueryCalls> {
  const db = () => session.current().db
  const actor = () => session.current().actor
  const logged = <T>(value: T): T => {
    emit('case.changed', { what: 'custody' })
    return value
  }
  return {
    'query.read': ({ query, zone }) => readQuery(query, zone),
    'query.complete': ({ filter, caret, limit }) =>
      completeQuery(filter.query, caret, limit, (field, search, query, most) => {
        const facet = FacetName.safeParse(field)
        if (!facet.success) return []
        return plainFacet(db(), { ...filter, query }, facet.data)
          .filter(({ key }) => key.toLowerCase().includes(search.toLowerCase()))
          .slice(0, most)
          .map(({ key, count }) => ({ text: key, count }))
      }),
    'timeline.counts': ({ filter, facets, top }) =>
      facets.map((facet) => firstOf(facet, plainFacet(db(), filter, facet), 0, top)),
    'timeline.facetValues': ({ filter, facet, search, offset, limit }) =>
      firstOf(
        facet,
        plainFacet(db(), filter, facet).filter(({ key }) => key.toLowerCase().includes(search.toLowerCase())),
        offset,
        limit,
      ),
    'timeline.histogram': (ask) => histogramOf(db(), ask),
    'search.list': () => savedSearches(db()),
    'search.save': (search) => logged(saveSearch(db(), actor(), search)),
    'search.rename': ({ id, name }) => logged(renameSearch(db(), actor(), id, name)),
    'search.remove': ({ id }) => logged(removeSearch(db(), actor(), id)),
    'search.restore': ({ id }) => logged(restoreSearch(db(), actor(), id)),
  }
}

function firstOf(
  facet: FacetName,
  values: FacetCounts['values'],
  offset: number,
  limit: number,
): FacetCounts {
  const shown = values.slice(offset, offset + limit)
  return { facet, values: shown, more: Math.max(0, values.length - offset - shown.length) }
}
