import type { WrittenPackage } from '../../shared/domain/package.ts'
import { packageScreenTexts } from '../../shared/messages/package-screen.ts'
import { reportScreenTexts } from '../../shared/messages/report-screen.ts'
import { shellTexts } from '../../shared/messages/shell.ts'
import { lastName } from '../import/last-name.ts'
import { bytesText, countText } from '../settings/numbers.ts'
import { useTexts } from '../settings/settings.tsx'
import { useShowInFolder } from '../shell/use-show-in-folder.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { copyText } from '../ui/copy-text.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Icon } from '../ui/icon.tsx'
import { useToast } from '../ui/toast.tsx'
import { visibleText } from '../ui/visible-text.ts'

/** What was written, and the one hash that the recipient must get by another way. */
export function PackageWritten(props: { readonly file: WrittenPackage; onClose(): void }) {
  const texts = useTexts(packageScreenTexts)
  const report = useTexts(reportScreenTexts)
  const shell = useTexts(shellTexts)
  const show = useShowInFolder()
  const toast = useToast()
  const { file } = props
  const told = file.signedBy ?? file.sumsSha256
  const copy = () =>
    void copyText(told).then(
      () => toast({ tone: 'ok', text: shell.copied }),
      () => toast({ tone: 'error', text: shell.copyFailed }),
    )
  return (
    <Dialog
      title={texts.written}
      width={500}
      onClose={props.onClose}
      actions={
        <>
          <Button icon="folder" onClick={() => show(file.path)}>
            {report.showInFolder}
          </Button>
          <Button look="primary" data-autofocus onClick={props.onClose}>
            {shell.close}
          </Button>
        </>
      }
    >
      <div className="package-form" role="status">
        <p className="report-written-path" title={file.path}>
          <Icon name="outcome-success" tone="ok" /> <code>{visibleText(lastName(file.path))}</code>{' '}
          {texts.files(countText(file.files), bytesText(file.bytes))}
        </p>
        <div>
          <span className="shell-setting">{file.signedBy === null ? texts.sums : texts.fingerprint}</span>
          <p className="package-told">
            <code className="package-told-hash">{told}</code>
            <IconButton icon="copy" label={texts.copy} onClick={copy} />
          </p>
          <small className="package-note">{texts.tell}</small>
        </div>
        {!file.validated && (
          <p>
            <Icon name="warning" tone="warn" size={13} /> {texts.notValidated}
          </p>
        )}
      </div>
    </Dialog>
  )
}
