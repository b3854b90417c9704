import './notes.css'
import { useState } from 'react'
import type { NoteView } from '../../shared/domain/note.ts'
import { notesTexts } from '../../shared/messages/notes.ts'
import { useTexts } from '../settings/settings.tsx'
import { usePlace } from '../shell/place.tsx'
import type { Clocks } from '../timeline/day-lines.ts'
import type { Undo } from '../timeline/use-undo.ts'
import { useKept } from '../ui/use-kept.ts'
import { NoteEditor } from './note-editor.tsx'
import { NoteItem } from './note-item.tsx'
import { useNoteCalls } from './use-note-calls.ts'

export interface NotesProps {
  readonly signInId: number
  readonly notes: readonly NoteView[]
  readonly clocks: Clocks
  readonly undo: Undo
  /** True while the field for a new note should take the focus. */
  readonly wanted: boolean
  onFocused(): void
  onChanged(): void
}

/** The notes on one event and the field for the next one. A draft stays with its event until it is saved. */
export function Notes(props: NotesProps) {
  const { notes, clocks } = props
  const texts = useTexts(notesTexts)
  const { summary } = usePlace()
  const calls = useNoteCalls(props.signInId, props.undo, props.onChanged)
  const [draft, setDraft] = useKept(`${summary.path} draft ${props.signInId}`, '')
  const [showRemoved, setShowRemoved] = useState(false)
  const removed = notes.filter((note) => note.removed)
  const shown = showRemoved ? notes : notes.filter((note) => !note.removed)
  return (
    <div className="note-list">
      {shown.map((note) => (
        <NoteItem key={note.id} note={note} clocks={clocks} calls={calls} />
      ))}
      {removed.length > 0 && (
        <button type="button" className="insp-link" onClick={() => setShowRemoved(!showRemoved)}>
          {showRemoved ? texts.hideRemoved : texts.removedNotes(removed.length)}
        </button>
      )}
      <NoteEditor
        label={texts.composer}
        placeholder={texts.write}
        text={draft}
        onText={setDraft}
        wanted={props.wanted}
        onFocused={props.onFocused}
        onSave={async (text) => {
          await calls.add(text)
          setDraft('')
        }}
      />
    </div>
  )
}
