import type { EventMarks, Tag as TagOfEvents } from '../../shared/domain/mark.ts'
import type { SignInRow } from '../../shared/domain/sign-in.ts'
import { detectionTexts, severityWords } from '../../shared/messages/detections.ts'
import { markTexts } from '../../shared/messages/marks.ts'
import { timelineTexts } from '../../shared/messages/timeline.ts'
import { SeverityIcon } from '../detections/severity.tsx'
import { useLanguage, useTexts } from '../settings/settings.tsx'
import { Icon } from '../ui/icon.tsx'
import { Tag } from '../ui/pill.tsx'
import { Cell } from './cell.tsx'
import { TagChips } from './tag-chips.tsx'

/** What rules, people and other files say about the record: findings, notes, marks, tags, a copy that differs, copies that do not. */
export function FlagsCell(props: {
  readonly row: SignInRow
  readonly marks: EventMarks | null
  readonly tags: ReadonlyMap<number, TagOfEvents> | null
}) {
  const texts = useTexts(timelineTexts)
  const found = useTexts(detectionTexts)
  const language = useLanguage()
  const words = useTexts(markTexts)
  const { notes, conflict, flag, sightings } = props.row
  const { marks } = props
  const tags = (marks?.tags ?? []).flatMap(({ tag }) => props.tags?.get(tag) ?? [])
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
      {marks?.bookmark != null && (
        <span className="tl-flag tl-flag-bookmark" title={words.bookmarkedBy(marks.bookmark.author)}>
          <Icon name="bookmark" size={13} />
        </span>
      )}
      {marks?.reviewed != null && (
        <span className="tl-flag" title={words.reviewedBy(marks.reviewed.author)}>
          <Icon name="reviewed" size={13} />
        </span>
      )}
      {tags.length > 0 && <TagChips tags={tags} />}
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
