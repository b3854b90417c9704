import { useEffect, useReducer } from 'react'
import { type Backend, useBackend } from '../backend.tsx'
import { usePlace } from '../shell/place.tsx'
import { createSqlStore, type SqlStore } from './sql-store.ts'

const stores = new WeakMap<Backend, Map<string, SqlStore>>()

/** The open queries of the case that is shown. The component is drawn again when something of them changes. */
export function useSqlStore(): SqlStore {
  const backend = useBackend()
  const { summary } = usePlace()
  const ofBackend = stores.get(backend) ?? new Map<string, SqlStore>()
  stores.set(backend, ofBackend)
  const store = ofBackend.get(summary.path) ?? createSqlStore(backend)
  ofBackend.set(summary.path, store)
  // Not by comparing states: rows that arrive are no part of the state.
  const [, redraw] = useReducer((turn: number) => turn + 1, 0)
  useEffect(() => store.subscribe(redraw), [store])
  return store
}
