import type { PDFDocumentProxy } from 'pdfjs-dist'
import { useCallback, useEffect, useRef, useState } from 'react'
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
  refresh(): void
}

/** Typing in a field must not lay the report out at each letter. */
const WAIT_MS = 400

/**
 * Lays the report out again whenever `choice` or the case changes. The moment of issue is fixed with the preview,
 * rounded up to a whole second so that it does not lie before the last change; saving uses the same options and
 * so gives the same bytes. `hold` waits, for example during an import.
 */
export function usePreview(choice: Omit<ReportOptions, 'issuedAt'>, hold: boolean): PreviewState {
  const backend = useBackend()
  const [preview, setPreview] = useState<Preview | null>(null)
  const [making, setMaking] = useState(!hold)
  const [progress, setProgress] = useState<ReportProgress | null>(null)
  const [error, setError] = useState<AppError | null>(null)
  const [turn, setTurn] = useState(0)
  const latest = useRef(choice)
  latest.current = choice
  const shown = useRef<PDFDocumentProxy | null>(null)
  const first = useRef(true)
  const key = JSON.stringify(choice)

  useEvent('case.changed', ({ what }) => {
    if (what !== 'custody') setTurn((n) => n + 1)
  })
  useEvent('report.progress', setProgress)
  useEffect(() => {
    // Loading fails again, and is told, when a page is to be drawn.
    pdfLibrary().catch(() => undefined)
    return () => {
      void shown.current?.loadingTask.destroy()
    }
  }, [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for the choice, `turn` makes it again
  useEffect(() => {
    if (hold) return
    const stop = new AbortController()
    const make = async () => {
      try {
        const issuedAt = await backend.call('report.moment', undefined, stop.signal)
        const options = { ...latest.current, issuedAt }
        const answer = await backend.call('report.preview', options, stop.signal)
        const document = await openPdf(answer.bytes).catch(() => null)
        if (stop.signal.aborted) {
          void document?.loadingTask.destroy()
          return
        }
        const before = shown.current
        shown.current = document
        setPreview({ options, sha256: answer.sha256, pages: answer.pages, document })
        setError(null)
        setMaking(false)
        void before?.loadingTask.destroy()
      } catch (cause) {
        if (stop.signal.aborted) return
        setError(toAppError(cause))
        setMaking(false)
      }
    }
    setMaking(true)
    setProgress(null)
    const timer = setTimeout(() => void make(), first.current ? 0 : WAIT_MS)
    first.current = false
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [backend, key, hold, turn])

  const refresh = useCallback(() => setTurn((n) => n + 1), [])
  return { preview, making, progress, error, refresh }
}
