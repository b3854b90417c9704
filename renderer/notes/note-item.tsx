import { useState } from 'react'
import type { NoteView } from '../../shared/domain/note.ts'
import { type AppError, toAppError } from '../../shared/errors.ts'
import { notesTexts } from '../../shared/messages/notes.ts'
import { useTexts } from '../settings/settings.tsx'
import type { Clocks } from '../timeline/day-lines.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { visibleText } from '../ui/visible-text.ts'
import { NoteEditor } from './note-editor.tsx'
import { NoteHistory } from './note-history.tsx'
import { NoteTime } from './note-time.tsx'
import type { NoteCalls } from './use-note-calls.ts'

/** One note: who, when on both clocks, the text as it was typed. */
export function NoteItem(props: {
  readonly note: NoteView
  readonly clocks: Clocks
  readonly calls: NoteCalls
}) {
  const { note, clocks, calls } = props
  const texts = useTexts(notesTexts)
  const [edited, setEdited] = useState<string | null>(null)
  const [history, setHistory] = useState(false)
  const [error, setError] = useState<{ readonly cause: AppError; retry(): void } | null>(null)
  const author = note.author === '' ? texts.noAuthor : note.author

  const attempt = (run: () => Promise<void>) => {
    setError(null)
    run().catch((cause: unknown) => setError({ cause: toAppError(cause), retry: () => attempt(run) }))
  }
  return (
    <article
      className={note.removed ? 'note note-removed' : 'note'}
      aria-label={texts.actions(visibleText(author))}
    >
      <header>
        <b>{visibleText(author)}</b>
        <NoteTime at={note.createdAt} clocks={clocks} />
        <span className="note-buttons">
          {note.removed ? (
            <Button size="small" look="link" onClick={() => attempt(() => calls.restore(note))}>
              {texts.restore}
            </Button>
          ) : (
            edited === null && (
              <>
                <IconButton icon="pencil" size={12} label={texts.edit} onClick={() => setEdited(note.text)} />
                <IconButton
                  icon="trash"
                  size={12}
                  label={texts.remove}
                  onClick={() => attempt(() => calls.remove(note))}
                />
              </>
            )
          )}
        </span>
      </header>
      {edited === null ? (
        <p className="note-text">{note.text}</p>
      ) : (
        <NoteEditor
          label={texts.edit}
          text={edited}
          wanted
          onText={setEdited}
          onCancel={() => setEdited(null)}
          onSave={async (text) => {
            if (text !== note.text) await calls.revise(note, text)
            setEdited(null)
          }}
        />
      )}
      {note.revisions > 1 && (
        <footer>
          {note.changedAt !== note.createdAt && !note.removed && (
            <>
              {texts.edited} <NoteTime at={note.changedAt} clocks={clocks} />
            </>
          )}
          <button
            type="button"
            className="insp-link"
            aria-expanded={history}
            onClick={() => setHistory(!history)}
          >
            {history ? texts.hideHistory : texts.history(note.revisions)}
          </button>
        </footer>
      )}
      {history && <NoteHistory id={note.id} revisions={note.revisions} clocks={clocks} />}
      {error !== null && <ErrorNote compact error={error.cause} onRetry={error.retry} />}
    </article>
  )
}
