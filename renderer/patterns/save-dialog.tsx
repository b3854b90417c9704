import { useState } from 'react'
import type { SavedPattern } from '../../shared/domain/pattern.ts'
import { patternTexts } from '../../shared/messages/patterns.ts'
import { useTexts } from '../settings/settings.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'

/** Asks for the name under which a pattern is kept in the case. */
export function SaveDialog(props: {
  readonly suggested: string
  readonly saved: readonly SavedPattern[]
  onSave(name: string): void
  onClose(): void
}) {
  const texts = useTexts(patternTexts)
  const [name, setName] = useState(props.suggested)
  const taken = props.saved.some((one) => one.name === name.trim())
  const save = () => {
    if (name.trim() !== '') props.onSave(name.trim())
  }
  return (
    <Dialog
      title={texts.saveTitle}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={props.onClose}>{texts.cancel}</Button>
          <Button look="primary" disabled={name.trim() === ''} onClick={save}>
            {texts.save}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <Field
          label={texts.saveName}
          value={name}
          maxLength={120}
          hint={taken ? texts.saveReplaces : texts.saveAlarm}
          onChange={(event) => setName(event.target.value)}
        />
      </form>
    </Dialog>
  )
}
