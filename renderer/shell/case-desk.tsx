import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import type { CaseDetails, CaseSummary } from '../../shared/domain/case.ts'
import { type AppError, toAppError } from '../../shared/errors.ts'
import { useBackend, useEvent } from '../backend.tsx'
import { useImportRun } from '../import/import-run.tsx'
import { useSettings } from '../settings/settings.tsx'
import { SealingDialog } from './sealing-dialog.tsx'
import { useClosing } from './use-closing.ts'

/** Which case is open, and the ways to open, make and close one. */
export interface CaseDesk {
  /** False until the other side has said whether a case is open already. */
  readonly ready: boolean
  readonly summary: CaseSummary | null
  /** Why the last case could not be opened, and which file it was. */
  readonly trouble: { readonly path: string; readonly error: AppError } | null
  readonly busy: boolean
  /** True when it worked; otherwise `trouble` says why. */
  open(path: string): Promise<boolean>
  /** Null when it worked, else why not; who asked says so where the case was asked for. */
  create(path: string, details: CaseDetails): Promise<AppError | null>
  close(): Promise<void>
  setSummary(summary: CaseSummary): void
  clearTrouble(): void
}

const DeskContext = createContext<CaseDesk | null>(null)

export function useCaseDesk(): CaseDesk {
  const desk = useContext(DeskContext)
  if (desk === null) throw new Error('No CaseDeskProvider above this component.')
  return desk
}

export function CaseDeskProvider(props: { readonly children: ReactNode }) {
  const backend = useBackend()
  const { examiner, addressData: own } = useSettings()
  const { clear } = useImportRun()
  const { progress, close: seal, skip } = useClosing()
  const [ready, setReady] = useState(false)
  const [summary, setSummary] = useState<CaseSummary | null>(null)
  const [trouble, setTrouble] = useState<CaseDesk['trouble']>(null)
  const [busy, setBusy] = useState(false)

  const refresh = useCallback(
    () => backend.call('case.summary', undefined).then(setSummary, () => setSummary(null)),
    [backend],
  )
  useEffect(() => {
    void refresh().then(() => setReady(true))
  }, [refresh])
  useEvent('case.changed', () => void refresh())
  useRemembered(summary)

  const attempt = useCallback(
    async (run: () => Promise<CaseSummary>): Promise<AppError | null> => {
      setBusy(true)
      try {
        // The engine begins without the user's own address data; a file that is gone does not keep a case closed.
        if (own !== undefined) await backend.call('address.useSets', { paths: own }).catch(() => undefined)
        setSummary(await run())
        // The outcome of an import belongs to the case it was for.
        clear()
        setTrouble(null)
        return null
      } catch (cause) {
        return toAppError(cause)
      } finally {
        setBusy(false)
      }
    },
    [clear, own, backend],
  )

  const clearTrouble = useCallback(() => setTrouble(null), [])
  const desk = useMemo<CaseDesk>(
    () => ({
      ready,
      summary,
      trouble,
      busy,
      open: async (path) => {
        const error = await attempt(() => backend.call('case.open', { path, examiner }))
        if (error !== null) setTrouble({ path, error })
        return error === null
      },
      create: (path, details) => attempt(() => backend.call('case.create', { path, details })),
      close: async () => {
        await seal()
        setSummary(null)
        clear()
      },
      setSummary,
      clearTrouble,
    }),
    [ready, summary, trouble, busy, attempt, clearTrouble, backend, examiner, clear, seal],
  )
  return (
    <DeskContext value={desk}>
      {props.children}
      {progress !== null && <SealingDialog progress={progress} onSkip={skip} />}
    </DeskContext>
  )
}

/** Keeps the list of recent cases up to date with what the open case holds. */
function useRemembered(summary: CaseSummary | null): void {
  const backend = useBackend()
  const entry =
    summary === null
      ? ''
      : JSON.stringify({
          path: summary.path,
          caseNumber: summary.details.caseNumber,
          title: summary.details.title,
          signIns: summary.signIns,
          firstTime: summary.firstTime,
          lastTime: summary.lastTime,
        })
  useEffect(() => {
    if (entry === '') return
    // A list that cannot be written costs a convenience, not evidence.
    backend.call('recent.remember', JSON.parse(entry)).catch(() => undefined)
  }, [backend, entry])
}
