import { useRef, useState } from 'react'
import type { SignInFilter } from '../../shared/domain/filter.ts'
import type { PackageOptions, PackageProgress, WrittenPackage } from '../../shared/domain/package.ts'
import { type AppError, toAppError } from '../../shared/errors.ts'
import { useBackend, useEvent } from '../backend.tsx'
import { usePlace } from '../shell/place.tsx'
import { caseFileName } from '../welcome/case-path.ts'
import type { Preview } from './use-preview.ts'

export interface Packing {
  readonly busy: boolean
  readonly progress: PackageProgress | null
  readonly written: WrittenPackage | null
  readonly error: AppError | null
  /** Stopped by hand: there is no package of it. */
  readonly cancelled: boolean
  /** Asks where to, then writes. */
  save(chosen: Pick<PackageOptions, 'signKey' | 'withCase'>): Promise<void>
  cancel(): void
}

/** Writes a package with the report that the preview shows. */
export function usePackage(preview: Preview | null, filter: SignInFilter, onStale: () => void): Packing {
  const backend = useBackend()
  const { summary } = usePlace()
  const [busy, setBusy] = useState(false)
  const [progress, setProgress] = useState<PackageProgress | null>(null)
  const [written, setWritten] = useState<WrittenPackage | null>(null)
  const [error, setError] = useState<AppError | null>(null)
  const [cancelled, setCancelled] = useState(false)
  const stopper = useRef<AbortController>(null)
  useEvent('package.progress', setProgress)

  const save: Packing['save'] = async (chosen) => {
    if (preview === null || stopper.current !== null) return
    const name = caseFileName(summary.details.caseNumber, new Date()).replace(/\.trailcase$/, '')
    setError(null)
    setCancelled(false)
    try {
      const path = await backend.call('dialog.saveFile', {
        suggestedName: `${name}-package.zip`,
        extension: 'zip',
      })
      if (path === null) return
      setBusy(true)
      setProgress(null)
      stopper.current = new AbortController()
      const options = { ...chosen, report: { ...preview.options, filter } }
      setWritten(await backend.call('package.write', { options, path }, stopper.current.signal))
    } catch (cause) {
      const failed = toAppError(cause)
      if (failed.code === 'cancelled') setCancelled(true)
      else setError(failed)
      if (failed.code === 'invalid-input') onStale()
    } finally {
      stopper.current = null
      setBusy(false)
    }
  }
  return { busy, progress, written, error, cancelled, save, cancel: () => stopper.current?.abort() }
}
