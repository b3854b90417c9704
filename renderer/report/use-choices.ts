import { useCallback, useEffect, useRef, useState } from 'react'
import { type KeptReport, plainReport } from '../../shared/domain/report.ts'
import { type AppError, toAppError } from '../../shared/errors.ts'
import { useBackend } from '../backend.tsx'
import { usePlace } from '../shell/place.tsx'
import { useKept } from '../ui/use-kept.ts'

export interface Choices {
  /** Null until the case has said what was chosen before. */
  readonly choices: KeptReport | null
  readonly error: AppError | null
  change(part: Partial<KeptReport>): void
  /** Tries again to keep them. */
  keep(): void
}

const NOTHING_KEPT: KeptReport = { ...plainReport, language: null, zone: null }
/** Somebody who types is not saved at each letter. */
const WAIT_MS = 500

/** What is chosen for the report of the open case; kept with the case, so that the next report begins with it. */
export function useChoices(): Choices {
  const backend = useBackend()
  const { summary } = usePlace()
  // Found again at once on the next visit, so that the preview that was left there still fits.
  const [choices, setChoices] = useKept<KeptReport | null>(`${summary.path} report choices`, null)
  const known = useRef(choices !== null)
  const [error, setError] = useState<AppError | null>(null)
  const unsaved = useRef<KeptReport | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const keep = useCallback(() => {
    clearTimeout(timer.current)
    const now = unsaved.current
    if (now === null) return
    unsaved.current = null
    backend.call('report.keep', now).then(
      () => setError(null),
      (cause: unknown) => {
        // Something newer may have been chosen while this failed.
        unsaved.current ??= now
        setError(toAppError(cause))
      },
    )
  }, [backend])

  useEffect(() => {
    let gone = false
    if (!known.current) ask()
    return () => {
      gone = true
      keep()
    }
    function ask() {
      backend.call('report.kept', undefined).then(
        (kept) => gone || setChoices(kept ?? NOTHING_KEPT),
        (cause: unknown) => {
          if (gone) return
          setChoices(NOTHING_KEPT)
          setError(toAppError(cause))
        },
      )
    }
  }, [backend, keep, setChoices])

  const change = useCallback(
    (part: Partial<KeptReport>) => {
      setChoices((before) => {
        const next = { ...(before ?? NOTHING_KEPT), ...part }
        unsaved.current = next
        return next
      })
      clearTimeout(timer.current)
      timer.current = setTimeout(keep, WAIT_MS)
    },
    [keep, setChoices],
  )
  return { choices, error, change, keep }
}
