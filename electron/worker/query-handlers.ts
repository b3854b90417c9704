import type { Handlers, Served } from '../../shared/ipc/serve.ts'
import { athenaSql } from '../engine/query/athena.ts'
import { completeQuery } from '../engine/query/complete.ts'
import { facetCounts, facetValues } from '../engine/query/facet-counts.ts'
import { histogramOf } from '../engine/query/histogram.ts'
import { readQuery } from '../engine/query/read-query.ts'
import {
  removeSearch,
  renameSearch,
  restoreSearch,
  savedSearches,
  saveSearch,
} from '../engine/query/saved-searches.ts'
import { inTurns } from '../engine/query/store/steps.ts'
import type { Session } from './session.ts'

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
    'query.complete': ({ filter, caret, limit }, { signal }) =>
      inTurns(completeQuery(db(), filter, caret, limit), signal),
    'query.athena': ({ filter, table }) => athenaSql(filter, table),
    'timeline.counts': ({ filter, facets, top }, { signal }) =>
      inTurns(facetCounts(db(), filter, facets, top), signal),
    'timeline.facetValues': ({ filter, facet, search, offset, limit }, { signal }) =>
      inTurns(facetValues(db(), filter, facet, search, offset, limit), signal),
    'timeline.histogram': (ask, { signal }) => inTurns(histogramOf(db(), ask), signal),
    'search.list': () => savedSearches(db()),
    'search.save': (search) => logged(saveSearch(db(), actor(), search)),
    'search.rename': ({ id, name }) => logged(renameSearch(db(), actor(), id, name)),
    'search.remove': ({ id }) => logged(removeSearch(db(), actor(), id)),
    'search.restore': ({ id }) => logged(restoreSearch(db(), actor(), id)),
  }
}
