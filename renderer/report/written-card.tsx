import type { WrittenFile } from '../../shared/domain/report.ts'
import { reportScreenTexts } from '../../shared/messages/report-screen.ts'
import { shellTexts } from '../../shared/messages/shell.ts'
import { lastName } from '../import/last-name.ts'
import { bytesText, countText } from '../settings/numbers.ts'
import { useTexts } from '../settings/settings.tsx'
import { useShowInFolder } from '../shell/use-show-in-folder.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { copyText } from '../ui/copy-text.ts'
import { Icon } from '../ui/icon.tsx'
import { useToast } from '../ui/toast.tsx'
import { visibleText } from '../ui/visible-text.ts'

/** What was written: place, size, and the hash by which others can check it. */
export function WrittenCard(props: {
  readonly file: WrittenFile
  /** Null for formats that have no preview. */
  readonly samePreview: boolean | null
}) {
  const texts = useTexts(reportScreenTexts)
  const shell = useTexts(shellTexts)
  const show = useShowInFolder()
  const toast = useToast()
  const { file, samePreview } = props
  const size = bytesText(file.bytes)
  return (
    <div className="report-written" role="status">
      <p>
        <Icon name="outcome-success" tone="ok" />
        <b>{texts.written}</b>
        <span>
          {file.pages === null
            ? texts.writtenRows(countText(file.rows), size)
            : texts.writtenPages(countText(file.pages), size)}
        </span>
      </p>
      <p className="report-written-path" title={file.path}>
        <code>{visibleText(lastName(file.path))}</code>
        <Button look="link" size="small" onClick={() => show(file.path)}>
          {texts.showInFolder}
        </Button>
      </p>
      <p className="report-written-hash">
        <span>{texts.hash}</span>
        <code>{file.sha256}</code>
        <IconButton
          icon="copy"
          label={texts.copyHash}
          onClick={() =>
            void copyText(file.sha256).then(
              () => toast({ tone: 'ok', text: shell.copied }),
              () => toast({ tone: 'error', text: shell.copyFailed }),
            )
          }
        />
      </p>
      {samePreview !== null && <small>{samePreview ? texts.sameAsPreview : texts.differsFromPreview}</small>}
    </div>
  )
}
