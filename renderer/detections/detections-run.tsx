import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { DetectionProgress, DetectionState } from '../../shared/domain/finding.ts'
import { type AppError, toAppError } from '../../shared/errors.ts'
import { detectionTexts } from '../../shared/messages/detections.ts'
import { useBackend, useCall, useEvent } from '../backend.tsx'
import { useImportRun } from '../import/import-run.tsx'
import { useTexts } from '../settings/settings.tsx'
import { useToast } from '../ui/toast.tsx'

/** What the rules have found, and the run that is going on. It outlives the screens. */
export interface DetectionsRun {
  /** Undefined until it was read. */
  readonly state: DetectionState | undefined
  readonly running: boolean
  readonly progress: DetectionProgress | null
  /** Why the last run failed. */
  readonly error: AppError | null
  start(): void
  /** The findings of the run before are kept. */
  stop(): void
}

const RunContext = createContext<DetectionsRun | null>(null)

export function useDetectionsRun(): DetectionsRun {
  const run = useContext(RunContext)
  if (run === null) throw new Error('No DetectionsProvider above this component.')
  return run
}

/**
 * Asks the rules by itself after an import of this window, because that is when people want to know. A case that is
 * merely opened is not changed: there the screen offers it, and says when findings are out of date.
 */
export function DetectionsProvider(props: { readonly children: ReactNode }) {
  const backend = useBackend()
  const texts = useTexts(detectionTexts)
  const toast = useToast()
  const imported = useImportRun()
  const { data: state, refetch } = useCall('detection.state', undefined)
  const [running, setRunning] = useState(false)
  const [progress, setProgress] = useState<DetectionProgress | null>(null)
  const [error, setError] = useState<AppError | null>(null)
  const stopper = useRef<AbortController>(null)
  useEvent('detection.progress', setProgress)
  useEvent('case.changed', ({ what }) => {
    if (what === 'findings' || what === 'sign-ins' || what === 'known' || what === 'addresses') refetch()
  })

  const start = useCallback(() => {
    const controller = new AbortController()
    stopper.current = controller
    setRunning(true)
    setProgress(null)
    setError(null)
    backend
      .call('detection.run', undefined, controller.signal)
      .then(
        (now) => toast({ tone: now.open === 0 ? 'ok' : 'info', text: texts.ran(now.open) }),
        (cause: unknown) => {
          const failed = toAppError(cause)
          if (failed.code === 'cancelled') toast({ tone: 'info', text: texts.stopped })
          else setError(failed)
        },
      )
      .finally(() => setRunning(false))
  }, [backend, texts, toast])
  const stop = useCallback(() => stopper.current?.abort(), [])

  // The turn of the import whose end has been answered with a run.
  const answered = useRef(imported.state === 'done' ? imported.turn : 0)
  useEffect(() => {
    if (imported.state !== 'done' || imported.turn === answered.current) return
    answered.current = imported.turn
    if ((imported.outcome?.sums.signIns ?? 0) > 0) start()
  }, [imported.state, imported.turn, imported.outcome, start])

  const run = useMemo<DetectionsRun>(
    () => ({ state, running, progress, error, start, stop }),
    [state, running, progress, error, start, stop],
  )
  return <RunContext value={run}>{props.children}</RunContext>
}
