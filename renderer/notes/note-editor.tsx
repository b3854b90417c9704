import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { NOTE_TEXT_MAX } from '../../shared/domain/note.ts'
import { type AppError, toAppError } from '../../shared/errors.ts'
import { notesTexts } from '../../shared/messages/notes.ts'
import { countText } from '../settings/numbers.ts'
import { useSettings, useTexts } from '../settings/settings.tsx'
import { Button } from '../ui/button.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { commandKey, Keys } from '../ui/keys.tsx'

export interface NoteEditorProps {
  readonly label: string
  readonly placeholder?: string
  readonly text: string
  /** True while the field should take the focus; `onFocused` answers that it has. */
  readonly wanted: boolean
  onText(text: string): void
  onFocused?(): void
  /** Rejects when the note was not saved; the text then stays here. */
  onSave(text: string): Promise<void>
  onCancel?(): void
}

/** The field in which a note is written. Ctrl+Enter (on a Mac Cmd+Enter) saves; a text is never lost by an error. */
export function NoteEditor(props: NoteEditorProps) {
  const { text, onCancel } = props
  const texts = useTexts(notesTexts)
  const { info } = useSettings()
  const field = useRef<HTMLTextAreaElement>(null)
  const [saving, setSaving] = useState(false)
  const [error, setError] = useState<AppError | null>(null)
  const [focused, setFocused] = useState(false)
  const alive = useRef(true)
  const empty = text.trim() === ''
  const tooLong = text.trim().length > NOTE_TEXT_MAX
  const open = onCancel !== undefined || focused || !empty || error !== null

  const { wanted } = props
  const answer = useRef(props.onFocused)
  answer.current = props.onFocused
  // A layout effect: the letters typed right after the key must already go into the field.
  useLayoutEffect(() => {
    if (!wanted || field.current === null) return
    field.current.focus()
    field.current.setSelectionRange(field.current.value.length, field.current.value.length)
    field.current.scrollIntoView({ block: 'nearest' })
    answer.current?.()
  }, [wanted])
  useEffect(() => {
    alive.current = true
    return () => {
      alive.current = false
    }
  }, [])

  const save = async () => {
    if (empty || tooLong || saving) return
    setSaving(true)
    try {
      await props.onSave(text.trim())
      if (alive.current) setError(null)
    } catch (cause) {
      if (alive.current) setError(toAppError(cause))
    } finally {
      if (alive.current) setSaving(false)
    }
  }
  return (
    <div className={open ? 'note-editor note-editor-open' : 'note-editor'}>
      <textarea
        ref={field}
        className="ui-input ui-area"
        rows={open ? 3 : 1}
        aria-label={props.label}
        placeholder={props.placeholder}
        value={text}
        readOnly={saving}
        onChange={(event) => props.onText(event.target.value)}
        onFocus={() => setFocused(true)}
        onBlur={() => setFocused(false)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault()
            void save()
          } else if (event.key === 'Escape' && onCancel !== undefined) {
            event.preventDefault()
            event.stopPropagation()
            onCancel()
          }
        }}
      />
      {!open && <Keys keys={['n']} />}
      {error !== null && (
        <div className="note-error">
          <p>{texts.failed}</p>
          <ErrorNote compact error={error} onRetry={() => void save()} />
        </div>
      )}
      {tooLong && <p className="note-error">{texts.tooLong(countText(NOTE_TEXT_MAX))}</p>}
      {open && (!empty || onCancel !== undefined) && (
        <div className="note-actions">
          {onCancel !== undefined && (
            <Button size="small" look="ghost" onClick={onCancel}>
              {texts.cancel}
            </Button>
          )}
          <Button
            size="small"
            look="primary"
            busy={saving}
            disabled={empty || tooLong}
            keys={[commandKey(info.platform), 'Enter']}
            // The field would lose the focus, and close, before the click arrives.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => void save()}
          >
            {saving ? texts.saving : texts.save}
          </Button>
        </div>
      )}
    </div>
  )
}
