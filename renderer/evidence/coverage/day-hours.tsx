import { type KeyboardEvent, type Ref, useImperativeHandle, useRef } from 'react'
import type { Coverage, CoverageRow } from '../../../shared/domain/coverage.ts'
import { coverageState, hoursOfDay } from '../../../shared/domain/coverage-days.ts'
import { dateInWords, readClock } from '../../../shared/domain/time.ts'
import { coverageStateWords } from '../../../shared/messages/coverage.ts'
import { coverageScreenTexts } from '../../../shared/messages/coverage-screen.ts'
import { useKnown } from '../../known/known-lists.tsx'
import { useLanguage, useSettings, useTexts } from '../../settings/settings.tsx'
import { clockLabel } from '../../timeline/clock-text.tsx'
import { Button } from '../../ui/button.tsx'
import { cellWords } from './cell-words.ts'
import type { MapFocus } from './coverage-map.tsx'
import { FileKey } from './file-key.tsx'
import { clockOf, dateOfHour, lookOf, momentOf, type Spot } from './map-cells.ts'
import { CellMark } from './map-row.tsx'

/** So many files of an hour are named here; the list of all has the rest. */
const NAMED = 3

/** The 24 hours of the chosen day, on both clocks, what is known of the chosen hour, and the way to its sign-ins. */
export function DayHours(props: {
  readonly coverage: Coverage
  readonly period: NonNullable<Coverage['period']>
  readonly row: CoverageRow
  readonly spot: Spot
  readonly handle: Ref<MapFocus>
  onMove(spot: Spot): void
  onBack(): void
  /** To the timeline: from, to in hours of the period. */
  onShow(from: number, to: number): void
}) {
  const { coverage, period, row, spot, onMove } = props
  const texts = useTexts(coverageScreenTexts)
  const language = useLanguage()
  const words = coverageStateWords[language]
  const { zone } = useSettings()
  const name = useKnown().nameOf('account', row.account)
  const strip = useRef<HTMLDivElement>(null)
  const day = Math.floor(spot.hour / 24)
  const hour = spot.hour % 24
  const letters = hoursOfDay(row, day)
  const focusHour = (at: number) => strip.current?.querySelectorAll<HTMLElement>('button')[at]?.focus()
  useImperativeHandle(props.handle, () => ({ focus: () => focusHour(hour) }))

  const begin = momentOf(period, spot.hour)
  const local = (at: number) => readClock(momentOf(period, at), zone).time.slice(0, 5)
  const other =
    zone === 'UTC' ? null : `${local(spot.hour)}–${local(spot.hour + 1)} ${clockLabel(zone, language)}`
  const when = texts.hourOf(clockOf(begin), clockOf(begin + 3600), other)
  const files = coverage.files.filter(
    ({ account, region, at }) =>
      account === row.account && region === row.region && Math.floor(at / 3600) * 3600 === begin,
  )
  const onKeyDown = (event: KeyboardEvent) => {
    const to = { ArrowLeft: hour - 1, ArrowRight: hour + 1, Home: 0, End: 23 }[event.key]
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Escape') props.onBack()
    else if (event.key === 'Enter') props.onShow(spot.hour, spot.hour + 1)
    else if (to !== undefined) {
      const at = Math.min(Math.max(0, to), 23)
      onMove({ row: spot.row, hour: day * 24 + at })
      focusHour(at)
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <section className="evd-day" data-region="coverage-day">
      <header>
        <h2>
          {row.account}
          {name === null ? '' : ` (${name})`}
          {texts.comma}
          {row.region}
          {texts.comma}
          {dateInWords(dateOfHour(period, spot.hour), language)} (UTC)
        </h2>
        <span className="evd-grow" />
        <Button
          size="small"
          icon="timeline"
          title={texts.deliveryNote}
          onClick={() => props.onShow(day * 24, (day + 1) * 24)}
        >
          {texts.showDay}
        </Button>
      </header>
      <p className="evd-quiet">{cellWords(letters, row.logFiles[day] ?? 0, language)}</p>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is sent */}
      <div className="evd-hours" role="group" aria-label={texts.hourList} ref={strip} onKeyDown={onKeyDown}>
        {[...letters].map((letter, at) => {
          const state = words[coverageState(letter)]
          const hourName = `${String(at).padStart(2, '0')}:00 UTC`
          return (
            <button
              type="button"
              // biome-ignore lint/suspicious/noArrayIndexKey: the hours of a day
              key={at}
              tabIndex={at === hour ? 0 : -1}
              aria-pressed={at === hour}
              aria-label={`${hourName}${texts.colon}${state}`}
              title={`${hourName}${texts.colon}${state}`}
              onClick={() => onMove({ row: spot.row, hour: day * 24 + at })}
            >
              <CellMark look={lookOf(letter)} />
              <span>{String(at).padStart(2, '0')}</span>
              {zone !== 'UTC' && <small>{local(day * 24 + at).slice(0, 2)}</small>}
            </button>
          )
        })}
        <span className="evd-hours-zones" aria-hidden="true">
          <span>UTC</span>
          {zone !== 'UTC' && <small>{clockLabel(zone, language)}</small>}
        </span>
      </div>
      <div className="evd-hour" aria-live="polite">
        <p>
          <b>{texts.hourIs(when, words[coverageState(letters[hour])])}</b>{' '}
          {!row.hasDigests && texts.noDigestsHere}
        </p>
        {files.slice(0, NAMED).map((file) => (
          <FileKey key={`${file.state} ${file.key}`} file={file} />
        ))}
      </div>
    </section>
  )
}
