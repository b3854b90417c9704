import './timeline.css'
import './bursts.css'
import { useCallback, useMemo, useRef, useState } from 'react'
import { timelineTexts } from '../../shared/messages/timeline.ts'
import { QueryBar } from '../filter/query-bar.tsx'
import { RailSwitch } from '../filter/rail-switch.tsx'
import { useDetail } from '../inspector/use-detail.ts'
import { useClocks, useTexts } from '../settings/settings.tsx'
import { usePlace } from '../shell/place.tsx'
import { useKept } from '../ui/use-kept.ts'
import { AroundStrip } from './around-strip.tsx'
import { EventDialogs } from './event-dialogs.tsx'
import { FilterPane } from './filter-pane.tsx'
import { burstAt, type Spot, topRow } from './fold.ts'
import { InspectorPane } from './inspector-pane.tsx'
import { ListButtons } from './list-buttons.tsx'
import { ListPane } from './list-pane.tsx'
import { TimelineStatus } from './timeline-status.tsx'
import { useAround } from './use-around.ts'
import { useBursts } from './use-bursts.ts'
import { useChosen } from './use-chosen.ts'
import { useCopyReference } from './use-copy-reference.ts'
import { useEventTools } from './use-event-tools.ts'
import { useFilterChanges } from './use-filter-changes.ts'
import { useFreshRow } from './use-fresh-row.ts'
import { useInspectorPane } from './use-inspector-pane.ts'
import { useListLines } from './use-list-lines.ts'
import { useMarks } from './use-marks.ts'
import { usePaneWidths } from './use-pane-widths.ts'
import { useRowWindow } from './use-row-window.ts'
import { useSearchBox } from './use-search-box.ts'
import { useSelection } from './use-selection.ts'
import { useShowEvent } from './use-show-event.ts'
import { useTimelineActions } from './use-timeline-actions.ts'
import { useTimelineView } from './use-timeline-view.ts'
import { useUndo } from './use-undo.ts'
import type { KeptRow } from './view-rows.ts'

/** Who signed in, in order of time: filters, list, and one event with its record, its source and its notes. */
export function TimelineScreen() {
  const { summary } = usePlace()
  const texts = useTexts(timelineTexts)
  const { first, second } = useClocks()
  const clocks = useMemo(() => ({ first, second }), [first, second])
  const undo = useUndo()
  const filters = useFilterChanges(undo)
  const { filter } = filters
  const panes = usePaneWidths()
  const [focusTurn, setFocusTurn] = useState(0)
  const focusList = useCallback(() => setFocusTurn((turn) => turn + 1), [])
  const inspector = useInspectorPane(panes.overlay, focusList)

  // The list is kept by the selected row; without one, by the topmost row as long as the filter is the same.
  const keptRow = useRef<() => KeptRow | null>(() => null)
  const [grouped, group] = useKept('bursts grouped', true)
  const view = useTimelineView(filter, () => keptRow.current(), grouped)
  const bursts = useBursts(summary.path, view.opened, grouped, group)
  const reach = useRef<Spot | null>(null)
  const rows = useRowWindow(view.opened, clocks, reach.current, () => void view.reopen(), bursts.fold)
  const shown = rows.state?.opened ?? null
  const selection = useSelection(summary.path, shown, rows.version)
  reach.current = selection.spot
  const here = useRef({ rows, selection })
  here.current = { rows, selection }
  const around = useAround(() => here.current)
  keptRow.current = () => {
    const top = rows.state === null ? undefined : topRow(rows.state, rows.firstSeen)
    return around.takeKept() ?? selection.kept() ?? (shown?.filter === filter ? (top ?? null) : null)
  }
  const detail = useDetail(selection.row?.id ?? null)
  const count = shown?.cache.count ?? 0
  const burst = selection.isBurst && selection.index !== null ? burstAt(bursts.fold, selection.index) : null

  const { granted } = inspector
  const onSelected = useCallback(() => {
    granted()
    focusList()
  }, [granted, focusList])
  const chosen = useChosen(shown)
  const lines = useListLines({ rows, bursts, selection, chosen, onSelected })
  const marks = useMarks(rows)
  const tools = useEventTools({ view: shown?.view.view ?? null, lines, chosen, selection, marks, undo })
  const showEvent = useShowEvent(view, bursts, selection, filters.clear, inspector.bring)
  useFreshRow(rows, detail.detail?.row)
  const copyReference = useCopyReference(selection.row?.id ?? null)
  const search = useSearchBox()
  const onKeyDown = useTimelineActions({
    rows,
    lines,
    bursts,
    onBurst: burst !== null,
    selection,
    chosen,
    tools,
    around,
    filters,
    inspector,
    undo,
    count,
    focusSearch: search.focus,
    copyReference,
  })

  return (
    <div className="tl-screen">
      <h1 className="sr-only">{texts.list}</h1>
      <QueryBar
        filter={filter}
        view={view.opened?.view ?? null}
        busy={view.pending}
        input={search.input}
        before={<RailSwitch filter={filter} folded={panes.railFolded} onFold={panes.foldRail} />}
        onChange={filters.change}
        onClear={filters.clear}
        onLeave={() => {
          search.input.current?.blur()
          if (selection.index === null && count > 0) lines.select(rows.firstSeen)
          else focusList()
        }}
      >
        <ListButtons bursts={bursts} />
      </QueryBar>
      <AroundStrip around={around} clocks={clocks} />
      <div className="tl-panes" ref={panes.box}>
        <FilterPane panes={panes} filters={filters} opened={view.opened} />
        <ListPane
          view={view}
          rows={rows}
          lines={lines}
          selection={selection}
          chosen={chosen}
          marks={marks}
          tools={tools}
          filters={filters}
          inspector={inspector}
          clocks={clocks}
          count={count}
          focusTurn={focusTurn}
          onKeyDown={onKeyDown}
        />
        <InspectorPane
          pane={inspector}
          panes={panes}
          selection={selection}
          count={count}
          lines={lines}
          burst={burst}
          clocks={clocks}
          detail={detail}
          undo={undo}
          filters={filters}
          onCopy={copyReference}
          onShow={(id) => void showEvent(id)}
        />
      </div>
      <TimelineStatus index={selection.index} count={count} lines={lines} bursts={bursts} />
      <EventDialogs tools={tools} around={around} row={selection.row} />
    </div>
  )
}
