import { useState } from 'react'
import type { SignInFilter } from '../../shared/domain/filter.ts'
import { packageScreenTexts } from '../../shared/messages/package-screen.ts'
import { shellTexts } from '../../shared/messages/shell.ts'
import { useBackend } from '../backend.tsx'
import { lastName } from '../import/last-name.ts'
import { useTexts } from '../settings/settings.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { Field } from '../ui/field.tsx'
import { visibleText } from '../ui/visible-text.ts'
import { CancelledLine } from './cancelled-line.tsx'
import { PackageWritten } from './package-written.tsx'
import { usePackage } from './use-package.ts'
import type { Preview } from './use-preview.ts'

/** Chooses key and case file, writes the package and shows what to tell the recipient. */
export function PackageDialog(props: {
  readonly preview: Preview | null
  readonly filter: SignInFilter
  onStale(): void
  onClose(): void
}) {
  const texts = useTexts(packageScreenTexts)
  const shell = useTexts(shellTexts)
  const backend = useBackend()
  const { busy, progress, written, error, cancelled, save, cancel } = usePackage(
    props.preview,
    props.filter,
    props.onStale,
  )
  const [keyPath, setKeyPath] = useState<string | null>(null)
  const [passPhrase, setPassPhrase] = useState('')
  const [withCase, setWithCase] = useState(false)
  const close = () => {
    cancel()
    props.onClose()
  }
  const pick = async () => {
    const [path] = await backend.call('dialog.pickData', { extension: 'pem' })
    if (path !== undefined) setKeyPath(path)
  }
  const start = () => {
    const signKey =
      keyPath === null ? null : { path: keyPath, passPhrase: passPhrase === '' ? null : passPhrase }
    void save({ signKey, withCase })
  }
  if (written !== null && !busy) return <PackageWritten file={written} onClose={close} />

  return (
    <Dialog
      title={texts.title}
      width={500}
      onClose={close}
      actions={
        <>
          <Button onClick={busy ? cancel : close}>{shell.cancel}</Button>
          <Button look="primary" icon="archive" disabled={busy || props.preview === null} onClick={start}>
            {texts.save}
          </Button>
        </>
      }
    >
      <div className="package-form">
        <p>{texts.lead}</p>
        <div className="package-key">
          <span className="shell-setting">{texts.key}</span>
          <code className="package-key-name" title={keyPath ?? undefined}>
            {keyPath === null ? texts.noKey : visibleText(lastName(keyPath))}
          </code>
          <Button size="small" icon="folder" disabled={busy} data-autofocus onClick={() => void pick()}>
            {texts.chooseKey}
          </Button>
          {keyPath !== null && (
            <Button look="link" size="small" disabled={busy} onClick={() => setKeyPath(null)}>
              {texts.dropKey}
            </Button>
          )}
        </div>
        <small className="package-note">
          {keyPath === null ? `${texts.keyHint} ${texts.unsignedHint}` : texts.keyHint}
        </small>
        {keyPath !== null && (
          <Field
            label={texts.passPhrase}
            type="password"
            disabled={busy}
            value={passPhrase}
            hint={texts.passPhraseHint}
            onChange={(event) => setPassPhrase(event.target.value)}
          />
        )}
        <label className="package-with-case">
          <input
            type="checkbox"
            checked={withCase}
            disabled={busy}
            onChange={(event) => setWithCase(event.target.checked)}
          />
          <span>
            {texts.withCase}
            <small className="package-note">{texts.withCaseHint}</small>
          </span>
        </label>
        {error !== null && <ErrorNote error={error} compact onRetry={start} />}
        {cancelled && !busy && <CancelledLine />}
        {busy && <p role="status">{texts.packing(progress?.file ?? 'README.txt')}</p>}
      </div>
    </Dialog>
  )
}
