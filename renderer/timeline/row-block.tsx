import { memo } from 'react'
import type { SignInRow } from '../../shared/domain/sign-in.ts'
import { DayLineRow } from './day-line.tsx'
import { type Clocks, dayLinesAbove } from './day-lines.ts'
import type { PageCache } from './page-cache.ts'
import { extraAbove, type RowLayout } from './row-layout.ts'
import { TimelineRow } from './timeline-row.tsx'

export interface RowBlockProps {
  readonly cache: PageCache<SignInRow>
  /** Changes when rows of the cache change, so that the block is drawn again. */
  readonly version: number
  readonly layout: RowLayout
  readonly clocks: Clocks
  readonly first: number
  readonly last: number
  readonly top: number
  /** The selected row and the row that Tab reaches, when they are in this block; else -1. */
  readonly selected: number
  readonly reachable: number
  onSelect(index: number): void
  onOpen(index: number): void
}

/** Some rows that follow each other, with their day lines, at a fixed place. */
export const RowBlock = memo(function RowBlock(props: RowBlockProps) {
  const { cache, layout, clocks, first, last } = props
  const indexes = Array.from({ length: last - first + 1 }, (_, offset) => first + offset)
  return (
    <div className="tl-block" style={{ top: props.top }}>
      {indexes.map((index) => (
        <RowWithLines
          key={index}
          {...props}
          index={index}
          lines={dayLinesAbove(cache, index, clocks)}
          // A page that was dropped from memory leaves the room of its day lines open.
          gap={extraAbove(layout, index) - extraAbove(layout, index - 1)}
        />
      ))}
    </div>
  )
})

function RowWithLines(
  props: RowBlockProps & {
    readonly index: number
    readonly lines: ReturnType<typeof dayLinesAbove>
    readonly gap: number
  },
) {
  const { index, lines, clocks, gap } = props
  return (
    <>
      {lines.length === 0 && gap > 0 && <div style={{ height: gap }} />}
      {lines.map((line) => (
        <DayLineRow key={line.clock} line={line} clocks={clocks} />
      ))}
      <TimelineRow
        row={props.cache.rowAt(index)}
        index={index}
        clocks={clocks}
        selected={index === props.selected}
        reachable={index === props.reachable}
        onSelect={props.onSelect}
        onOpen={props.onOpen}
      />
    </>
  )
}
