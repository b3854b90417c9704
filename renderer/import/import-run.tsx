import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from 'react'
import type { ImportOutcome, ImportProgress } from '../../shared/domain/source.ts'
import { type AppError, toAppError } from '../../shared/errors.ts'
import { useBackend, useEvent } from '../backend.tsx'

/** The import of this session. It outlives the screens, so that one can look at the timeline meanwhile. */
export interface ImportRun {
  /** Counts the imports of this session, so that the start of one is noticed however short it is. */
  readonly turn: number
  readonly state: 'idle' | 'running' | 'done' | 'failed'
  /** What was dropped or chosen. */
  readonly paths: readonly string[]
  readonly progress: ImportProgress | null
  readonly outcome: ImportOutcome | null
  readonly error: AppError | null
  readonly stopping: boolean
  /** Held by the user, where reading is now: in the middle of a file too. */
  readonly paused: boolean
  /** `raiseLimits` reads again, with higher limits, what a limit cut off. */
  start(paths: readonly string[], raiseLimits?: boolean): void
  pause(paused: boolean): void
  /** Ends it; what is read is kept and the outcome says so. */
  stop(): void
  /** Forgets the import, when another case is opened. */
  clear(): void
}

type Facts = Omit<ImportRun, 'start' | 'pause' | 'stop' | 'clear'>
const idle: Facts = {
  turn: 0,
  state: 'idle',
  paths: [],
  progress: null,
  outcome: null,
  error: null,
  stopping: false,
  paused: false,
}

const RunContext = createContext<ImportRun | null>(null)

export function useImportRun(): ImportRun {
  const run = useContext(RunContext)
  if (run === null) throw new Error('No ImportProvider above this component.')
  return run
}

export function ImportProvider(props: { readonly children: ReactNode }) {
  const backend = useBackend()
  const [facts, setFacts] = useState(idle)
  const stopper = useRef<AbortController>(null)
  useEvent('import.progress', (progress) =>
    setFacts((now) => (now.state === 'running' ? { ...now, progress } : now)),
  )

  const start = useCallback(
    (paths: readonly string[], raiseLimits = false) => {
      const controller = new AbortController()
      stopper.current = controller
      setFacts((now) => ({ ...idle, turn: now.turn + 1, state: 'running', paths }))
      backend.call('import.run', { paths: [...paths], raiseLimits }, controller.signal).then(
        (outcome) => setFacts((now) => ({ ...now, state: 'done', outcome, stopping: false })),
        (cause: unknown) =>
          setFacts((now) => ({ ...now, state: 'failed', error: toAppError(cause), stopping: false })),
      )
    },
    [backend],
  )
  const pause = useCallback(
    (paused: boolean) => {
      backend.call('import.pause', { paused }).then(
        () => setFacts((now) => ({ ...now, paused })),
        // It goes on as before, and the button still says so.
        () => undefined,
      )
    },
    [backend],
  )
  const stop = useCallback(() => {
    stopper.current?.abort()
    setFacts((now) => (now.state === 'running' ? { ...now, stopping: true } : now))
  }, [])
  const clear = useCallback(() => setFacts((now) => ({ ...idle, turn: now.turn })), [])

  const run = useMemo<ImportRun>(
    () => ({ ...facts, start, pause, stop, clear }),
    [facts, start, pause, stop, clear],
  )
  return <RunContext value={run}>{props.children}</RunContext>
}
