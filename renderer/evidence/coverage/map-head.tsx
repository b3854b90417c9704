import type { VirtualItem } from '@tanstack/react-virtual'
import type { Coverage } from '../../../shared/domain/coverage.ts'
import { dateOfDay } from '../../../shared/domain/coverage-days.ts'
import { dateInWords, readClock } from '../../../shared/domain/time.ts'
import type { Language } from '../../../shared/domain/units.ts'
import { useLanguage, useSettings } from '../../settings/settings.tsx'
import { clockLabel } from '../../timeline/clock-text.tsx'
import { type MapUnit, momentOf } from './map-cells.ts'

/** The days or hours above the map. A month, or a day, is named where it begins and at the left edge. */
export function MapHead(props: {
  readonly period: NonNullable<Coverage['period']>
  readonly unit: MapUnit
  readonly columns: readonly VirtualItem[]
  /** The first column that is seen. */
  readonly first: number
  readonly height: number
  readonly width: number
}) {
  const language = useLanguage()
  const { zone } = useSettings()
  const { unit, first, height, width } = props
  return (
    // biome-ignore lint/a11y/useSemanticElements: see the map
    // biome-ignore lint/a11y/useFocusableInteractive: see the map
    <div role="row" aria-rowindex={1} className="evd-map-head" style={{ height }}>
      {/* biome-ignore lint/a11y/useSemanticElements: see the map */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: see the map */}
      <span role="columnheader" aria-colindex={1} className="evd-map-corner" style={{ width }}>
        {unit === 'hour' && (
          <>
            <b>UTC</b>
            {zone !== 'UTC' && <i>{clockLabel(zone, language)}</i>}
          </>
        )}
      </span>
      {props.columns.map(({ index, start, size }) => {
        const { middle, below, isWeekend } = wordsOf(props, index, zone, language)
        return (
          // biome-ignore lint/a11y/useSemanticElements: see the map
          // biome-ignore lint/a11y/useFocusableInteractive: see the map
          <span
            role="columnheader"
            key={index}
            aria-colindex={index + 2}
            aria-label={headName(props, index, language)}
            className={isWeekend ? 'evd-map-day evd-map-weekend' : 'evd-map-day'}
            style={{ left: start, width: size }}
          >
            {unit === 'day' ? <small>{middle}</small> : <span>{middle}</span>}
            {unit === 'day' ? <span>{below}</span> : <small>{below}</small>}
          </span>
        )
      })}
      {props.columns.map(({ index, start }) => {
        const { above } = wordsOf(props, index, zone, language)
        if (!above.starts && (index !== first || isCrowded(props, index))) return null
        return (
          <em key={index} className="evd-map-above" style={{ left: start }} aria-hidden="true">
            {above.text}
          </em>
        )
      })}
    </div>
  )
}

interface Place {
  readonly period: NonNullable<Coverage['period']>
  readonly unit: MapUnit
}

function headName({ period, unit }: Place, column: number, language: Language): string {
  if (unit === 'day') return dateInWords(dateOfDay(period.from, column), language)
  const date = dateOfDay(period.from, Math.floor(column / 24))
  return `${dateInWords(date, language)} ${String(column % 24).padStart(2, '0')}:00 UTC`
}

/** True when the next month, or day, begins so near that its name would stand in that of this one. */
function isCrowded({ period, unit }: Place, column: number): boolean {
  if (unit === 'hour') return column % 24 > 24 - 6
  return [1, 2].some((ahead) => dateOfDay(period.from, column + ahead).endsWith('-01'))
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

function wordsOf({ period, unit }: Place, column: number, zone: string, language: Language) {
  const date = dateOfDay(period.from, unit === 'day' ? column : Math.floor(column / 24))
  const [year = '', month = '', day = ''] = date.split('-')
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay()
  const isWeekend = weekday === 0 || weekday === 6
  if (unit === 'day') {
    const letter = (language === 'ja' ? '日月火水木金土' : 'SMTWTFS')[weekday] ?? ''
    const named = language === 'ja' ? `${Number(month)}月` : (MONTHS[Number(month) - 1] ?? '')
    const isYear = month === '01' || column === 0
    const text = !isYear ? named : language === 'ja' ? `${year}年${named}` : `${named} ${year}`
    return { above: { text, starts: day === '01' }, middle: letter, below: String(Number(day)), isWeekend }
  }
  const local = zone === 'UTC' ? '' : readClock(momentOf(period, column), zone).time.slice(0, 2)
  return {
    above: { text: dateInWords(date, language), starts: column % 24 === 0 },
    middle: String(column % 24).padStart(2, '0'),
    below: local,
    isWeekend,
  }
}
