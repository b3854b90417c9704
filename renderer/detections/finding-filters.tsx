import { type FindingFilter, type RuleInfo, SEVERITIES, VERDICTS } from '../../shared/domain/finding.ts'
import { detectionTexts, severityWords, verdictWords } from '../../shared/messages/detections.ts'
import { ruleWords } from '../../shared/messages/rule-words.ts'
import { useLanguage, useTexts } from '../settings/settings.tsx'

/** State, severity and rule, each one of its values or all. Rules without a finding are not offered. */
export function FindingFilters(props: {
  readonly filter: FindingFilter
  readonly rules: readonly RuleInfo[]
  onChange(filter: FindingFilter): void
}) {
  const { filter, onChange } = props
  const texts = useTexts(detectionTexts)
  const language = useLanguage()
  const found = props.rules.filter((rule) => rule.findings > 0 || filter.rules.includes(rule.id))
  return (
    // biome-ignore lint/a11y/useSemanticElements: a search element would say that it searches
    <div className="det-filters" role="group" aria-label={texts.filters}>
      <Choice
        label={texts.state}
        any={texts.anyState}
        value={filter.verdicts[0]}
        options={VERDICTS.map((value) => [value, verdictWords[language][value]])}
        onChange={(value) => onChange({ ...filter, verdicts: value === null ? [] : [value] })}
      />
      <Choice
        label={texts.severity}
        any={texts.anySeverity}
        value={filter.severities[0]}
        options={SEVERITIES.map((value) => [value, severityWords[language][value]])}
        onChange={(value) => onChange({ ...filter, severities: value === null ? [] : [value] })}
      />
      <Choice
        label={texts.rule}
        any={texts.anyRule}
        value={filter.rules[0]}
        options={found.map(({ id }) => [id, ruleWords[language][id].title])}
        onChange={(value) => onChange({ ...filter, rules: value === null ? [] : [value] })}
      />
    </div>
  )
}

function Choice<T extends string>(props: {
  readonly label: string
  readonly any: string
  readonly value: T | undefined
  readonly options: readonly (readonly [value: T, label: string])[]
  onChange(value: T | null): void
}) {
  return (
    <select
      className={props.value === undefined ? 'ui-input' : 'ui-input det-chosen'}
      aria-label={props.label}
      value={props.value ?? ''}
      onChange={(event) => {
        const chosen = props.options.find(([value]) => value === event.target.value)
        props.onChange(chosen?.[0] ?? null)
      }}
    >
      <option value="">{props.any}</option>
      {props.options.map(([value, label]) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  )
}
