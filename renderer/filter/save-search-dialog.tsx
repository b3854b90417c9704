import { useId, useState } from 'react'
import type { ZoneName } from '../../shared/domain/units.ts'
import { toAppError } from '../../shared/errors.ts'
import { searchTexts } from '../../shared/messages/search.ts'
import { useErrorToast } from '../error-toast.ts'
import { useTexts } from '../settings/settings.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { visibleText } from '../ui/visible-text.ts'

export interface NewSearch {
  readonly name: string
  readonly query: string
  readonly zone: ZoneName
}

/** Asks for the name of a search that is saved or renamed. */
export function SaveSearchDialog(props: {
  readonly kind: 'save' | 'rename'
  readonly name: string
  readonly query: string
  onName(name: string): Promise<void>
  onClose(): void
}) {
  const texts = useTexts(searchTexts)
  const tell = useErrorToast()
  const form = useId()
  const [name, setName] = useState(props.name)
  const [taken, setTaken] = useState(false)
  const [busy, setBusy] = useState(false)
  const save = async () => {
    setBusy(true)
    try {
      await props.onName(name.trim())
      props.onClose()
    } catch (cause) {
      if (toAppError(cause).code === 'name-taken') setTaken(true)
      else tell(cause)
      setBusy(false)
    }
  }
  return (
    <Dialog
      title={props.kind === 'save' ? texts.saveTitle : texts.renameTitle}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={props.onClose}>{texts.cancel}</Button>
          <Button type="submit" form={form} look="primary" disabled={name.trim() === ''} busy={busy}>
            {texts.save}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className="qry-save"
        onSubmit={(event) => {
          event.preventDefault()
          if (name.trim() !== '' && !busy) void save()
        }}
      >
        <Field
          label={texts.name}
          value={name}
          maxLength={200}
          error={taken ? texts.nameTaken : undefined}
          onChange={(event) => {
            setName(event.target.value)
            setTaken(false)
          }}
        />
        <div className="ui-field">
          <span>{texts.query}</span>
          <code className="qry-saved-text">{visibleText(props.query)}</code>
        </div>
        {props.kind === 'save' && <p className="ui-hint">{texts.saveNote}</p>}
      </form>
    </Dialog>
  )
}
