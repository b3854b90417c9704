import { paperTexts } from '../../shared/messages/paper-screen.ts'
import { useTexts } from '../settings/settings.tsx'
import { zoneNames } from '../settings/zone-names.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { Select } from '../ui/select.tsx'
import { type Draft, type DraftField, newSeed, type ReadDraft } from './draft.ts'

/** Period, parameters of the tests, and the sample. */
export function SettingsForm(props: {
  readonly draft: Draft
  readonly read: ReadDraft
  onChange(draft: Draft): void
  onApply(): void
}) {
  const { draft, read, onChange } = props
  const texts = useTexts(paperTexts)
  const set = <K extends keyof Draft>(field: K, value: Draft[K]) => onChange({ ...draft, [field]: value })
  const errors: Record<DraftField, string> = {
    from: boundError(read.bounds.from.problem),
    to: boundError(read.bounds.to.problem),
    officeHours: texts.officeHoursError,
    holidays: texts.holidaysError,
    dormantDays: texts.numberError,
    atLeast: texts.numberError,
    gapMinutes: texts.numberError,
    amount: texts.numberError,
    seed: texts.seedError,
  }
  function boundError(problem: ReadDraft['bounds']['from']['problem']): string {
    if (problem === 'does-not-exist') return texts.skipped
    return problem === 'ends-first' ? texts.endsFirst : texts.notATime
  }
  const line = (field: DraftField, label: string, hint?: string) => (
    <Field
      label={label}
      value={draft[field]}
      maxLength={field === 'holidays' ? 20_000 : 200}
      placeholder={hint}
      error={read.wrong.has(field) || boundIsWrong(field, read) ? errors[field] : undefined}
      onChange={(event) => set(field, event.target.value)}
    />
  )
  return (
    <form
      className="wp-form"
      onSubmit={(event) => {
        event.preventDefault()
        props.onApply()
      }}
    >
      <Select
        label={texts.zone}
        value={draft.zone}
        options={zoneNames(draft.zone).map((value) => ({ value, label: value.replaceAll('_', ' ') }))}
        onChange={(zone) => set('zone', zone)}
      />
      <div className="wp-pair">
        {line('from', texts.from, texts.example)}
        {line('to', texts.to, texts.example)}
      </div>
      {line('officeHours', texts.officeHours, texts.officeHoursHint)}
      {line('holidays', texts.holidays, texts.holidaysHint)}
      <div className="wp-three">
        {line('dormantDays', texts.dormantDays)}
        {line('atLeast', texts.burstAtLeast)}
        {line('gapMinutes', texts.burstGap)}
      </div>
      <div className="wp-size">
        {line('amount', texts.sampleAmount)}
        <Segmented
          label={texts.sampleUnit}
          value={draft.size}
          options={[
            { value: 'records', label: texts.records },
            { value: 'percent', label: texts.percent },
          ]}
          onChange={(size) => set('size', size)}
        />
      </div>
      <div className="wp-size">
        {line('seed', texts.seed)}
        <Button onClick={() => set('seed', newSeed())}>{texts.newSeed}</Button>
      </div>
      <label className="wp-check">
        <input
          type="checkbox"
          checked={draft.byOutcome}
          onChange={(event) => set('byOutcome', event.target.checked)}
        />
        {texts.byOutcome}
      </label>
    </form>
  )
}

function boundIsWrong(field: DraftField, { bounds }: ReadDraft): boolean {
  return (field === 'from' || field === 'to') && bounds[field].problem !== null
}
