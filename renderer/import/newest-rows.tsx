import type { SignInRow } from '../../shared/domain/sign-in.ts'
import { dateInWords, dayDifference, readClock } from '../../shared/domain/time.ts'
import { importTexts } from '../../shared/messages/import.ts'
import { eventWord, principalKindWords } from '../../shared/messages/words.ts'
import { countText } from '../settings/numbers.ts'
import { useClocks, useLanguage, useTexts } from '../settings/settings.tsx'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { Icon } from '../ui/icon.tsx'
import { OutcomeMark } from '../ui/marks.tsx'
import { SkeletonRows } from '../ui/skeleton.tsx'
import { visibleText } from '../ui/visible-text.ts'
import { Who } from '../ui/who.tsx'
import { useNewest } from './use-newest.ts'

/** The newest rows so far, to see that reading finds what one looks for. The timeline itself is one key away. */
export function NewestRows(props: {
  readonly live: boolean
  /** Sign-ins that reading says are there. */
  readonly expected: number
  /** False when the way to the timeline stands elsewhere on the screen. */
  readonly leads: boolean
  onOpen(): void
}) {
  const texts = useTexts(importTexts)
  const { total, rows, error } = useNewest(props.live, props.expected)
  return (
    <aside className="import-newest" aria-label={texts.newest} data-region="newest">
      <header>
        <h2>{props.live ? texts.newest : texts.newestDone}</h2>
        <span className="import-newest-count">{texts.events(countText(total))}</span>
        {props.leads && (
          <Button keys={['g', 't']} onClick={props.onOpen}>
            {texts.openTimeline}
          </Button>
        )}
      </header>
      {error !== undefined && rows === undefined && <ErrorNote error={error} compact />}
      {rows === undefined && error === undefined && props.live && <SkeletonRows rows={8} />}
      {rows?.length === 0 && props.expected === 0 && (
        <EmptyState icon="timeline" title={props.live ? texts.noneYet : texts.noneAtAll}>
          {props.live ? undefined : texts.noneNote}
        </EmptyState>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard scrolls it */}
      <ol className="import-newest-rows" tabIndex={0}>
        {rows?.map((row, index) => (
          <NewestRow key={row.id} row={row} above={rows[index - 1]} />
        ))}
      </ol>
      <p className="import-newest-note">
        <Icon name="info" size={13} />
        {texts.placeKept}
      </p>
    </aside>
  )
}

function NewestRow(props: { readonly row: SignInRow; readonly above: SignInRow | undefined }) {
  const language = useLanguage()
  const { first, second } = useClocks()
  const { row, above } = props
  const clock = row.eventTime === null ? null : readClock(row.eventTime, first)
  const before = above?.eventTime == null ? null : readClock(above.eventTime, first)
  const other = row.eventTime === null || second === null ? null : readClock(row.eventTime, second)
  const shift = clock === null || other === null ? 0 : dayDifference(clock, other)
  return (
    <>
      {clock !== null && clock.date !== before?.date && (
        <li className="import-newest-day">
          {dateInWords(clock.date, language)} <small>{first}</small>
        </li>
      )}
      <li className="import-newest-row">
        <span className="tabular">
          <b>{clock?.time ?? visibleText(row.eventTimeText ?? principalKindWords[language]['not-stated'])}</b>{' '}
          <small>{other?.time ?? ''}</small>
          {shift !== 0 && <sup>{shift > 0 ? '+1' : '−1'}</sup>}
        </span>
        <OutcomeMark outcome={row.outcome} />
        <Who of={row} />
        <span className="import-newest-what">{visibleText(eventWord(language, row.eventName))}</span>
      </li>
    </>
  )
}
