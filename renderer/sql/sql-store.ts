import type { SqlOutcome, SqlRow } from '../../shared/domain/sql.ts'
import { type AppError, toAppError } from '../../shared/errors.ts'
import type { Client } from '../../shared/ipc/client.ts'
import type { ExampleKey } from './examples.ts'

/** Where the text of a tab came from; null for one that was typed here. */
export type Origin =
  | { readonly kind: 'example'; readonly key: ExampleKey }
  | { readonly kind: 'saved'; readonly id: number; readonly name: string }
  | null

/** What is known of the last run of a tab. */
export interface Result {
  readonly run: number
  readonly sql: string
  readonly columns: readonly string[]
  readonly rows: number
  /** Null while the query runs. */
  readonly outcome: SqlOutcome | null
  /** When it began, by `performance.now()`. */
  readonly began: number
  readonly error: AppError | null
}

export interface Tab {
  readonly id: number
  readonly origin: Origin
  /** The number of an untitled tab. */
  readonly number: number
  readonly sql: string
  /** The text as it was opened or saved. */
  readonly base: string
  readonly result: Result | null
}

export interface SqlState {
  readonly tabs: readonly [Tab, ...Tab[]]
  readonly current: number
  /** The tab whose query runs; one at a time. */
  readonly running: number | null
}

/** The open queries of one case. Lives beside React, so that a query goes on while another screen is shown. */
export interface SqlStore {
  state(): SqlState
  subscribe(listener: () => void): () => void
  type(sql: string): void
  open(origin: Origin, sql: string): void
  choose(id: number): void
  close(id: number): void
  /** The current tab is now what was saved. */
  named(origin: Origin, sql: string): void
  run(): Promise<void>
  stop(): void
  /** A row of a result, if it is there; asks for it otherwise and tells the listeners when it has come. */
  row(run: number, index: number): SqlRow | undefined
  /** Why rows of a result could not be read. */
  readonly lost: (run: number) => AppError | undefined
}

const PAGE = 200

export function createSqlStore(backend: Client): SqlStore {
  const listeners = new Set<() => void>()
  const pages = new Map<string, readonly SqlRow[]>()
  const asked = new Set<string>()
  const failed = new Map<number, AppError>()
  let lastTab = 1
  let lastRun = 0
  let stopper: AbortController | null = null
  let running: Promise<void> = Promise.resolve()
  let state: SqlState = { tabs: [freshTab(1, null, '')], current: 1, running: null }

  const tell = () => {
    for (const listener of listeners) listener()
  }
  const set = (change: Partial<SqlState>) => {
    state = { ...state, ...change }
    tell()
  }
  const change = (id: number, fields: Partial<Tab>) => {
    const [first, ...rest] = state.tabs
    const one = (tab: Tab): Tab => (tab.id === id ? { ...tab, ...fields } : tab)
    set({ tabs: [one(first), ...rest.map(one)] })
  }
  const tabNow = () => state.tabs.find(({ id }) => id === state.current) ?? state.tabs[0]

  backend.on('sql.progress', ({ run, columns, rows }) => {
    const tab = state.tabs.find(({ id }) => id === state.running)
    if (tab?.result == null || run <= lastRun) return
    forgetShortPages(run)
    change(tab.id, { result: { ...tab.result, run, columns, rows } })
  })

  /** A page that was not full when it was asked for has more rows by now. */
  function forgetShortPages(run: number): void {
    for (const [key, rows] of pages) {
      if (key.startsWith(`${run} `) && rows.length < PAGE) {
        pages.delete(key)
        asked.delete(key)
      }
    }
  }

  async function runTab(tab: Tab): Promise<void> {
    stopper = new AbortController()
    const { signal } = stopper
    const result: Result = {
      run: 0,
      sql: tab.sql,
      columns: [],
      rows: 0,
      outcome: null,
      began: performance.now(),
      error: null,
    }
    change(tab.id, { result })
    set({ running: tab.id })
    try {
      const outcome = await backend.call('sql.run', { sql: tab.sql }, signal)
      lastRun = outcome.run
      forgetShortPages(outcome.run)
      const { run, columns, rows } = outcome
      change(tab.id, { result: { ...result, run, columns, rows, outcome } })
    } catch (cause) {
      change(tab.id, { result: { ...result, error: toAppError(cause) } })
    } finally {
      set({ running: null })
    }
  }

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    type: (sql) => change(state.current, { sql }),
    open(origin, sql) {
      const same = state.tabs.find((tab) => origin !== null && sameOrigin(tab.origin, origin))
      if (same !== undefined) return set({ current: same.id })
      lastTab += 1
      const tab = freshTab(lastTab, origin, sql)
      const [first, ...rest] = state.tabs
      const isEmpty = rest.length === 0 && first.sql.trim() === '' && first.result === null
      set({ tabs: isEmpty ? [tab] : [first, ...rest, tab], current: tab.id })
    },
    choose: (id) => set({ current: id }),
    close(id) {
      if (state.running === id) stopper?.abort()
      const [first, ...rest] = state.tabs.filter((tab) => tab.id !== id)
      lastTab += 1
      const tabs: SqlState['tabs'] = first === undefined ? [freshTab(lastTab, null, '')] : [first, ...rest]
      const at = state.tabs.findIndex((tab) => tab.id === id)
      const next = tabs[Math.min(at, tabs.length - 1)] ?? tabs[0]
      set({ tabs, current: state.current === id ? next.id : state.current })
    },
    named: (origin, sql) => change(state.current, { origin, base: sql }),
    async run() {
      const { id, sql } = tabNow()
      if (sql.trim() === '') return
      stopper?.abort()
      await running
      const tab = state.tabs.find((one) => one.id === id)
      if (tab === undefined) return
      running = runTab(tab)
      await running
    },
    stop: () => stopper?.abort(),
    row(run, index) {
      const page = Math.floor(index / PAGE)
      const key = `${run} ${page}`
      const known = pages.get(key)?.[index - page * PAGE]
      if (known !== undefined || asked.has(key) || failed.has(run)) return known
      asked.add(key)
      backend.call('sql.page', { run, offset: page * PAGE, limit: PAGE }).then(
        (rows) => {
          pages.set(key, rows)
          tell()
        },
        (cause: unknown) => {
          failed.set(run, toAppError(cause))
          tell()
        },
      )
      return undefined
    },
    lost: (run) => failed.get(run),
  }
}

function freshTab(id: number, origin: Origin, sql: string): Tab {
  return { id, number: id, origin, sql, base: sql, result: null }
}

function sameOrigin(a: Origin, b: Origin): boolean {
  if (a?.kind === 'example' && b?.kind === 'example') return a.key === b.key
  return a?.kind === 'saved' && b?.kind === 'saved' && a.id === b.id
}
