import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef, useState } from 'react'
import type { CallName, EventBody, EventName, Input, Output } from '../shared/contract.ts'
import { type AppError, toAppError } from '../shared/errors.ts'
import type { Client } from '../shared/ipc/client.ts'

/** The other side as a component sees it: typed calls and events, and the path of a dropped file. */
export interface Backend extends Client {
  pathOf(file: File): string
}

const BackendContext = createContext<Backend | null>(null)

export function BackendProvider(props: { readonly backend: Backend; readonly children: ReactNode }) {
  return <BackendContext value={props.backend}>{props.children}</BackendContext>
}

/** The client of the tree. Throws outside `BackendProvider`, which is a mistake in the program. */
export function useBackend(): Backend {
  const backend = useContext(BackendContext)
  if (backend === null) throw new Error('No BackendProvider above this component.')
  return backend
}

/** Waiting shows grey bars only after this time, so that fast answers do not flicker. */
const SLOW_AFTER_MS = 300

export interface CallState<T> {
  /** The newest answer. It stays while the next one is on its way, so that nothing jumps. */
  readonly data: T | undefined
  readonly error: AppError | undefined
  readonly loading: boolean
  /** True when the running call has taken longer than 300 ms. */
  readonly slow: boolean
  refetch(): void
}

/**
 * Calls `name` when the component appears and whenever `input` changes (compared as JSON). `skip` holds the call
 * back. A call that is no longer wanted is cancelled and its answer ignored.
 */
export function useCall<K extends CallName>(
  name: K,
  input: Input<K>,
  options: { readonly skip?: boolean } = {},
): CallState<Output<K>> {
  const backend = useBackend()
  const [data, setData] = useState<Output<K>>()
  const [error, setError] = useState<AppError>()
  const [loading, setLoading] = useState(options.skip !== true)
  const [slow, setSlow] = useState(false)
  const [turn, setTurn] = useState(0)
  const key = JSON.stringify(input)
  const latest = useRef(input)
  latest.current = input

  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for the input, `turn` asks again
  useEffect(() => {
    if (options.skip === true) return
    const stop = new AbortController()
    const timer = setTimeout(() => setSlow(true), SLOW_AFTER_MS)
    setLoading(true)
    const settle = (apply: () => void) => {
      if (stop.signal.aborted) return
      clearTimeout(timer)
      setLoading(false)
      setSlow(false)
      apply()
    }
    backend.call(name, latest.current, stop.signal).then(
      (output) =>
        settle(() => {
          setData(() => output)
          setError(undefined)
        }),
      (cause: unknown) => settle(() => setError(toAppError(cause))),
    )
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [backend, name, key, options.skip, turn])

  const refetch = useCallback(() => setTurn((value) => value + 1), [])
  return { data, error, loading, slow, refetch }
}

/** Listens to an event of the other side while the component is shown; the newest `listener` is called. */
export function useEvent<K extends EventName>(name: K, listener: (body: EventBody<K>) => void): void {
  const backend = useBackend()
  const latest = useRef(listener)
  latest.current = listener
  useEffect(() => backend.on(name, (body) => latest.current(body)), [backend, name])
}
