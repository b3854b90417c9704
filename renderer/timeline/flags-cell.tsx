import type { SignInRow } from '../../shared/domain/sign-in.ts'
import { detectionTexts, severityWords } from '../../shared/messages/detections.ts'
import { timelineTexts } from '../../shared/messages/timeline.ts'
import { SeverityIcon } from '../detections/severity.tsx'
import { useLanguage, useTexts } from '../settings/settings.tsx'
import { Icon } from '../ui/icon.tsx'
import { Tag } from '../ui/pill.tsx'
import { Cell } from './cell.tsx'

/** What people and other files say about the record: notes, a copy that differs, copies that do not. */
export function FlagsCell(props: { readonly row: SignInRow }) {
  const texts = useTexts(timelineTexts)
  const found = useTexts(detectionTexts)
  const language = useLanguage()
  const { notes, conflict, flag, sightings } = props.row
  return (
    <Cell className="tl-flags">
      {flag !== null && (
        <span
          className={`tl-flag det-mark-${flag.severity}`}
          title={found.flag(flag.count, severityWords[language][flag.severity])}
        >
          <SeverityIcon severity={flag.severity} size={13} />
          {flag.count > 1 && flag.count}
        </span>
      )}
      {notes > 0 && (
        <span className="tl-flag" title={texts.notesOn(notes)}>
          <Icon name="note" size={13} />
          {notes}
        </span>
      )}
      {sightings > 1 && (
        <span className="tl-flag" title={texts.seenIn(sightings)}>
          <Icon name="files" size={13} />
          {sightings}
        </span>
      )}
      {conflict && (
        <Tag tone="warn" title={texts.conflictHint}>
          {texts.conflict}
        </Tag>
      )}
    </Cell>
  )
}
