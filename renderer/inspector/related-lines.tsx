import { dayDifference, readClock } from '../../shared/domain/time.ts'
import { relatedTexts } from '../../shared/messages/related.ts'
import { eventWord, principalKindWords } from '../../shared/messages/words.ts'
import { countText } from '../settings/numbers.ts'
import { useLanguage, useTexts } from '../settings/settings.tsx'
import type { Clocks } from '../timeline/day-lines.ts'
import { beginning, visibleText } from '../ui/visible-text.ts'
import type { RelatedLine } from './related-order.ts'

/** The related events as a small timeline of their own, this event among them. */
export function RelatedLines(props: {
  readonly lines: readonly RelatedLine[]
  readonly clocks: Clocks
  onShow(id: number): void
}) {
  const here = props.lines.find((line) => line.kind === 'this')?.time ?? null
  return (
    <ol className="insp-related">
      {props.lines.map((line) => (
        <li key={line.kind === 'failures' ? 'failures' : line.row.id} data-kind={line.kind}>
          <Time time={line.time} here={here} clocks={props.clocks} />
          <span className={`insp-dot insp-dot-${toneOf(line)}`} />
          <LineText line={line} onShow={props.onShow} />
        </li>
      ))}
    </ol>
  )
}

function toneOf(line: RelatedLine): 'this' | 'failure' | 'other' {
  if (line.kind === 'this') return 'this'
  return line.kind === 'failures' || line.row.outcome === 'failure' ? 'failure' : 'other'
}

function Time(props: {
  readonly time: number | null
  readonly here: number | null
  readonly clocks: Clocks
}) {
  const { time, here, clocks } = props
  if (time === null) return <time />
  const reading = readClock(time, clocks.first)
  const days = here === null ? 0 : dayDifference(readClock(here, clocks.first), reading)
  return (
    <time title={`${reading.date} ${reading.time} ${clocks.first}`}>
      {reading.time}
      {days !== 0 && <sup>{days > 0 ? `+${days}` : `−${-days}`}</sup>}
    </time>
  )
}

function LineText(props: { readonly line: RelatedLine; onShow(id: number): void }) {
  const { line } = props
  const language = useLanguage()
  const texts = useTexts(relatedTexts)
  if (line.kind === 'this') return <b>{texts.thisEvent}</b>
  if (line.kind === 'failures') {
    const { group } = line
    const [first] = group.rows
    const text = group.complete
      ? texts.failures(countText(group.count))
      : texts.failuresMore(countText(group.count))
    return (
      <span>
        {first === undefined ? (
          text
        ) : (
          <button type="button" className="insp-other" onClick={() => props.onShow(first.id)}>
            {text}
          </button>
        )}
        <small className="insp-why">{texts.relations['failures-before']}</small>
      </span>
    )
  }
  const { row } = line
  const who = row.principalName ?? principalKindWords[language][row.principalKind]
  const what = eventWord(language, row.eventName)
  return (
    <span>
      <button type="button" className="insp-other" onClick={() => props.onShow(row.id)}>
        {visibleText(beginning(`${what} · ${who}`, 120))}
      </button>
      <small className="insp-why">
        {line.relations.map((relation) => texts.relations[relation]).join(' · ')}
      </small>
    </span>
  )
}
