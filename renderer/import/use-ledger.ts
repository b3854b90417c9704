import { useCallback, useEffect, useRef, useState } from 'react'
import type { Output } from '../../shared/contract.ts'
import type { LedgerView, SourceRow } from '../../shared/domain/source.ts'
import { type AppError, toAppError } from '../../shared/errors.ts'
import { useBackend, useEvent } from '../backend.tsx'

type Counts = Output<'import.ledger'>['counts']

/** Rows are asked for in pages of this many. */
export const PAGE = 200
/** While files are being read, what is shown is asked again this often. */
const LIVE_MS = 2000

export interface LedgerRows {
  readonly counts: Counts | null
  readonly error: AppError | null
  readonly slow: boolean
  /** The row, or undefined while its page is on the way. */
  rowAt(index: number): SourceRow | undefined
  /** Asks for the pages that hold these rows, unless they are there. */
  need(first: number, last: number): void
  refetch(): void
}

/**
 * The ledger of one view, page by page; what is shown stays while newer rows are fetched. `expected`: so many lines are
 * known of from elsewhere.
 */
export function useLedger(view: LedgerView, live: boolean, expected: number): LedgerRows {
  const backend = useBackend()
  const [counts, setCounts] = useState<Counts | null>(null)
  const [error, setError] = useState<AppError | null>(null)
  const [slow, setSlow] = useState(false)
  const pages = useRef(new Map<number, readonly SourceRow[]>())
  const asked = useRef(new Set<number>())
  const shown = useRef({ first: 0, last: 0 })
  const generation = useRef(0)
  const [, redraw] = useState(0)

  const fetchPage = useCallback(
    async (page: number) => {
      const born = generation.current
      asked.current.add(page)
      const timer = setTimeout(() => setSlow(true), 300)
      try {
        const answer = await backend.call('import.ledger', { view, offset: page * PAGE, limit: PAGE })
        if (born !== generation.current) return
        pages.current.set(page, answer.rows)
        setCounts(answer.counts)
        setError(null)
        redraw((n) => n + 1)
      } catch (cause) {
        if (born === generation.current) setError(toAppError(cause))
      } finally {
        clearTimeout(timer)
        setSlow(false)
      }
    },
    [backend, view],
  )

  const refetch = useCallback(() => {
    const first = Math.floor(shown.current.first / PAGE)
    const last = Math.floor(shown.current.last / PAGE)
    // Pages out of sight are asked for again when they come into sight.
    for (const page of asked.current) {
      if (page < first || page > last) asked.current.delete(page)
    }
    for (let page = first; page <= last; page += 1) void fetchPage(page)
  }, [fetchPage])

  useEffect(() => {
    generation.current += 1
    pages.current.clear()
    asked.current.clear()
    shown.current = { first: 0, last: 0 }
    void fetchPage(0)
  }, [fetchPage])

  useEffect(() => {
    if (!live) return
    const timer = setInterval(refetch, LIVE_MS)
    return () => {
      clearInterval(timer)
      refetch()
    }
  }, [live, refetch])
  // The first lines are shown as soon as there are any.
  const isEmpty = (counts?.all ?? 0) === 0
  useEvent('case.changed', ({ what }) => {
    if (what === 'sign-ins' && (!live || isEmpty)) refetch()
  })
  useEffect(() => {
    if (isEmpty && expected > 0) refetch()
  }, [isEmpty, expected, refetch])

  const need = useCallback(
    (first: number, last: number) => {
      shown.current = { first, last }
      for (let page = Math.floor(first / PAGE); page <= Math.floor(last / PAGE); page += 1) {
        if (!asked.current.has(page)) void fetchPage(page)
      }
    },
    [fetchPage],
  )
  const rowAt = useCallback(
    (index: number) => pages.current.get(Math.floor(index / PAGE))?.[index % PAGE],
    [],
  )
  return { counts, error, slow, rowAt, need, refetch }
}
