import { useCallback, useEffect, useRef, useState } from 'react'
import { type AppError, toAppError } from '../../shared/errors.ts'

/** Rows are asked for in pages of this many. */
const PAGE = 200

/** A long list of the other side, page by page. */
export interface Pages<T> {
  /** The row, or undefined while its page is on the way. */
  rowAt(index: number): T | undefined
  /** Asks for the pages with these rows, unless they are there. */
  need(first: number, last: number): void
  readonly error: AppError | null
  retry(): void
}

/** Keeps the pages that were asked for. `ask` must be a new function when the list is another one. */
export function usePages<T>(ask: (offset: number, limit: number) => Promise<readonly T[]>): Pages<T> {
  const pages = useRef(new Map<number, readonly T[]>())
  const asked = useRef(new Set<number>())
  const generation = useRef(0)
  const [error, setError] = useState<AppError | null>(null)
  const [, redraw] = useState(0)

  const need = useCallback(
    (first: number, last: number) => {
      const born = generation.current
      for (let page = Math.floor(first / PAGE); page <= Math.floor(last / PAGE); page += 1) {
        if (asked.current.has(page)) continue
        asked.current.add(page)
        ask(page * PAGE, PAGE).then(
          (rows) => {
            if (born !== generation.current) return
            pages.current.set(page, rows)
            setError(null)
            redraw((n) => n + 1)
          },
          (cause: unknown) => {
            if (born !== generation.current) return
            asked.current.delete(page)
            setError(toAppError(cause))
          },
        )
      }
    },
    [ask],
  )
  const retry = useCallback(() => {
    generation.current += 1
    pages.current.clear()
    asked.current.clear()
    setError(null)
    redraw((n) => n + 1)
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list begins empty
  useEffect(() => retry(), [ask, retry])
  const rowAt = useCallback(
    (index: number) => pages.current.get(Math.floor(index / PAGE))?.[index % PAGE],
    [],
  )
  return { rowAt, need, error, retry }
}
