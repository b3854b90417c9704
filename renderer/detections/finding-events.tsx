import { useEffect, useState } from 'react'
import type { FindingRow } from '../../shared/domain/finding.ts'
import type { SignInRow } from '../../shared/domain/sign-in.ts'
import { type AppError, toAppError } from '../../shared/errors.ts'
import { detectionTexts } from '../../shared/messages/detections.ts'
import { timelineTexts } from '../../shared/messages/timeline.ts'
import { eventWord } from '../../shared/messages/words.ts'
import { useBackend } from '../backend.tsx'
import { useClocks, useLanguage, useTexts } from '../settings/settings.tsx'
import { Button } from '../ui/button.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { MfaMark, OutcomeMark } from '../ui/marks.tsx'
import { visibleText } from '../ui/visible-text.ts'
import { Who } from '../ui/who.tsx'
import { shortMoment } from './finding-time.ts'

const STEP = 50

/** The records of a finding in the order of time; each opens in the timeline. */
export function FindingEvents(props: { readonly row: FindingRow; onShow(id: number): void }) {
  const { row } = props
  const backend = useBackend()
  const texts = useTexts(detectionTexts)
  const heads = useTexts(timelineTexts)
  const language = useLanguage()
  const clocks = useClocks()
  const [events, setEvents] = useState<readonly SignInRow[]>([])
  const [wanted, setWanted] = useState(STEP)
  const [error, setError] = useState<AppError | null>(null)
  const { id, events: count } = row

  useEffect(() => {
    let current = true
    setError(null)
    backend.call('finding.events', { id, offset: 0, limit: Math.min(wanted, 1000, Math.max(1, count)) }).then(
      (rows) => current && setEvents(rows),
      (cause: unknown) => current && setError(toAppError(cause)),
    )
    return () => {
      current = false
    }
  }, [backend, id, wanted, count])

  const more = Math.max(0, count - events.length)
  return (
    <section className="det-events" aria-label={texts.eventsTitle}>
      <h3>
        {texts.eventsTitle} <em>{texts.events(count)}</em>
      </h3>
      {error !== null && <ErrorNote compact error={error} />}
      <table>
        <thead>
          <tr>
            <th scope="col">{heads.when}</th>
            <th scope="col">{heads.outcome}</th>
            <th scope="col">{heads.who}</th>
            <th scope="col">{heads.what}</th>
            <th scope="col">{heads.where}</th>
            <th scope="col">{heads.mfa}</th>
          </tr>
        </thead>
        <tbody>
          {events.map((event) => (
            <tr key={event.id}>
              <td>
                <button
                  type="button"
                  className="det-when"
                  title={texts.showOne}
                  onClick={() => props.onShow(event.id)}
                >
                  {event.eventTime === null ? texts.noTime : shortMoment(event.eventTime, clocks, language)}
                </button>
              </td>
              <td>
                <OutcomeMark outcome={event.outcome} />
              </td>
              <td>
                <Who of={event} />
              </td>
              <td>{visibleText(eventWord(language, event.eventName))}</td>
              <td>{visibleText(event.sourceIp ?? '')}</td>
              <td>
                <MfaMark mfa={event.mfa} outcome={event.outcome} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 && events.length > 0 && wanted < 1000 && (
        <Button look="link" size="small" onClick={() => setWanted((now) => Math.min(1000, now * 4))}>
          {texts.moreEvents(more)}
        </Button>
      )}
    </section>
  )
}
