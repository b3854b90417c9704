import type { ReportChoices } from '../../shared/domain/report.ts'
import { reportScreenTexts } from '../../shared/messages/report-screen.ts'
import { useTexts } from '../settings/settings.tsx'
import { Area, Field } from '../ui/field.tsx'

const AREAS = ['scope', 'interpretation', 'alternatives'] as const
const MOST = 20_000

/** What no program can write: how the report is to be handled, its scope, and how its facts are read. */
export function OwnWords(props: {
  readonly choices: ReportChoices
  onChange(part: Partial<ReportChoices>): void
}) {
  const texts = useTexts(reportScreenTexts)
  const { choices, onChange } = props
  const hints = { scope: texts.scopeHint, interpretation: texts.interpretationHint, alternatives: undefined }
  return (
    <section className="report-words">
      <h2 className="ui-small-heading">{texts.words}</h2>
      <Field
        label={texts.classification}
        value={choices.classification}
        placeholder={texts.classificationHint}
        maxLength={120}
        onChange={(event) => onChange({ classification: event.target.value })}
      />
      {AREAS.map((name) => (
        <Area
          key={name}
          label={texts[name]}
          value={choices[name]}
          hint={hints[name]}
          maxLength={MOST}
          onChange={(event) => onChange({ [name]: event.target.value })}
        />
      ))}
    </section>
  )
}
