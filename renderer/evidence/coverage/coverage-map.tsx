import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type MouseEvent, type Ref, useEffect, useImperativeHandle, useRef } from 'react'
import type { Coverage, CoverageRow } from '../../../shared/domain/coverage.ts'
import { coverageScreenTexts } from '../../../shared/messages/coverage-screen.ts'
import { useRoom } from '../../report/use-room.ts'
import { useLanguage, useTexts } from '../../settings/settings.tsx'
import { columnOf, columnsOf, type MapUnit, type Spot, worstHourOf } from './map-cells.ts'
import { MapHead } from './map-head.tsx'
import { spotAfterKey } from './map-keys.ts'
import { MapRow } from './map-row.tsx'

const ROW = 28
/** More room above the first row of an account. */
const ACCOUNT_GAP = 6
const HEAD = 44
const LABELS = 204
const COLUMN = { narrowest: 28, widest: 40 } as const
const SCROLLBAR = 15

/** The way for others to put the focus on the map. */
export interface MapFocus {
  focus(): void
}

/** Accounts and regions by days or hours. Only what is seen is drawn; one cell has the focus, arrows move it. */
export function CoverageMap(props: {
  readonly period: NonNullable<Coverage['period']>
  readonly rows: readonly CoverageRow[]
  readonly unit: MapUnit
  readonly spot: Spot
  readonly handle: Ref<MapFocus>
  onMove(spot: Spot): void
  /** Enter: the hours of the day, or the sign-ins of the hour. */
  onOpen(): void
}) {
  const { period, rows, unit, spot, onMove } = props
  const texts = useTexts(coverageScreenTexts)
  const language = useLanguage()
  const box = useRef<HTMLDivElement>(null)
  const room = useRoom(box)
  const columns = columnsOf(period, unit)
  const fitting = Math.floor(((room?.width ?? 0) - LABELS) / columns)
  const pitch = Math.min(Math.max(fitting, COLUMN.narrowest), COLUMN.widest)
  const here = columnOf(spot.hour, unit)
  const startsAccount = (index: number) => index > 0 && rows[index]?.account !== rows[index - 1]?.account

  const down = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: (index) => (startsAccount(index) ? ROW + ACCOUNT_GAP : ROW),
    paddingStart: HEAD,
    scrollPaddingStart: HEAD,
    overscan: 6,
    rangeExtractor: (range) => withIndex(range, spot.row),
    initialRect: { width: 900, height: 400 },
  })
  const across = useVirtualizer({
    horizontal: true,
    count: columns,
    getScrollElement: () => box.current,
    estimateSize: () => pitch,
    paddingStart: LABELS,
    scrollPaddingStart: LABELS,
    overscan: 4,
    rangeExtractor: (range) => withIndex(range, here),
    initialRect: { width: 900, height: 400 },
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new width of columns makes all old places wrong
  useEffect(() => across.measure(), [pitch, unit])

  const focusWanted = useRef(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: moves when the place or the scale does
  useEffect(() => {
    down.scrollToIndex(spot.row)
    across.scrollToIndex(here)
    if (!focusWanted.current) return
    focusWanted.current = false
    cellAt(box.current, spot.row, here)?.focus({ preventScroll: true })
  }, [spot.row, here, unit, pitch])
  useImperativeHandle(props.handle, () => ({
    focus: () => cellAt(box.current, spot.row, here)?.focus(),
  }))

  const step = unit === 'day' ? 24 : 1
  const go = (to: Spot) => {
    focusWanted.current = true
    onMove(unit === 'day' ? worstHourOf(rows, to) : to)
  }
  const pageRows = Math.max(1, Math.floor(((room?.height ?? 0) - HEAD) / ROW) - 1)
  const onKeyDown = (event: KeyboardEvent) => {
    const whole = event.ctrlKey || event.metaKey
    if (event.altKey || (whole && event.key !== 'Home' && event.key !== 'End')) return
    if (event.key === 'Enter' || event.key === ' ') props.onOpen()
    else {
      const to = spotAfterKey(event.key, spot, { rows, unit, pageRows, whole })
      if (to === null) return
      go(to)
    }
    event.preventDefault()
    event.stopPropagation()
  }
  const onClick = (event: MouseEvent) => {
    const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-column]') : null
    if (cell === null) return
    const column = Number(cell.dataset['column'])
    go({ row: Number(cell.dataset['row']), hour: column * step + (unit === 'day' ? spot.hour % 24 : 0) })
  }

  const top = (box.current?.scrollTop ?? 0) + HEAD + 1
  const firstSeen = down.getVirtualItemForOffset(top)?.index ?? 0
  const isWide = columns * pitch + LABELS > (room?.width ?? 0)
  const seen = across.getVirtualItems()
  const left = (box.current?.scrollLeft ?? 0) + LABELS + 1
  const edge = across.getVirtualItemForOffset(left)
  // A column that is partly hidden at the left cannot carry the name of its month or day.
  const firstColumn = edge === undefined ? 0 : edge.start < left - 1 ? edge.index + 1 : edge.index
  return (
    // biome-ignore lint/a11y/useSemanticElements: of years and hundreds of regions only what is seen is drawn
    <div
      ref={box}
      role="grid"
      aria-label={texts.map}
      aria-rowcount={rows.length + 1}
      aria-colcount={columns + 1}
      className="evd-map"
      data-region="coverage-map"
      style={{ height: down.getTotalSize() + (isWide ? SCROLLBAR : 1) }}
      onKeyDown={onKeyDown}
      onClick={onClick}
    >
      <div
        role="presentation"
        className="evd-map-sheet"
        style={{ width: across.getTotalSize(), height: down.getTotalSize() }}
      >
        <MapHead
          period={period}
          unit={unit}
          columns={seen}
          first={firstColumn}
          height={HEAD}
          width={LABELS}
        />
        {down.getVirtualItems().map(({ index, start, size }) => {
          const row = rows[index]
          if (row === undefined) return null
          const isFirst = index === 0 || startsAccount(index) || index === firstSeen
          const isSecond =
            !isFirst &&
            rows[index - 1]?.account === row.account &&
            (index - 1 === 0 || startsAccount(index - 1) || index - 1 === firstSeen)
          return (
            <MapRow
              key={index}
              row={row}
              index={index}
              period={period}
              unit={unit}
              columns={seen}
              top={start + size - ROW}
              label={isFirst ? 'account' : isSecond ? 'name' : 'none'}
              chosen={spot.row === index ? here : null}
              width={LABELS}
              language={language}
            />
          )
        })}
      </div>
    </div>
  )
}

function cellAt(box: HTMLElement | null, row: number, column: number): HTMLElement | null {
  return box?.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`) ?? null
}

/** What is drawn, with the cell that has the focus, wherever it is. */
function withIndex(range: Range, index: number): number[] {
  const drawn = defaultRangeExtractor(range)
  if (drawn.includes(index) || index >= range.count) return drawn
  return [...drawn, index].sort((a, b) => a - b)
}
