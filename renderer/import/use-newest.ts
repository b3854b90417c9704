import { useCallback, useEffect, useRef, useState } from 'react'
import { emptyFilter } from '../../shared/domain/filter.ts'
import type { SignInRow } from '../../shared/domain/sign-in.ts'
import { type AppError, toAppError } from '../../shared/errors.ts'
import { useBackend, useEvent } from '../backend.tsx'

const ROWS = 60
const LIVE_MS = 2000

export interface Newest {
  readonly total: number
  /** Newest first; undefined before the first answer. */
  readonly rows: readonly SignInRow[] | undefined
  readonly error: AppError | undefined
}

/**
 * The newest sign-ins of the case, asked again every two seconds while `live`, as soon as the first may be there, and
 * once at its end. `expected`: so many are known of from elsewhere.
 */
export function useNewest(live: boolean, expected: number): Newest {
  const backend = useBackend()
  const [newest, setNewest] = useState<Newest>({ total: 0, rows: undefined, error: undefined })
  const running = useRef(false)
  const isStale = useRef(false)

  const look = useCallback(async () => {
    try {
      const view = await backend.call('timeline.open', { filter: emptyFilter, keep: null })
      const offset = Math.max(0, view.total - ROWS)
      const rows =
        view.total === 0 ? [] : await backend.call('timeline.page', { view: view.view, offset, limit: ROWS })
      // Rows whose time cannot be read stand last in the timeline; here they would look like the newest.
      const newestFirst = rows.toReversed()
      setNewest({
        total: view.total,
        rows: [
          ...newestFirst.filter((row) => row.eventTime !== null),
          ...newestFirst.filter((row) => row.eventTime === null),
        ],
        error: undefined,
      })
    } catch (cause) {
      setNewest((now) => ({ ...now, error: toAppError(cause) }))
    }
  }, [backend])

  /** One look at a time. What is asked for during one may be newer than its answer, so another one follows. */
  const fetch = useCallback(async () => {
    isStale.current = true
    if (running.current) return
    running.current = true
    while (isStale.current) {
      isStale.current = false
      await look()
    }
    running.current = false
  }, [look])

  // Runs when `live` changes too: the last rows of an import come with its end.
  useEffect(() => {
    void fetch()
    if (!live) return
    const timer = setInterval(() => {
      if (!running.current) void fetch()
    }, LIVE_MS)
    return () => clearInterval(timer)
  }, [fetch, live])
  useEvent('case.changed', ({ what }) => {
    if (what === 'sign-ins' && live && newest.total === 0) void fetch()
  })
  const { total } = newest
  useEffect(() => {
    if (total === 0 && expected > 0) void fetch()
  }, [total, expected, fetch])
  return newest
}
