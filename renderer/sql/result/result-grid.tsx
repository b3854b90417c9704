import { useVirtualizer } from '@tanstack/react-virtual'
import { type CSSProperties, type KeyboardEvent, useEffect, useMemo, useRef } from 'react'
import type { SqlRow } from '../../../shared/domain/sql.ts'
import { sqlScreenTexts } from '../../../shared/messages/sql-screen.ts'
import { countText } from '../../settings/numbers.ts'
import { useClocks, useTexts } from '../../settings/settings.tsx'
import { rowAfterKey } from '../../timeline/list-keys.ts'
import { cellText, type GridColumn, gridColumns, localTime, SAMPLE_ROWS } from './columns.ts'

const ROW_HEIGHT = 26

/** Which cell is chosen, by its place in the result. */
export interface Choice {
  readonly row: number
  readonly column: number
}

/** The rows of a result. Rows that are not there yet are asked for by `rowAt`, which then draws again. */
export function ResultGrid(props: {
  readonly run: number
  readonly names: readonly string[]
  readonly rows: number
  readonly choice: Choice | null
  rowAt(index: number): SqlRow | undefined
  onChoose(choice: Choice): void
  /** Enter, or a double click: the event of the row. */
  onOpen(row: number): void
  onCopy(): void
}) {
  const texts = useTexts(sqlScreenTexts)
  const { run, names, rows, choice, rowAt, onChoose } = props
  const { first, second } = useClocks()
  const zone = first === 'UTC' ? second : first
  const box = useRef<HTMLDivElement>(null)
  const list = useVirtualizer({
    count: rows,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
  })
  const sampled = Array.from({ length: Math.min(rows, SAMPLE_ROWS) }, (_, index) => rowAt(index)).filter(
    (row) => row !== undefined,
  )
  const complete = sampled.length === Math.min(rows, SAMPLE_ROWS)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the sample changes only with what is named here
  const columns = useMemo(
    () => gridColumns(names, sampled, rows, zone),
    [run, names, rows, zone, complete, sampled.length],
  )
  const template = `52px ${columns.map(({ width }) => `${width}px`).join(' ')} minmax(0, 1fr)`

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new result begins at its top
  useEffect(() => {
    box.current?.scrollTo(0, 0)
  }, [run])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const column = choice?.column ?? 0
    const page = Math.floor((box.current?.clientHeight ?? 0) / ROW_HEIGHT) - 1
    const top = Math.ceil((box.current?.scrollTop ?? 0) / ROW_HEIGHT)
    const row = rowAfterKey(event.key, choice?.row ?? null, { top, page, count: rows })
    const step = { ArrowRight: 1, ArrowLeft: -1, l: 1, h: -1 }[event.key]
    if (row !== null) {
      onChoose({ row, column })
      list.scrollToIndex(row)
    } else if (step !== undefined && choice !== null) {
      const last = Math.max(0, names.length - 1)
      onChoose({ row: choice.row, column: Math.min(Math.max(column + step, 0), last) })
    } else if (event.key === 'Enter' && choice !== null) props.onOpen(choice.row)
    else if (event.key === 'y' && choice !== null) props.onCopy()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a table of a hundred thousand rows has only those in it that are seen
    <div
      ref={box}
      role="grid"
      aria-label={texts.grid}
      aria-rowcount={rows + 1}
      aria-colcount={columns.length + 1}
      tabIndex={0}
      className="sql-grid"
      data-region="sql-grid"
      style={{ '--sql-columns': template } as CSSProperties}
      aria-activedescendant={choice === null ? undefined : cellId(choice.row, choice.column)}
      onKeyDown={onKeyDown}
    >
      {/* biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus */}
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      <div role="row" aria-rowindex={1} className="sql-row sql-head">
        {/* biome-ignore lint/a11y/useFocusableInteractive: see above */}
        {/* biome-ignore lint/a11y/useSemanticElements: see above */}
        <span role="columnheader" className="sql-number">
          {texts.rowNumber}
        </span>
        {columns.map((column) => (
          // biome-ignore lint/a11y/useFocusableInteractive: see above
          // biome-ignore lint/a11y/useSemanticElements: see above
          <span
            role="columnheader"
            key={`${column.index} ${column.kind}`}
            title={column.name}
            className={column.kind === 'number' && column.barMax === null ? 'sql-cell-number' : undefined}
          >
            {column.name}
          </span>
        ))}
      </div>
      <div className="sql-rows" style={{ height: list.getTotalSize() }}>
        {list.getVirtualItems().map(({ index, start }) => (
          <GridRow
            key={index}
            index={index}
            top={start}
            row={rowAt(index)}
            columns={columns}
            zone={zone}
            chosen={choice?.row === index ? choice.column : null}
            nullText={texts.nullCell}
            onChoose={onChoose}
            onOpen={props.onOpen}
          />
        ))}
      </div>
    </div>
  )
}

const cellId = (row: number, column: number) => `sql-cell-${row}-${column}`

function GridRow(props: {
  readonly index: number
  readonly top: number
  readonly row: SqlRow | undefined
  readonly columns: readonly GridColumn[]
  readonly zone: string | null
  /** The chosen column, in the chosen row. */
  readonly chosen: number | null
  readonly nullText: string
  onChoose(choice: Choice): void
  onOpen(row: number): void
}) {
  const { index, row, columns, zone, chosen } = props
  return (
    // biome-ignore lint/a11y/useSemanticElements: see the grid
    // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={chosen !== null}
      className="sql-row"
      style={{ transform: `translateY(${props.top}px)` }}
      onDoubleClick={() => props.onOpen(index)}
    >
      {/* biome-ignore lint/a11y/useFocusableInteractive: see the grid */}
      {/* biome-ignore lint/a11y/useSemanticElements: see the grid */}
      <span role="rowheader" className="sql-number">
        {countText(index + 1)}
      </span>
      {columns.map((column) => {
        const value = row?.[column.index] ?? null
        const isLocal = column.kind === 'local-time'
        const text = isLocal && zone !== null ? localTime(value, zone) : cellText(value)
        const isChosen = !isLocal && chosen === column.index
        return (
          // biome-ignore lint/a11y/useSemanticElements: see the grid
          // biome-ignore lint/a11y/useFocusableInteractive: see the grid
          // biome-ignore lint/a11y/useKeyWithClickEvents: the grid takes the keys
          <span
            role="gridcell"
            key={`${column.index} ${column.kind}`}
            id={isLocal ? undefined : cellId(index, column.index)}
            className={cellClass(column, isChosen)}
            onClick={() => props.onChoose({ row: index, column: column.index })}
          >
            {row !== undefined && <Value text={text ?? (isLocal ? '' : null)} nullText={props.nullText} />}
            {column.barMax !== null && typeof value === 'number' && (
              <b aria-hidden="true">
                <i style={{ width: `${Math.round((value / column.barMax) * 100)}%` }} />
              </b>
            )}
          </span>
        )
      })}
    </div>
  )
}

function cellClass({ kind, barMax }: GridColumn, isChosen: boolean): string {
  const bars = barMax === null ? '' : ' sql-cell-bars'
  return `sql-cell sql-cell-${kind}${bars}${isChosen ? ' sql-cell-chosen' : ''}`
}

function Value(props: { readonly text: string | null; readonly nullText: string }) {
  return props.text === null ? <em>{props.nullText}</em> : <span>{props.text}</span>
}
