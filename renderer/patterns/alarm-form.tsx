import { useEffect, useId, useState } from 'react'
import { AlarmSettings, COMPARISONS, MISSING_DATA } from '../../shared/domain/alarm.ts'
import { alarmTexts } from '../../shared/messages/alarm.ts'
import { patternTexts } from '../../shared/messages/patterns.ts'
import { useTexts } from '../settings/settings.tsx'
import { Field } from '../ui/field.tsx'
import { Select } from '../ui/select.tsx'

const PERIODS = [60, 300, 600, 900, 1800, 3600, 21_600, 86_400] as const

/** What is typed; numbers are texts until they can be read. */
type Typed = Readonly<Record<'threshold' | 'evaluationPeriods' | 'datapoints' | 'defaultValue', string>>

function typedOf(alarm: AlarmSettings): Typed {
  return {
    threshold: String(alarm.threshold),
    evaluationPeriods: String(alarm.evaluationPeriods),
    datapoints: String(alarm.datapoints),
    defaultValue: alarm.defaultValue === null ? '' : String(alarm.defaultValue),
  }
}

const numberOf = (text: string) => (text.trim() === '' ? Number.NaN : Number(text))

/** The settings of the alarm. What cannot be is said, and the last alarm that could stays in use. */
export function AlarmForm(props: { readonly alarm: AlarmSettings; onChange(alarm: AlarmSettings): void }) {
  const { alarm, onChange } = props
  const texts = useTexts(patternTexts)
  const words = useTexts(alarmTexts)
  const id = useId()
  const [typed, setTyped] = useState(() => typedOf(alarm))
  const [wrong, setWrong] = useState(false)
  // Another pattern brings its own alarm; what is being typed here is already the same.
  useEffect(() => {
    setTyped((now) =>
      JSON.stringify(settingsOf(now, alarm)) === JSON.stringify(alarm) ? now : typedOf(alarm),
    )
    setWrong(false)
  }, [alarm])

  const change = (fields: Partial<Typed>, others: Partial<AlarmSettings> = {}) => {
    const next = { ...typed, ...fields }
    setTyped(next)
    const read = AlarmSettings.safeParse({ ...settingsOf(next, alarm), ...others })
    setWrong(!read.success)
    if (read.success) onChange(read.data)
  }
  const periods = [...new Set([...PERIODS, alarm.period])].sort((a, b) => a - b)
  const number = (name: keyof Typed, label: string, extra: { readonly placeholder?: string } = {}) => (
    <Field
      label={label}
      inputMode="decimal"
      value={typed[name]}
      {...extra}
      onChange={(event) => change({ [name]: event.target.value })}
    />
  )
  return (
    <fieldset className="pat-alarm-form" aria-describedby={wrong ? `${id}-wrong` : undefined}>
      <legend className="sr-only">{texts.alarm}</legend>
      <div className="ui-field">
        <span className="pat-fixed-label">{texts.statistic}</span>
        <span className="pat-fixed">{texts.sum}</span>
      </div>
      <Select
        label={texts.period}
        value={String(alarm.period)}
        options={periods.map((period) => ({ value: String(period), label: texts.periodOf(period / 60) }))}
        onChange={(period) => change({}, { period: Number(period) })}
      />
      <Select
        label={texts.comparison}
        value={alarm.comparison}
        options={COMPARISONS.map((value) => ({ value, label: value.replace('>=', '≥').replace('<=', '≤') }))}
        onChange={(comparison) => change({}, { comparison })}
      />
      {number('threshold', texts.threshold)}
      {number('datapoints', texts.datapoints)}
      {number('evaluationPeriods', texts.of)}
      <Select
        label={texts.missingData}
        value={alarm.missingData}
        options={MISSING_DATA.map((value) => ({ value, label: words.missingData[value] }))}
        onChange={(missingData) => change({}, { missingData })}
      />
      {number('defaultValue', texts.defaultValue, { placeholder: texts.noDefault })}
      {wrong && (
        <p id={`${id}-wrong`} role="alert" className="ui-field-error pat-alarm-wrong">
          {texts.alarmInvalid}
        </p>
      )}
    </fieldset>
  )
}

function settingsOf(typed: Typed, alarm: AlarmSettings): AlarmSettings {
  return {
    ...alarm,
    threshold: numberOf(typed.threshold),
    evaluationPeriods: numberOf(typed.evaluationPeriods),
    datapoints: numberOf(typed.datapoints),
    defaultValue: typed.defaultValue.trim() === '' ? null : numberOf(typed.defaultValue),
  }
}
