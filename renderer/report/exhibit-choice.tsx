import { EXHIBIT_CHOICES, type ExhibitCandidate, type ReportChoices } from '../../shared/domain/report.ts'
import { utcText } from '../../shared/domain/time.ts'
import { reportScreenTexts } from '../../shared/messages/report-screen.ts'
import { sentenceText } from '../../shared/messages/sentence.ts'
import { useCall } from '../backend.tsx'
import { countText } from '../settings/numbers.ts'
import { useLanguage, useTexts } from '../settings/settings.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { visibleText } from '../ui/visible-text.ts'

/** Which records are printed in full, and whether with their bytes. */
export function ExhibitChoicePanel(props: {
  readonly choices: ReportChoices
  onChange(part: Partial<ReportChoices>): void
}) {
  const texts = useTexts(reportScreenTexts)
  const { choices, onChange } = props
  const out = choices.leaveOut.includes('exhibits')
  return (
    <section className="report-exhibits">
      <h2 className="ui-small-heading">{texts.exhibitsWhich}</h2>
      {out ? (
        <p className="ui-hint">{texts.exhibitsOff}</p>
      ) : (
        <>
          <Segmented
            label={texts.exhibitsWhich}
            value={choices.exhibits}
            options={EXHIBIT_CHOICES.map((value) => ({ value, label: texts.exhibits[value] }))}
            onChange={(exhibits) => onChange({ exhibits })}
          />
          <p className="ui-hint">{texts.exhibitsHint[choices.exhibits]}</p>
          {choices.exhibits === 'chosen' && <Candidates choices={choices} onChange={onChange} />}
          <label className="report-check">
            <input
              type="checkbox"
              checked={choices.rawBytes}
              onChange={(event) => onChange({ rawBytes: event.target.checked })}
            />
            <span>{texts.rawBytes}</span>
          </label>
        </>
      )}
    </section>
  )
}

function Candidates(props: {
  readonly choices: ReportChoices
  onChange(part: Partial<ReportChoices>): void
}) {
  const texts = useTexts(reportScreenTexts)
  const { data, error, refetch } = useCall('report.candidates', undefined)
  const { choices, onChange } = props
  if (error !== undefined) return <ErrorNote error={error} compact onRetry={refetch} />
  if (data === undefined) return null
  // A record without an event ID cannot be named, and so not be chosen.
  const offered = data.rows.filter(({ row }) => row.eventId !== null)
  const chosen = new Set(choices.exhibitEvents)
  const elsewhere = choices.exhibitEvents.filter((id) => offered.every(({ row }) => row.eventId !== id))
  const toggle = (id: string) =>
    onChange({
      exhibitEvents: chosen.has(id)
        ? choices.exhibitEvents.filter((other) => other !== id)
        : [...choices.exhibitEvents, id],
    })
  return (
    <>
      {offered.length === 0 && <p className="ui-hint">{texts.noCandidates}</p>}
      <ul className="report-candidates">
        {offered.map(({ row, noted, found }) => (
          <Candidate
            key={row.id}
            candidate={{ row, noted, found }}
            chosen={chosen.has(row.eventId ?? '')}
            onToggle={() => toggle(row.eventId ?? '')}
          />
        ))}
      </ul>
      {data.total > data.rows.length && (
        <p className="ui-hint">{texts.moreCandidates(countText(data.total - data.rows.length))}</p>
      )}
      {elsewhere.length > 0 && <p className="ui-hint">{texts.notHere(countText(elsewhere.length))}</p>}
    </>
  )
}

function Candidate(props: {
  readonly candidate: ExhibitCandidate
  readonly chosen: boolean
  onToggle(): void
}) {
  const language = useLanguage()
  const { row } = props.candidate
  return (
    <li>
      <label className="report-check">
        <input type="checkbox" checked={props.chosen} onChange={props.onToggle} />
        <span>
          <small>{row.eventTime === null ? '–' : utcText(row.eventTime)}</small>
          {visibleText(sentenceText(row, language))}
        </span>
      </label>
    </li>
  )
}
