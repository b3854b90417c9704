import { useState } from 'react'
import { shellTexts } from '../../../shared/messages/shell.ts'
import { validationTexts } from '../../../shared/messages/validation-screen.ts'
import { useBackend } from '../../backend.tsx'
import { useErrorToast } from '../../error-toast.ts'
import { lastName } from '../../import/last-name.ts'
import { useTexts } from '../../settings/settings.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Icon } from '../../ui/icon.tsx'
import { visibleText } from '../../ui/visible-text.ts'
import { useEvidenceRuns } from '../evidence-runs.tsx'
import { CommandLines } from './command-lines.tsx'
import { commandsToAsk } from './commands-to-ask.ts'

/** Chooses the key lists and starts the validation. */
export function VerifyDialog(props: { onClose(): void }) {
  const texts = useTexts(validationTexts)
  const shell = useTexts(shellTexts)
  const backend = useBackend()
  const tell = useErrorToast()
  const runs = useEvidenceRuns()
  const [busy, setBusy] = useState(false)
  const { keys } = runs
  const choose = () => {
    setBusy(true)
    backend
      .call('dialog.pickData', { extension: 'json' })
      .then((paths) => runs.chooseKeys([...new Set([...keys, ...paths])]), tell)
      .finally(() => setBusy(false))
  }
  return (
    <Dialog
      title={texts.dialogTitle}
      width={620}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={props.onClose}>{shell.cancel}</Button>
          <Button
            look="primary"
            icon="play"
            data-autofocus
            onClick={() => {
              props.onClose()
              void runs.start()
            }}
          >
            {texts.start}
          </Button>
        </>
      }
    >
      <div className="evd-verify">
        <p>{texts.dialogText}</p>
        <h3>{texts.keys}</h3>
        {keys.length === 0 && <p className="evd-quiet">{texts.withoutKeys}</p>}
        {keys.length > 0 && (
          <ul>
            {keys.map((path) => (
              <li key={path} className="evd-verify-key" title={visibleText(path)}>
                <Icon name="principal-key" size={13} />
                <code>{visibleText(lastName(path))}</code>
                <IconButton
                  icon="close"
                  size={12}
                  label={texts.removeKey(visibleText(lastName(path)))}
                  onClick={() => runs.chooseKeys(keys.filter((other) => other !== path))}
                />
              </li>
            ))}
          </ul>
        )}
        <Button icon="folder-open" busy={busy} onClick={choose}>
          {keys.length === 0 ? texts.chooseKeys : texts.addKeys}
        </Button>
        <p className="evd-quiet">{texts.keysHow}</p>
        <CommandLines commands={commandsToAsk(runs.coverage.data).keys} />
      </div>
    </Dialog>
  )
}
