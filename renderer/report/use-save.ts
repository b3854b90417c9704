import { useSyncExternalStore } from 'react'
import type { SignInFilter } from '../../shared/domain/filter.ts'
import type { ExportFormat } from '../../shared/domain/report.ts'
import { toAppError } from '../../shared/errors.ts'
import { useBackend, useEvent } from '../backend.tsx'
import { usePlace } from '../shell/place.tsx'
import { caseFileName } from '../welcome/case-path.ts'
import { idleJob, type SaveJob, saveJobOf } from './save-job.ts'
import type { Preview } from './use-preview.ts'

export interface Save {
  readonly job: SaveJob
  save(format: ExportFormat): Promise<void>
  cancel(): void
}

/** Asks where to, writes the file, and keeps what was written. `onStale`: the preview no longer shows the case. */
export function useSave(preview: Preview | null, filter: SignInFilter, onStale: () => void): Save {
  const backend = useBackend()
  const { summary } = usePlace()
  const store = saveJobOf(backend)
  const newest = useSyncExternalStore(store.subscribe, store.get)
  const job = newest.casePath === summary.path ? newest : idleJob(summary.path)
  useEvent('report.progress', ({ of, ...progress }) => {
    if (of === 'file' && store.get().saving !== null) store.set({ progress })
  })

  const save = async (format: ExportFormat) => {
    if (preview === null || store.get().saving !== null) return
    const name = caseFileName(summary.details.caseNumber, new Date()).replace(/\.trailcase$/, '')
    const suggestedName = `${name}-${format === 'pdf' || format === 'html' ? 'report' : 'sign-ins'}.${format}`
    try {
      const path = await backend.call('dialog.saveFile', { suggestedName, extension: format })
      if (path === null) return
      const signal = store.begin(summary.path, format)
      if (signal === null) return
      const options = { ...preview.options, filter }
      const written = await backend.call('report.write', { options, format, path }, signal)
      store.set({ written })
      if (format === 'pdf' && written.sha256 !== preview.sha256) onStale()
    } catch (cause) {
      const error = toAppError(cause)
      if (error.code === 'cancelled') store.set({ cancelled: true })
      else store.set({ casePath: summary.path, error })
      if (error.code === 'invalid-input') onStale()
    } finally {
      store.set({ saving: null, stopping: false })
    }
  }
  return { job, save, cancel: store.stop }
}
