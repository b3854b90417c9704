import type { QueryReading, QueryTime } from '../../shared/domain/query.ts'
import type { ZoneName } from '../../shared/domain/units.ts'
import { queryNoticeWords, queryProblemWords } from '../../shared/messages/query-problems.ts'
import { searchTexts } from '../../shared/messages/search.ts'
import { useLanguage, useTexts } from '../settings/settings.tsx'
import { clockLabel } from '../timeline/clock-text.tsx'
import { Icon } from '../ui/icon.tsx'
import { beginning, visibleText } from '../ui/visible-text.ts'
import { momentWords } from './token-words.ts'

/** Under the box: what is wrong with the query, what should be known about it, and its times on the clock of UTC. */
export function QueryNote(props: {
  readonly id: string
  readonly text: string
  readonly zone: ZoneName
  readonly reading: QueryReading
}) {
  const { reading } = props
  const language = useLanguage()
  const texts = useTexts(searchTexts)
  if (reading.problem !== null) {
    const problem = { ...reading.problem, text: beginning(visibleText(reading.problem.text), 60) }
    return (
      <div id={props.id} className="qry-note qry-note-error" role="alert">
        <Icon name="warning" size={13} tone="fail" />
        <p>
          {queryProblemWords(language, problem)} <small>{texts.stillShown}</small>
        </p>
      </div>
    )
  }
  return (
    <div id={props.id} className="qry-note" role="status">
      <Icon name="timeline" size={13} tone="mute" />
      <div>
        {reading.notices.map((notice) => (
          <p key={notice.from}>{queryNoticeWords(language, notice)}</p>
        ))}
        {reading.times.map((time) => (
          <p key={time.from}>
            <code>{beginning(visibleText(props.text.slice(time.from, time.to)), 60)}</code>{' '}
            {props.zone !== 'UTC' && <TimeOn time={time} zone={props.zone} />}{' '}
            <TimeOn time={time} zone="UTC" />
          </p>
        ))}
      </div>
    </div>
  )
}

/** A time of the query on one clock: from, and before. */
function TimeOn(props: { readonly time: QueryTime; readonly zone: ZoneName }) {
  const { time, zone } = props
  const language = useLanguage()
  const texts = useTexts(searchTexts)
  const at = (seconds: number | null) =>
    seconds === null ? texts.open : momentWords(seconds, zone, language)
  const end = time.high === null ? texts.open : texts.before(at(time.high))
  return (
    <span className={zone === 'UTC' ? 'qry-utc' : undefined}>
      <i>{clockLabel(zone, language)}</i> {at(time.low)} – {end}
    </span>
  )
}

/** True when there is something to say. */
export function isNoteworthy(reading: QueryReading | null): reading is QueryReading {
  return (
    reading !== null && (reading.problem !== null || reading.notices.length > 0 || reading.times.length > 0)
  )
}
