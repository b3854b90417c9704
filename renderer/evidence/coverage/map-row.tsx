import type { VirtualItem } from '@tanstack/react-virtual'
import { type CSSProperties, memo } from 'react'
import type { Coverage, CoverageRow } from '../../../shared/domain/coverage.ts'
import { dateOfDay } from '../../../shared/domain/coverage-days.ts'
import { dateInWords } from '../../../shared/domain/time.ts'
import type { Language } from '../../../shared/domain/units.ts'
import { coverageScreenTexts } from '../../../shared/messages/coverage-screen.ts'
import { useKnown } from '../../known/known-lists.tsx'
import { Icon } from '../../ui/icon.tsx'
import { cellWords } from './cell-words.ts'
import { type CellLook, lettersOf, lookOf, type MapUnit } from './map-cells.ts'

/** One account and region. Drawn again only when its own cells change, not with every step of the scrolling. */
export const MapRow = memo(function MapRow(props: {
  readonly row: CoverageRow
  readonly index: number
  readonly period: NonNullable<Coverage['period']>
  readonly unit: MapUnit
  readonly columns: readonly VirtualItem[]
  readonly top: number
  /** What stands at the very left: the number of the account, the name that it was given, or nothing. */
  readonly label: 'account' | 'name' | 'none'
  /** The column with the focus, in the row that has it. */
  readonly chosen: number | null
  readonly width: number
  readonly language: Language
}) {
  const { row, index, unit, period, chosen, label, language } = props
  const texts = coverageScreenTexts[language]
  const name = useKnown().nameOf('account', row.account)
  const place = `${row.account} ${row.region}`
  return (
    // biome-ignore lint/a11y/useSemanticElements: see the map
    // biome-ignore lint/a11y/useFocusableInteractive: see the map
    <div
      role="row"
      aria-rowindex={index + 2}
      className="evd-map-row"
      style={{ transform: `translateY(${props.top}px)` }}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: see the map */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: see the map */}
      <span
        role="rowheader"
        aria-colindex={1}
        aria-label={name === null ? place : `${row.account} (${name}) ${row.region}`}
        className="evd-map-label"
        style={{ width: props.width }}
      >
        {label === 'account' && <b>{row.account}</b>}
        {label === 'name' && <small>{name}</small>}
        <span>{row.region}</span>
      </span>
      {props.columns.map(({ index: column, start, size }) => {
        const letters = lettersOf(row, column, unit)
        const look = lookOf(letters)
        const words = texts.cell(
          place,
          whenOf(period, unit, column, language),
          cellWords(letters, unit === 'day' ? (row.logFiles[column] ?? 0) : null, language),
        )
        return (
          // biome-ignore lint/a11y/useSemanticElements: see the map
          <span
            role="gridcell"
            key={column}
            aria-colindex={column + 2}
            aria-label={words}
            aria-selected={column === chosen}
            title={words}
            tabIndex={column === chosen ? 0 : -1}
            data-row={index}
            data-column={column}
            className="evd-map-cell"
            style={{ left: start, width: size }}
          >
            <CellMark look={look} />
          </span>
        )
      })}
    </div>
  )
})

/** A cell as it is drawn on the map, in the hours of a day, and in the legend. */
export function CellMark({ look }: { readonly look: CellLook }) {
  const style = { '--evd-share': look.share.toFixed(2) } as CSSProperties
  return (
    <i className={`evd-cell evd-cell-${look.state}`} style={style} aria-hidden="true">
      {look.state === 'damaged' ? <Icon name="warning" size={11} /> : look.sign}
    </i>
  )
}

function whenOf(
  period: NonNullable<Coverage['period']>,
  unit: MapUnit,
  column: number,
  language: Language,
): string {
  if (unit === 'day') return dateInWords(dateOfDay(period.from, column), language)
  const date = dateInWords(dateOfDay(period.from, Math.floor(column / 24)), language)
  return `${date} ${String(column % 24).padStart(2, '0')}:00 UTC`
}
