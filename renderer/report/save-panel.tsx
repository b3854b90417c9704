import { useState } from 'react'
import type { SignInFilter } from '../../shared/domain/filter.ts'
import type { ExportFormat } from '../../shared/domain/report.ts'
import { packageScreenTexts } from '../../shared/messages/package-screen.ts'
import { reportScreenTexts } from '../../shared/messages/report-screen.ts'
import { shellTexts } from '../../shared/messages/shell.ts'
import { useSettings, useTexts } from '../settings/settings.tsx'
import { Button } from '../ui/button.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { commandKey } from '../ui/keys.tsx'
import { useShortcuts } from '../ui/shortcuts.ts'
import { makingText } from './making-text.ts'
import { PackageDialog } from './package-dialog.tsx'
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
  const shell = useTexts(shellTexts)
  const packageWords = useTexts(packageScreenTexts)
  const mod = commandKey(useSettings().info.platform)
  const { preview, making, filter, onStale } = props
  const { saving, progress, written, error, save, cancel } = useSave(preview, filter, onStale)
  const [last, setLast] = useState<ExportFormat>('pdf')
  const [packing, setPacking] = useState(false)
  const busy = saving !== null
  const ready = preview !== null && !making && !busy
  const start = (format: ExportFormat) => {
    setLast(format)
    void save(format)
  }
  useShortcuts({ 'mod+p': () => ready && start('pdf') })

  return (
    <div className="report-save">
      {error !== null && error.code !== 'cancelled' && (
        <ErrorNote error={error} compact onRetry={() => start(last)} />
      )}
      {written !== null && !busy && (
        <WrittenCard
          file={written}
          samePreview={written.format === 'pdf' ? written.sha256 === preview?.sha256 : null}
        />
      )}
      {busy && (
        <div className="report-saving" role="status">
          <span>{progress === null ? texts.preparing : makingText(texts, progress)}</span>
          <Button size="small" onClick={cancel}>
            {shell.cancel}
          </Button>
        </div>
      )}
      <div className="report-buttons">
        <Button icon="download" disabled={!ready} onClick={() => start('html')}>
          {texts.saveHtml}
        </Button>
        <Button icon="download" disabled={!ready} onClick={() => start('csv')}>
          {texts.saveCsv}
        </Button>
        <Button icon="download" disabled={!ready} onClick={() => start('jsonl')}>
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
