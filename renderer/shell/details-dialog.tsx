import { shellTexts } from '../../shared/messages/shell.ts'
import { countText } from '../settings/numbers.ts'
import { useTexts } from '../settings/settings.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Icon } from '../ui/icon.tsx'
import { DetailsFields } from './details-fields.tsx'
import { usePlace } from './place.tsx'

/** What the case is, who works on it, where its file lies, and whether its log holds together. */
export function DetailsDialog(props: { onClose(): void }) {
  const texts = useTexts(shellTexts)
  const { summary } = usePlace()
  const { entries, intact } = summary.custody
  return (
    <Dialog
      title={texts.detailsTitle}
      width={520}
      onClose={props.onClose}
      actions={
        <Button look="primary" onClick={props.onClose}>
          {texts.close}
        </Button>
      }
    >
      <p className="shell-details-note">{texts.detailsNote}</p>
      <DetailsFields />
      <dl className="shell-facts">
        <dt>{texts.caseFile}</dt>
        <dd>
          <code>{summary.path}</code>
        </dd>
        <dt>{texts.custody}</dt>
        <dd>
          <Icon name={intact ? 'outcome-success' : 'warning'} size={13} tone={intact ? 'ok' : 'warn'} />{' '}
          {intact ? texts.custodyIntact(countText(entries)) : texts.custodyBroken(countText(entries))}
        </dd>
      </dl>
    </Dialog>
  )
}
