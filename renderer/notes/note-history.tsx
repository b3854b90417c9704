import { useEffect } from 'react'
import { notesTexts } from '../../shared/messages/notes.ts'
import { useCall } from '../backend.tsx'
import { useTexts } from '../settings/settings.tsx'
import type { Clocks } from '../timeline/day-lines.ts'
import { ErrorNote } from '../ui/error-note.tsx'
import { visibleText } from '../ui/visible-text.ts'
import { NoteTime } from './note-time.tsx'

/** Every wording of a note, newest first. Nothing was overwritten. */
export function NoteHistory(props: {
  readonly id: number
  readonly revisions: number
  readonly clocks: Clocks
}) {
  const texts = useTexts(notesTexts)
  const { data, error, refetch } = useCall('note.history', { id: props.id })
  const known = data?.length ?? props.revisions
  useEffect(() => {
    if (known !== props.revisions) refetch()
  }, [known, props.revisions, refetch])
  if (error !== undefined) return <ErrorNote compact error={error} onRetry={refetch} />
  return (
    <ol className="note-history">
      {data?.toReversed().map((revision) => (
        <li key={revision.revision}>
          <header>
            <span>{texts.revision(revision.revision)}</span>
            <span>{visibleText(revision.author === '' ? texts.noAuthor : revision.author)}</span>
            <NoteTime at={revision.at} clocks={props.clocks} />
          </header>
          {revision.removed ? <p className="note-gone">{texts.removedIn}</p> : <p>{revision.text}</p>}
        </li>
      ))}
    </ol>
  )
}
