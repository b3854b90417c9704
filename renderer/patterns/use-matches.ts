import { useCallback, useEffect, useRef, useState } from 'react'
import { emptyFilter } from '../../shared/domain/filter.ts'
import type { PatternPart } from '../../shared/domain/pattern.ts'
import type { SignInRow } from '../../shared/domain/sign-in.ts'
import { type AppError, toAppError } from '../../shared/errors.ts'
import { useBackend } from '../backend.tsx'
import { createPageCache } from '../timeline/page-cache.ts'
import { type OpenedView, PAGE_ROWS, readPage } from '../timeline/view-rows.ts'

const MAX_PAGES = 40
const FIRST_SIGHT = 60

export interface Matches {
  readonly opened: OpenedView | null
  readonly error: AppError | null
  /** Opens the view again, after the engine has let it go. */
  reopen(): void
}

/** The records of a result as a view of the timeline, so that they are listed and scrolled in the same way. */
export function useMatches(run: number, part: PatternPart, onRunLost: () => void): Matches {
  const backend = useBackend()
  const [opened, setOpened] = useState<OpenedView | null>(null)
  const [error, setError] = useState<AppError | null>(null)
  const [turn, setTurn] = useState(0)
  const lost = useRef(onRunLost)
  lost.current = onRunLost

  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` asks again
  useEffect(() => {
    const stop = new AbortController()
    const open = async () => {
      const view = await backend.call('pattern.open', { run, part, keep: null }, stop.signal)
      const cache = createPageCache<SignInRow>({
        view: view.view,
        count: view.matched,
        pageSize: PAGE_ROWS,
        maxPages: MAX_PAGES,
      })
      await Promise.all(cache.missing(0, FIRST_SIGHT).map((request) => readPage(backend, cache, request)))
      return { view, filter: emptyFilter, cache, bursts: null, laterBursts: null, kept: null }
    }
    open().then(
      (next) => {
        if (stop.signal.aborted) return
        setOpened(next)
        setError(null)
      },
      (cause: unknown) => {
        if (stop.signal.aborted) return
        const failure = toAppError(cause)
        if (failure.code === 'not-found') lost.current()
        else setError(failure)
      },
    )
    return () => stop.abort()
  }, [backend, run, part, turn])
  const reopen = useCallback(() => setTurn((now) => now + 1), [])
  return { opened, error, reopen }
}
