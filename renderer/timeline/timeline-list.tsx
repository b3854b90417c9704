import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef } from 'react'
import { readClock } from '../../shared/domain/time.ts'
import { timelineTexts } from '../../shared/messages/timeline.ts'
import { useTexts } from '../settings/settings.tsx'
import { ColumnHead } from './column-head.tsx'
import { DayLineRow } from './day-line.tsx'
import type { Clocks } from './day-lines.ts'
import { timedAt } from './fold.ts'
import { type ClickKeys, RowBlock } from './row-block.tsx'
import { NO_ROWS, type RowRanges } from './row-ranges.ts'
import type { RowMarks } from './use-marks.ts'
import { BLOCK_ROWS, type RowWindow } from './use-row-window.ts'
import type { WindowState } from './window-state.ts'

export interface TimelineListProps {
  readonly rows: RowWindow
  readonly clocks: Clocks
  /** The selected line. */
  readonly selected: number | null
  /** Rows chosen for something to be done with all of them. */
  readonly chosen?: RowRanges
  readonly marks?: RowMarks | null
  /** True while the answer to another filter is on its way. */
  readonly busy: boolean
  /** Counts up when the focus should go to the selected row. */
  readonly focusTurn: number
  /** Shown over the list: empty, error. */
  readonly children?: ReactNode
  onSelect(line: number, keys: ClickKeys): void
  onOpen(line: number): void
  onKeyDown(event: KeyboardEvent): void
}

/** The list of sign-ins as a grid: head, day of the topmost row, rows. Only the rows near the screen exist. */
export function TimelineList(props: TimelineListProps) {
  const { rows, clocks, selected } = props
  const { state } = rows
  const texts = useTexts(timelineTexts)
  const reachable = selected ?? rows.firstSeen
  const isTree = (state?.fold.bursts.length ?? 0) > 0
  useRowFocus(rows, selected, props.focusTurn)
  return (
    <main className="tl-frame">
      {/* biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useAriaPropsSupportedByRole: a grid, or a tree of bursts and rows */}
      <div
        role={isTree ? 'treegrid' : 'grid'}
        className="tl-grid"
        data-region="timeline"
        tabIndex={-1}
        aria-label={texts.list}
        aria-rowcount={(state?.layout.count ?? 0) + 1}
        aria-busy={props.busy}
        aria-multiselectable={props.chosen === undefined ? undefined : true}
        onKeyDown={props.onKeyDown}
      >
        <div className="tl-heads">
          <ColumnHead clocks={clocks} />
          <TopDay rows={rows} clocks={clocks} />
        </div>
        {/* biome-ignore lint/a11y/useSemanticElements: a table cannot scroll a million rows */}
        <div role="rowgroup" className="tl-rows" ref={rows.box} onScroll={rows.onScroll} tabIndex={-1}>
          {state !== null && (
            <div className="tl-sizer" style={{ height: rows.barHeight }}>
              {rows.blocks.map((block) => {
                const first = block * BLOCK_ROWS
                const last = Math.min(first + BLOCK_ROWS, state.layout.count) - 1
                const here = (index: number | null) =>
                  index !== null && index >= first && index <= last ? index : -1
                return (
                  <RowBlock
                    key={block}
                    cache={state.opened.cache}
                    fold={state.fold}
                    version={rows.version}
                    layout={state.layout}
                    clocks={clocks}
                    first={first}
                    last={last}
                    top={rows.topOfBlock(block)}
                    selected={here(selected)}
                    reachable={here(reachable)}
                    chosen={props.chosen ?? NO_ROWS}
                    marks={props.marks ?? null}
                    onSelect={props.onSelect}
                    onOpen={props.onOpen}
                  />
                )
              })}
            </div>
          )}
        </div>
      </div>
      {props.children}
    </main>
  )
}

/** The day of the topmost row, always in sight: rows themselves show only the time. */
function TopDay(props: { readonly rows: RowWindow; readonly clocks: Clocks }) {
  const { state, firstSeen } = props.rows
  const row = state === null ? undefined : topmostTimed(state, firstSeen)
  if (row === undefined) return <div className="tl-day tl-day-top" />
  const date = row.eventTime === null ? null : readClock(row.eventTime, props.clocks.first).date
  return (
    <div className="tl-day-top">
      <DayLineRow line={{ clock: 'first', date }} clocks={props.clocks} />
    </div>
  )
}

// The line "n more" has no time; the row above it has.
function topmostTimed({ fold, opened }: WindowState, line: number) {
  return timedAt(fold, opened.cache, line) ?? (line > 0 ? timedAt(fold, opened.cache, line - 1) : undefined)
}

/** Puts the focus on the selected row once it is in the page, and keeps it there when rows move to other numbers. */
function useRowFocus(rows: RowWindow, selected: number | null, turn: number): void {
  const done = useRef(turn)
  useLayoutEffect(() => {
    if (selected === null) return
    const active = document.activeElement
    const strayed = active instanceof HTMLElement && active.matches('.tl-row[data-line]:not(.tl-cursor)')
    if (done.current === turn && !strayed) return
    const row = rows.box.current?.querySelector<HTMLElement>(`[data-line="${selected}"]`)
    if (row === undefined || row === null) return
    done.current = turn
    row.focus({ preventScroll: true })
  })
}
