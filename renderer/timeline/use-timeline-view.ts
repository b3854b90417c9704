import { useCallback, useEffect, useRef, useState } from 'react'
import type { SignInFilter } from '../../shared/domain/filter.ts'
import { type AppError, toAppError } from '../../shared/errors.ts'
import { useBackend, useEvent } from '../backend.tsx'
import { type KeptRow, type OpenedView, openView } from './view-rows.ts'

/** New rows of an import are shown at most this often; less often where opening a result takes long. */
const REFRESH_MS = 2000
const REFRESH_SHARE = 10

export interface TimelineViewState {
  /** The newest result whose first rows are here; an older one stays until then. */
  readonly opened: OpenedView | null
  readonly error: AppError | null
  /** True while a result for another filter is on its way. */
  readonly pending: boolean
  /** Opens the result again, for example around another row. Answers with it, or null when it failed or was overtaken. */
  reopen(keep?: KeptRow): Promise<OpenedView | null>
}

/**
 * The result of `filter`, opened again when the filter changes and, at a calm pace, when rows arrive.
 * `keptRow` tells which row should stay where it is, `grouped` whether bursts are wanted with it.
 */
export function useTimelineView(
  filter: SignInFilter,
  keptRow: () => KeptRow | null,
  grouped: boolean,
): TimelineViewState {
  const backend = useBackend()
  const [opened, setOpened] = useState<OpenedView | null>(null)
  const [error, setError] = useState<AppError | null>(null)
  const [pending, setPending] = useState(true)
  const latest = useRef({ filter, keptRow, grouped })
  latest.current = { filter, keptRow, grouped }
  const running = useRef<AbortController | null>(null)
  const pace = useRef({ finished: 0, took: 0, timer: 0, waiting: false })

  const reopen = useCallback(
    async (keep?: KeptRow): Promise<OpenedView | null> => {
      running.current?.abort()
      const stop = new AbortController()
      running.current = stop
      const begin = performance.now()
      const now = latest.current
      try {
        const next = await openView(backend, now.filter, keep ?? now.keptRow(), stop.signal, now.grouped)
        if (stop.signal.aborted) return null
        setOpened(next)
        setError(null)
        return next
      } catch (cause) {
        if (!stop.signal.aborted) setError(toAppError(cause))
        return null
      } finally {
        if (running.current === stop) {
          running.current = null
          setPending(false)
        }
        pace.current.finished = performance.now()
        pace.current.took = pace.current.finished - begin
      }
    },
    [backend],
  )

  const key = JSON.stringify(filter)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for the filter
  useEffect(() => {
    setPending(true)
    void reopen()
  }, [key, reopen])

  const refresh = useCallback(() => {
    const { finished, took, waiting } = pace.current
    if (waiting) return
    pace.current.waiting = true
    const due = finished + Math.max(REFRESH_MS, took * REFRESH_SHARE) - performance.now()
    pace.current.timer = window.setTimeout(
      () => {
        pace.current.waiting = false
        // A result on its way may have been counted before these rows came.
        if (running.current === null) void reopen()
        else refresh()
      },
      Math.max(50, due),
    )
  }, [reopen])
  useEvent('case.changed', ({ what }) => {
    if (what === 'sign-ins' || what === 'findings') refresh()
  })

  useEffect(
    () => () => {
      window.clearTimeout(pace.current.timer)
      running.current?.abort()
    },
    [],
  )
  return { opened, error, pending, reopen }
}
