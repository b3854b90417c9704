import { dateInWords } from '../../shared/domain/time.ts'
import { timelineTexts } from '../../shared/messages/timeline.ts'
import { useLanguage, useTexts } from '../settings/settings.tsx'
import { clockLabel } from './clock-text.tsx'
import type { Clocks, DayLine } from './day-lines.ts'

/** A day begins: solid for the first clock, dashed for the other. Rows say their dates themselves to screen readers. */
export function DayLineRow(props: { readonly line: DayLine; readonly clocks: Clocks }) {
  const { line, clocks } = props
  const language = useLanguage()
  const texts = useTexts(timelineTexts)
  if (line.date === null) {
    return (
      <div className="tl-day" aria-hidden="true">
        <b>{texts.noTimeBegins}</b>
      </div>
    )
  }
  const dashed = line.clock === 'second'
  const zone = clockLabel((dashed ? clocks.second : clocks.first) ?? clocks.first, language)
  return (
    <div className={dashed ? 'tl-day tl-day-dashed' : 'tl-day'} aria-hidden="true">
      <b>{dateInWords(line.date, language)}</b>
      <span>{dashed ? texts.dayBegins(zone) : texts.dayOf(zone)}</span>
    </div>
  )
}
