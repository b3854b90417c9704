import type { PDFDocumentProxy } from 'pdfjs-dist'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { CaseSummary } from '../../shared/domain/case.ts'
import type { ReportOptions, ReportProgress } from '../../shared/domain/report.ts'
import { type AppError, toAppError } from '../../shared/errors.ts'
import { useBackend, useEvent } from '../backend.tsx'
import { openPdf, pdfLibrary } from './pdf-document.ts'

/** A laid-out report: what was asked, the hash of its bytes, and the pages. */
export interface Preview {
  readonly options: ReportOptions
  readonly sha256: string
  readonly pages: number
  /** Null when the bytes are there but cannot be drawn. */
  readonly document: PDFDocumentProxy | null
}

export interface PreviewState {
  /** The newest one; it stays while the next is made. */
  readonly preview: Preview | null
  readonly making: boolean
  /** How far the engine is with the one being made; null when it has not said. */
  readonly progress: ReportProgress | null
  readonly error: AppError | null
  /** The making was stopped by hand; what is shown, if anything, is of earlier choices. */
  readonly stopped: boolean
  refresh(): void
  cancel(): void
}

/** A preview with what it shows: the choice, and how many entries the custody log of the case had. */
interface Made {
  readonly key: string
  readonly entries: number
  readonly preview: Preview
}

/** Typing in a field must not lay the report out at each letter. */
const WAIT_MS = 400

// The preview outlives a visit to another screen. Whatever changes a case adds an entry to its custody log, so a
// preview of as many entries still shows the case as it is.
let left: Made | null = null

function close(made: Made | null): void {
  void made?.preview.document?.loadingTask.destroy()
}

/**
 * Lays the report out again whenever `choice` or the case changes. The engine names the moment of issue, which is
 * fixed with the preview; saving uses the same options and so gives the same bytes. `hold` waits, for example
 * during an import.
 */
export function usePreview(
  summary: CaseSummary,
  choice: Omit<ReportOptions, 'issuedAt'>,
  hold: boolean,
): PreviewState {
  const backend = useBackend()
  const key = JSON.stringify([summary.path, choice])
  const { entries } = summary.custody
  const fits = (made: Made | null) => made?.key === key && made.entries === entries
  const [made, setMade] = useState(() => (!hold && fits(left) ? left : null))
  const [making, setMaking] = useState(!hold && made === null)
  const [progress, setProgress] = useState<ReportProgress | null>(null)
  const [error, setError] = useState<AppError | null>(null)
  const [stopped, setStopped] = useState(false)
  const [turn, setTurn] = useState(0)
  const stopper = useRef<() => void>(undefined)
  const latest = useRef({ choice, key, entries })
  latest.current = { choice, key, entries }
  const shown = useRef(made)
  const first = useRef(true)

  useEvent('case.changed', ({ what }) => {
    if (what !== 'custody') setTurn((n) => n + 1)
  })
  useEvent('report.progress', ({ of, ...now }) => {
    if (of === 'preview') setProgress(now)
  })
  useEffect(() => {
    // Loading fails again, and is told, when a page is to be drawn.
    pdfLibrary().catch(() => undefined)
    return () => {
      if (left !== shown.current) close(left)
      left = shown.current
    }
  }, [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for the choice, `turn` makes it again
  useEffect(() => {
    if (hold) return
    const soon = first.current ? 0 : WAIT_MS
    const ready = first.current && shown.current !== null
    first.current = false
    if (ready) return
    const stop = new AbortController()
    const make = async () => {
      const now = latest.current
      try {
        const issuedAt = await backend.call('report.moment', undefined, stop.signal)
        const options = { ...now.choice, issuedAt }
        const { bytes, sha256, pages } = await backend.call('report.preview', options, stop.signal)
        const document = await openPdf(bytes).catch(() => null)
        const next = { key: now.key, entries: now.entries, preview: { options, sha256, pages, document } }
        if (stop.signal.aborted) return close(next)
        const before = shown.current
        shown.current = next
        setMade(next)
        setError(null)
        setMaking(false)
        close(before)
      } catch (cause) {
        if (stop.signal.aborted) return
        setError(toAppError(cause))
        setMaking(false)
      }
    }
    setMaking(true)
    setStopped(false)
    setProgress(null)
    const timer = setTimeout(() => void make(), soon)
    const end = () => {
      clearTimeout(timer)
      stop.abort()
    }
    stopper.current = end
    return end
  }, [backend, key, hold, turn])

  const refresh = useCallback(() => setTurn((n) => n + 1), [])
  const cancel = useCallback(() => {
    stopper.current?.()
    setMaking(false)
    setStopped(true)
  }, [])
  return { preview: made?.preview ?? null, making, progress, error, stopped, refresh, cancel }
}
