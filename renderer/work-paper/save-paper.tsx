import { useRef, useState } from 'react'
import { emptyFilter } from '../../shared/domain/filter.ts'
import { plainReport, type ReportProgress, type WrittenFile } from '../../shared/domain/report.ts'
import type { Language } from '../../shared/domain/units.ts'
import type { PaperSettings } from '../../shared/domain/work-paper.ts'
import { type AppError, toAppError } from '../../shared/errors.ts'
import { paperTexts } from '../../shared/messages/paper-screen.ts'
import { reportScreenTexts } from '../../shared/messages/report-screen.ts'
import { useBackend, useEvent } from '../backend.tsx'
import { CancelledLine } from '../report/cancelled-line.tsx'
import { savingText } from '../report/making-text.ts'
import { WrittenCard } from '../report/written-card.tsx'
import { useSettings, useTexts } from '../settings/settings.tsx'
import { usePlace } from '../shell/place.tsx'
import { Button } from '../ui/button.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { commandKey } from '../ui/keys.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { useShortcuts } from '../ui/shortcuts.ts'
import { useKept } from '../ui/use-kept.ts'
import { caseFileName } from '../welcome/case-path.ts'

/** Writes the work paper as PDF and shows what was written. */
export function SavePaper(props: { readonly settings: PaperSettings | null; readonly ready: boolean }) {
  const backend = useBackend()
  const texts = useTexts(paperTexts)
  const report = useTexts(reportScreenTexts)
  const preferred = useSettings()
  const { summary } = usePlace()
  const mod = commandKey(preferred.info.platform)
  const [own, setLanguage] = useKept<Language | null>(`${summary.path} paper language`, null)
  const language = own ?? preferred.language
  const [written, setWritten] = useState<WrittenFile | null>(null)
  const [error, setError] = useState<AppError | null>(null)
  const [busy, setBusy] = useState(false)
  const [cancelled, setCancelled] = useState(false)
  const [progress, setProgress] = useState<ReportProgress | null>(null)
  const stopper = useRef<AbortController>(null)
  const { settings } = props
  useEvent('report.progress', ({ of, ...now }) => {
    if (of === 'file') setProgress(now)
  })

  const save = async () => {
    if (settings === null || !props.ready || stopper.current !== null) return
    const name = caseFileName(summary.details.caseNumber, new Date()).replace(/\.trailcase$/, '')
    setError(null)
    setCancelled(false)
    try {
      const path = await backend.call('dialog.saveFile', {
        suggestedName: `${name}-work-paper.pdf`,
        extension: 'pdf',
      })
      if (path === null) return
      setBusy(true)
      setWritten(null)
      setProgress(null)
      stopper.current = new AbortController()
      const { signal } = stopper.current
      // What is printed stands in the case, so that it can be printed again.
      await backend.call('workPaper.keep', settings)
      const issuedAt = await backend.call('report.moment', undefined)
      const options = {
        ...plainReport,
        variant: 'work-paper' as const,
        language,
        zone: settings.zone,
        filter: emptyFilter,
        issuedAt,
        workPaper: settings,
      }
      setWritten(await backend.call('report.write', { options, format: 'pdf', path }, signal))
    } catch (cause) {
      const failed = toAppError(cause)
      if (failed.code === 'cancelled') setCancelled(true)
      else setError(failed)
    } finally {
      stopper.current = null
      setBusy(false)
    }
  }
  useShortcuts({ 'mod+p': () => void save() })
  return (
    <div className="wp-save">
      {error !== null && <ErrorNote compact error={error} onRetry={() => void save()} />}
      {cancelled && !busy && <CancelledLine />}
      {written !== null && !busy && <WrittenCard file={written} samePreview={null} />}
      <div className="wp-save-line">
        <Segmented
          label={texts.language}
          value={language}
          options={[
            { value: 'en', label: 'English', lang: 'en' },
            { value: 'ja', label: '日本語', lang: 'ja' },
          ]}
          onChange={setLanguage}
        />
        <span className="wp-grow" />
        {busy && <span>{savingText(report, progress)}</span>}
        {busy ? (
          <Button onClick={() => stopper.current?.abort()}>{texts.cancel}</Button>
        ) : (
          <Button
            look="primary"
            icon="report"
            keys={[mod, 'P']}
            disabled={!props.ready}
            onClick={() => void save()}
          >
            {texts.savePdf}
          </Button>
        )}
      </div>
    </div>
  )
}
