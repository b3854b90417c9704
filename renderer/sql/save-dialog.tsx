import { type FormEvent, useId, useState } from 'react'
import { shellTexts } from '../../shared/messages/shell.ts'
import { sqlScreenTexts } from '../../shared/messages/sql-screen.ts'
import { useTexts } from '../settings/settings.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'

/** Asks for the name of a query. `onSave` answers why it was not saved, or null. */
export function SaveDialog(props: {
  readonly suggested: string
  onSave(name: string): Promise<string | null>
  onClose(): void
}) {
  const texts = useTexts(sqlScreenTexts)
  const shell = useTexts(shellTexts)
  const form = useId()
  const [name, setName] = useState(props.suggested)
  const [error, setError] = useState<string>()
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const why = await props.onSave(name.trim())
    if (why === null) props.onClose()
    else setError(why)
  }
  return (
    <Dialog
      title={texts.saveTitle}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={props.onClose}>{shell.cancel}</Button>
          <Button look="primary" type="submit" form={form} disabled={name.trim() === ''}>
            {texts.save}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={(event) => void submit(event)}>
        <Field
          label={texts.saveName}
          value={name}
          maxLength={200}
          error={error}
          data-autofocus
          onChange={(event) => setName(event.target.value)}
        />
      </form>
    </Dialog>
  )
}
