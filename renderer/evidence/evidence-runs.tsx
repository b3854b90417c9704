import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from 'react'
import type { Coverage } from '../../shared/domain/coverage.ts'
import { unpackCoverage } from '../../shared/domain/coverage-pack.ts'
import type { IntegrityProgress, IntegrityRun } from '../../shared/domain/integrity.ts'
import { type AppError, toAppError } from '../../shared/errors.ts'
import { validationTexts } from '../../shared/messages/validation-screen.ts'
import { type CallState, useBackend, useCall, useEvent } from '../backend.tsx'
import { useImportRun } from '../import/import-run.tsx'
import { useTexts } from '../settings/settings.tsx'
import { useToast } from '../ui/toast.tsx'

/** Validation and coverage of the open case. Both take time and outlive the screens that show them. */
export interface EvidenceRuns {
  /** The last validation; null when there was none, undefined until it was read. */
  readonly last: IntegrityRun | null | undefined
  readonly running: boolean
  readonly progress: IntegrityProgress | null
  /** Why the last validation failed. */
  readonly error: AppError | null
  /** Key lists that were chosen for the next validation. */
  readonly keys: readonly string[]
  chooseKeys(paths: readonly string[]): void
  /** Settles with true when the files were validated. */
  start(): Promise<boolean>
  stop(): void
  /** Asked for only once it is wanted, because digest files are read for it. */
  readonly coverage: CallState<Coverage>
  wantCoverage(): void
}

const RunsContext = createContext<EvidenceRuns | null>(null)

export function useEvidenceRuns(): EvidenceRuns {
  const runs = useContext(RunsContext)
  if (runs === null) throw new Error('No EvidenceRunsProvider above this component.')
  return runs
}

export function EvidenceRunsProvider(props: { readonly children: ReactNode }) {
  const backend = useBackend()
  const texts = useTexts(validationTexts)
  const toast = useToast()
  const importing = useImportRun().state === 'running'
  const { data: last, refetch } = useCall('integrity.state', undefined)
  const [wanted, setWanted] = useState(false)
  const [running, setRunning] = useState(false)
  const [progress, setProgress] = useState<IntegrityProgress | null>(null)
  const [error, setError] = useState<AppError | null>(null)
  const [keys, setKeys] = useState<readonly string[] | null>(null)
  const stopper = useRef<AbortController>(null)
  // While files are read the ledger changes all the time: the map is drawn when that is done.
  const packed = useCall('integrity.coverage', undefined, { skip: !wanted || importing })
  const map = useMemo(() => packed.data && unpackCoverage(packed.data), [packed.data])
  const coverage = useMemo(() => ({ ...packed, data: map }), [packed, map])
  useEvent('integrity.progress', setProgress)
  useEvent('case.changed', ({ what }) => {
    if (what === 'sign-ins') refetch()
  })

  const usedKeys = last?.summary.keyFiles
  const chosen = useMemo(() => keys ?? usedKeys?.map(({ path }) => path) ?? [], [keys, usedKeys])
  const start = useCallback(async () => {
    const controller = new AbortController()
    stopper.current = controller
    setRunning(true)
    setProgress(null)
    setError(null)
    try {
      const { summary } = await backend.call('integrity.verify', { keys: [...chosen] }, controller.signal)
      toast({ tone: summary.holds ? 'ok' : 'info', text: texts.ended(summary.holds) })
      refetch()
      return true
    } catch (cause) {
      const failed = toAppError(cause)
      if (failed.code === 'cancelled') toast({ tone: 'info', text: texts.stopped })
      else setError(failed)
      return false
    } finally {
      setRunning(false)
    }
  }, [backend, chosen, refetch, texts, toast])
  const stop = useCallback(() => stopper.current?.abort(), [])
  const wantCoverage = useCallback(() => setWanted(true), [])

  const runs = useMemo<EvidenceRuns>(
    () => ({
      last,
      running,
      progress,
      error,
      keys: chosen,
      chooseKeys: setKeys,
      start,
      stop,
      coverage,
      wantCoverage,
    }),
    [last, running, progress, error, chosen, start, stop, coverage, wantCoverage],
  )
  return <RunsContext value={runs}>{props.children}</RunsContext>
}
