import { Histogram } from '../histogram/histogram.tsx'
import { ChosenBar } from './chosen-bar.tsx'
import type { Clocks } from './day-lines.ts'
import { ListMessage } from './list-message.tsx'
import type { ClickKeys } from './row-block.tsx'
import { TimelineList } from './timeline-list.tsx'
import type { Chosen } from './use-chosen.ts'
import type { EventTools } from './use-event-tools.ts'
import type { FilterChanges } from './use-filter-changes.ts'
import type { InspectorPane } from './use-inspector-pane.ts'
import type { ListLines } from './use-list-lines.ts'
import type { RowMarks } from './use-marks.ts'
import type { RowWindow } from './use-row-window.ts'
import type { Selection } from './use-selection.ts'
import type { useTimelineKeys } from './use-timeline-keys.ts'
import type { TimelineViewState } from './use-timeline-view.ts'

/** In the middle: the histogram, the list, and what can be done with the chosen rows. */
export function ListPane(props: {
  readonly view: TimelineViewState
  readonly rows: RowWindow
  readonly lines: ListLines
  readonly selection: Selection
  readonly chosen: Chosen
  readonly marks: RowMarks
  readonly tools: EventTools
  readonly filters: FilterChanges
  readonly inspector: InspectorPane
  readonly clocks: Clocks
  /** Sign-ins in the list. */
  readonly count: number
  /** Goes up when the list is to take the focus. */
  readonly focusTurn: number
  readonly onKeyDown: ReturnType<typeof useTimelineKeys>
}) {
  const { view, rows, lines, selection, chosen, tools, filters, inspector } = props
  const openRow = (line: number) => {
    if (lines.line !== line) lines.select(line)
    const at = rows.state?.fold.lines.lineAt(line)
    if (at?.kind === 'row') inspector.open('inspector')
  }
  const clickRow = (line: number, keys: ClickKeys) => {
    lines.click(line, keys)
    if (!keys.shiftKey && !keys.ctrlKey && !keys.metaKey) inspector.raise()
  }
  return (
    <div className="tl-centre">
      {view.opened?.view.total !== 0 && (
        <Histogram
          filter={filters.filter}
          opened={view.opened}
          selected={selection.row?.eventTime ?? null}
          onPeriod={filters.choosePeriod}
        />
      )}
      <TimelineList
        rows={rows}
        clocks={props.clocks}
        selected={lines.line}
        chosen={chosen.rows}
        marks={props.marks}
        busy={view.pending}
        focusTurn={props.focusTurn}
        onSelect={clickRow}
        onOpen={openRow}
        onKeyDown={props.onKeyDown}
      >
        <ListMessage
          opened={view.opened}
          error={view.error}
          pagesFailed={rows.pagesFailed}
          onRetry={() => void view.reopen()}
          onRetryPages={rows.retry}
          onClear={filters.clear}
        />
        <ChosenBar
          count={chosen.count}
          all={props.count}
          onTag={tools.tag}
          onBookmark={() => tools.mark('bookmark')}
          onReview={() => tools.mark('reviewed')}
          onAll={chosen.all}
          onClear={chosen.clear}
        />
      </TimelineList>
    </div>
  )
}
