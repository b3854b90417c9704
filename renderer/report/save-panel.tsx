import { useRef, useState } from 'react'
import type { SignInFilter } from '../../shared/domain/filter.ts'
import type { ExportFormat } from '../../shared/domain/report.ts'
import { packageScreenTexts } from '../../shared/messages/package-screen.ts'
import { reportScreenTexts } from '../../shared/messages/report-screen.ts'
import { useSettings, useTexts } from '../settings/settings.tsx'
import { Button } from '../ui/button.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { useFocusBack } from '../ui/focus-back.ts'
import { commandKey } from '../ui/keys.tsx'
import { useShortcuts } from '../ui/shortcuts.ts'
import { CancelledLine } from './cancelled-line.tsx'
import { PackageDialog } from './package-dialog.tsx'
import { SavingLine } from './saving-line.tsx'
import type { Preview } from './use-preview.ts'
import { useSave } from './use-save.ts'
import { WrittenCard } from './written-card.tsx'

/** The ways to hand the case over, and what came of the last one. */
export function SavePanel(props: {
  readonly preview: Preview | null
  readonly making: boolean
  readonly filter: SignInFilter
  /** The case changed after the preview was made. */
  onStale(): void
}) {
  const texts = useTexts(reportScreenTexts)
  const packageWords = useTexts(packageScreenTexts)
  const mod = commandKey(useSettings().info.platform)
  const { preview, making, filter, onStale } = props
  const { job, save, cancel } = useSave(preview, filter, onStale)
  // After a visit elsewhere the job that runs is still the newest.
  const [last, setLast] = useState<ExportFormat>(job.saving ?? 'pdf')
  const buttons = useRef<HTMLDivElement>(null)
  const [packing, setPacking] = useState(false)
  const { saving, written, error } = job
  const busy = saving !== null
  const ready = preview !== null && !making && !busy
  const start = (format: ExportFormat) => {
    setLast(format)
    void save(format)
  }
  const giveFocusBack = useFocusBack(
    () => buttons.current?.querySelector<HTMLElement>(`[data-format="${last}"]`) ?? null,
    ready,
  )
  useShortcuts({ 'mod+p': () => ready && start('pdf') })

  return (
    <div className="report-save">
      {error !== null && <ErrorNote error={error} compact onRetry={() => start(last)} />}
      {job.cancelled && <CancelledLine />}
      {written !== null && !busy && (
        <WrittenCard
          file={written}
          samePreview={written.format === 'pdf' ? written.sha256 === preview?.sha256 : null}
        />
      )}
      {busy && (
        <SavingLine job={job} pages={preview?.pages ?? 0} cancel={cancel} giveFocusBack={giveFocusBack} />
      )}
      <div className="report-buttons" ref={buttons}>
        <Button icon="download" data-format="html" disabled={!ready} onClick={() => start('html')}>
          {texts.saveHtml}
        </Button>
        <Button icon="download" data-format="csv" disabled={!ready} onClick={() => start('csv')}>
          {texts.saveCsv}
        </Button>
        <Button icon="download" data-format="jsonl" disabled={!ready} onClick={() => start('jsonl')}>
          {texts.saveJsonl}
        </Button>
        <Button icon="archive" className="report-package" disabled={!ready} onClick={() => setPacking(true)}>
          {packageWords.button}
        </Button>
        <Button
          look="primary"
          size="large"
          icon="report"
          keys={[mod, 'P']}
          data-format="pdf"
          disabled={!ready}
          onClick={() => start('pdf')}
        >
          {texts.savePdf}
        </Button>
      </div>
      {packing && (
        <PackageDialog
          preview={preview}
          filter={filter}
          onStale={onStale}
          onClose={() => setPacking(false)}
        />
      )}
    </div>
  )
}
