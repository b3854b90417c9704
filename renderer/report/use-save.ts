import { useRef, useState } from 'react'
import type { SignInFilter } from '../../shared/domain/filter.ts'
import type { ExportFormat, ReportProgress, WrittenFile } from '../../shared/domain/report.ts'
import { type AppError, toAppError } from '../../shared/errors.ts'
import { useBackend, useEvent } from '../backend.tsx'
import { usePlace } from '../shell/place.tsx'
import { caseFileName } from '../welcome/case-path.ts'
import type { Preview } from './use-preview.ts'

export interface Save {
  /** The format that is being written now. */
  readonly saving: ExportFormat | null
  readonly progress: ReportProgress | null
  readonly written: WrittenFile | null
  readonly error: AppError | null
  save(format: ExportFormat): Promise<void>
  cancel(): void
}

/** Asks where to, writes the file, and keeps what was written. `onStale`: the preview no longer shows the case. */
export function useSave(preview: Preview | null, filter: SignInFilter, onStale: () => void): Save {
  const backend = useBackend()
  const { summary } = usePlace()
  const [saving, setSaving] = useState<ExportFormat | null>(null)
  const [progress, setProgress] = useState<ReportProgress | null>(null)
  const [written, setWritten] = useState<WrittenFile | null>(null)
  const [error, setError] = useState<AppError | null>(null)
  const stopper = useRef<AbortController>(null)
  // A preview sends the same events; only those of a running save are of interest here.
  useEvent('report.progress', (now) => {
    if (stopper.current !== null) setProgress(now)
  })

  const save = async (format: ExportFormat) => {
    if (preview === null || stopper.current !== null) return
    const name = caseFileName(summary.details.caseNumber, new Date()).replace(/\.trailcase$/, '')
    const suggestedName = `${name}-${format === 'pdf' || format === 'html' ? 'report' : 'sign-ins'}.${format}`
    setError(null)
    try {
      const path = await backend.call('dialog.saveFile', { suggestedName, extension: format })
      if (path === null) return
      setSaving(format)
      setProgress(null)
      stopper.current = new AbortController()
      const options = { ...preview.options, filter }
      const file = await backend.call('report.write', { options, format, path }, stopper.current.signal)
      setWritten(file)
      if (file.format === 'pdf' && file.sha256 !== preview.sha256) onStale()
    } catch (cause) {
      const failed = toAppError(cause)
      setError(failed)
      if (failed.code === 'invalid-input') onStale()
    } finally {
      stopper.current = null
      setSaving(null)
    }
  }
  return { saving, progress, written, error, save, cancel: () => stopper.current?.abort() }
}
