import { useEffect, useRef, useState } from 'react'
import type { SignInFilter } from '../../shared/domain/filter.ts'
import { utcText } from '../../shared/domain/time.ts'
import type { EpochSeconds, ZoneName } from '../../shared/domain/units.ts'
import { periodTexts } from '../../shared/messages/period.ts'
import { useClocks, useTexts } from '../settings/settings.tsx'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { boundText, readBounds, type TypedBound } from './typed-bounds.ts'

/** Both ends of the period, typed on the clock of a zone, with UTC beside them. */
export function PeriodForm(props: {
  readonly filter: SignInFilter
  onChange(from: EpochSeconds | null, to: EpochSeconds | null): void
}) {
  const { filter } = props
  const texts = useTexts(periodTexts)
  const { first, second } = useClocks()
  const [zone, setZone] = useState<ZoneName>(first)
  const [from, setFrom] = useState(() => boundText(filter.from, first, 'from'))
  const [to, setTo] = useState(() => boundText(filter.to, first, 'to'))
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.focus(), [])
  const bounds = readBounds(from, to, zone)
  const zones = [first, ...(second === null ? [] : [second])]
  return (
    <form
      className="flt-period"
      onSubmit={(event) => {
        event.preventDefault()
        if (bounds.usable) props.onChange(bounds.from.seconds, bounds.to.seconds)
      }}
    >
      {zones.length > 1 && (
        <Segmented
          label={texts.zone}
          value={zone}
          options={zones.map((value) => ({ value, label: value }))}
          size="small"
          onChange={setZone}
        />
      )}
      <Field
        ref={input}
        label={texts.from}
        placeholder={texts.example}
        value={from}
        maxLength={40}
        error={useBoundProblem(bounds.from, from, zone)}
        hint={useBoundWords(bounds.from, from, zone, 'from')}
        onChange={(event) => setFrom(event.target.value)}
      />
      <Field
        label={texts.to}
        placeholder={texts.example}
        value={to}
        maxLength={40}
        error={useBoundProblem(bounds.to, to, zone)}
        hint={useBoundWords(bounds.to, to, zone, 'to')}
        onChange={(event) => setTo(event.target.value)}
      />
      <p className="ui-hint">{texts.note}</p>
      <div className="flt-period-actions">
        {(filter.from !== null || filter.to !== null) && (
          <Button look="ghost" onClick={() => props.onChange(null, null)}>
            {texts.clear}
          </Button>
        )}
        <Button type="submit" look="primary" disabled={!bounds.usable}>
          {texts.apply}
        </Button>
      </div>
    </form>
  )
}

function useBoundProblem({ problem }: TypedBound, typed: string, zone: ZoneName): string | undefined {
  const texts = useTexts(periodTexts)
  switch (problem) {
    case null:
      return undefined
    case 'not-a-time':
      return texts.notATime
    case 'does-not-exist':
      return texts.skipped(typed.trim(), zone)
    case 'ends-first':
      return texts.endsFirst
  }
}

/** The bound in UTC, and a word about an hour that comes twice. */
function useBoundWords(bound: TypedBound, typed: string, zone: ZoneName, end: 'from' | 'to'): string {
  const texts = useTexts(periodTexts)
  if (bound.seconds === null) return texts.open
  const utc = utcText(bound.seconds).replace('T', ' ').replace('Z', '')
  const words = end === 'from' ? texts.inUtc(utc) : texts.untilUtc(utc)
  return bound.later === null ? words : `${words} · ${texts.twice(typed.trim(), zone, bound.later)}`
}
