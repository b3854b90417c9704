import { memo } from 'react'
import type { SignInRow } from '../../shared/domain/sign-in.ts'
import { BurstRow } from './burst-row.tsx'
import { DayLineRow } from './day-line.tsx'
import { type Clocks, dayLinesAbove } from './day-lines.ts'
import type { Fold } from './fold.ts'
import { MoreRow } from './more-row.tsx'
import type { PageCache } from './page-cache.ts'
import { extraAbove, type RowLayout } from './row-layout.ts'
import { hasRow, type RowRanges } from './row-ranges.ts'
import { TimelineRow } from './timeline-row.tsx'
import type { RowMarks } from './use-marks.ts'

/** Which key or mouse button goes with a click. */
export interface ClickKeys {
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
}

/** What every line of the list gets, and what is done with it. Lines have numbers from 0. */
export interface LineProps {
  readonly clocks: Clocks
  readonly marks: RowMarks | null
  onSelect(line: number, keys: ClickKeys): void
  onOpen(line: number): void
}

export interface RowBlockProps extends LineProps {
  readonly cache: PageCache<SignInRow>
  readonly fold: Fold
  /** Changes when rows of the cache change, so that the block is drawn again. */
  readonly version: number
  readonly layout: RowLayout
  readonly first: number
  readonly last: number
  readonly top: number
  /** The selected line and the line that Tab reaches, when they are in this block; else -1. */
  readonly selected: number
  readonly reachable: number
  /** Rows chosen for something to be done with all of them. */
  readonly chosen: RowRanges
}

/** Some lines that follow each other, with their day lines, at a fixed place. */
export const RowBlock = memo(function RowBlock(props: RowBlockProps) {
  const { first, last } = props
  const lines = Array.from({ length: last - first + 1 }, (_, offset) => first + offset)
  return (
    <div className="tl-block" style={{ top: props.top }}>
      {lines.map((line) => (
        <LineWithDays key={line} {...props} line={line} />
      ))}
    </div>
  )
})

function LineWithDays(props: RowBlockProps & { readonly line: number }) {
  const { line, clocks, layout, cache, fold } = props
  const gap = extraAbove(layout, line) - extraAbove(layout, line - 1)
  // A page that was dropped from memory leaves the room of its day lines open.
  const days = gap > 0 ? dayLinesAbove(fold, cache, line, clocks) : []
  return (
    <>
      {days.length === 0 && gap > 0 && <div style={{ height: gap }} />}
      {days.map((day) => (
        <DayLineRow key={day.clock} line={day} clocks={clocks} />
      ))}
      <Line {...props} />
    </>
  )
}

function Line(props: RowBlockProps & { readonly line: number }) {
  const { line, fold, cache, chosen, clocks, marks, onSelect, onOpen } = props
  const at = fold.lines.lineAt(line)
  const common = {
    line,
    clocks,
    marks,
    selected: line === props.selected,
    reachable: line === props.reachable,
    chosen: hasRow(chosen, at.index),
    onSelect,
    onOpen,
  }
  const burst = at.burst === null ? undefined : fold.bursts[at.burst]
  if (at.kind === 'burst' && burst !== undefined) {
    return <BurstRow {...common} burst={burst} shows={at.shows} lead={cache.rowAt(at.index)} />
  }
  if (at.kind === 'more') return <MoreRow {...common} left={at.left} />
  return <TimelineRow {...common} row={cache.rowAt(at.index)} index={at.index} inBurst={at.burst !== null} />
}
