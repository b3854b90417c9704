import { useState } from 'react'
import type { FindingDetail } from '../../shared/domain/finding.ts'
import { detectionTexts } from '../../shared/messages/detections.ts'
import { useBackend } from '../backend.tsx'
import { NoteTime } from '../notes/note-time.tsx'
import { useClocks, useTexts } from '../settings/settings.tsx'
import { Button } from '../ui/button.tsx'
import { useToast } from '../ui/toast.tsx'
import { visibleText } from '../ui/visible-text.ts'

/** Notes on a finding; a note that was removed can be brought back. */
export function FindingNotes(props: {
  readonly detail: FindingDetail
  onChanged(detail: FindingDetail): void
}) {
  const { detail, onChanged } = props
  const { id } = detail.row
  const backend = useBackend()
  const texts = useTexts(detectionTexts)
  const clocks = useClocks()
  const toast = useToast()
  const [text, setText] = useState('')
  const attempt = async (call: Promise<FindingDetail>): Promise<boolean> => {
    try {
      onChanged(await call)
      return true
    } catch {
      toast({ tone: 'error', text: texts.failed })
      return false
    }
  }
  const add = async () => {
    if (text.trim() === '') return
    if (await attempt(backend.call('finding.note', { id, text }))) setText('')
  }
  const setRemoved = (note: number, removed: boolean) =>
    attempt(backend.call('finding.noteRemoved', { id, note, removed }))

  return (
    <section className="det-notes" aria-label={texts.notes}>
      <h3>{texts.notes}</h3>
      {detail.notes.map((note) => (
        <div key={note.id} className={note.removed ? 'det-note det-note-removed' : 'det-note'}>
          {note.removed ? <p>{texts.removedNote}</p> : <p>{visibleText(note.text)}</p>}
          <footer>
            <b>{visibleText(note.author) || texts.unnamed}</b>
            <NoteTime at={note.changedAt} clocks={clocks} />
            <Button look="link" size="small" onClick={() => void setRemoved(note.id, !note.removed)}>
              {note.removed ? texts.restoreNote : texts.removeNote}
            </Button>
          </footer>
        </div>
      ))}
      <div className="det-compose">
        <textarea
          className="ui-input ui-area"
          rows={2}
          maxLength={20_000}
          aria-label={texts.notePlaceholder}
          placeholder={texts.notePlaceholder}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing)
              return
            event.preventDefault()
            void add()
          }}
        />
        {text.trim() !== '' && (
          <Button size="small" look="primary" onClick={() => void add()}>
            {texts.addNote}
          </Button>
        )}
      </div>
    </section>
  )
}
