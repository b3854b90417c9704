import './timeline.css'
import './bursts.css'
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { emptyFilter, type FacetName, isEmptyFilter, type SignInFilter } from '../../shared/domain/filter.ts'
import { principalKey } from '../../shared/domain/principal-key.ts'
import { filterTexts } from '../../shared/messages/filter.ts'
import { inspectorTexts } from '../../shared/messages/inspector.ts'
import { timelineTexts } from '../../shared/messages/timeline.ts'
import { only, toggled } from '../filter/filter-change.ts'
import { FilterRail } from '../filter/filter-rail.tsx'
import { QueryBar } from '../filter/query-bar.tsx'
import { RailSwitch } from '../filter/rail-switch.tsx'
import { Histogram } from '../histogram/histogram.tsx'
import type { TimeSpan } from '../histogram/shown-range.ts'
import type { FocusWish } from '../inspector/inspector.tsx'
import { ResizeHandle } from '../inspector/resize-handle.tsx'
import { useDetail } from '../inspector/use-detail.ts'
import { useClocks, useTexts } from '../settings/settings.tsx'
import { usePlace } from '../shell/place.tsx'
import { StatusKeys, StatusLine } from '../shell/status-bar.tsx'
import { KeyHint } from '../ui/keys.tsx'
import { useToast } from '../ui/toast.tsx'
import { useKept } from '../ui/use-kept.ts'
import { AroundStrip } from './around-strip.tsx'
import { ChosenBar } from './chosen-bar.tsx'
import { EventDialogs } from './event-dialogs.tsx'
import { burstAt, type Spot, topRow } from './fold.ts'
import { InspectorSide, ofBurst } from './inspector-side.tsx'
import { ListButtons } from './list-buttons.tsx'
import { ListMessage } from './list-message.tsx'
import type { ClickKeys } from './row-block.tsx'
import { StatusWords } from './status-words.tsx'
import { TimelineList } from './timeline-list.tsx'
import { useAround } from './use-around.ts'
import { useBursts } from './use-bursts.ts'
import { useChosen } from './use-chosen.ts'
import { useCopyReference } from './use-copy-reference.ts'
import { useEventTools } from './use-event-tools.ts'
import { useListLines } from './use-list-lines.ts'
import { useMarks } from './use-marks.ts'
import { INSPECTOR, RAIL, usePaneWidths } from './use-pane-widths.ts'
import { useRowWindow } from './use-row-window.ts'
import { useSelection } from './use-selection.ts'
import { useTimelineCommands } from './use-timeline-commands.ts'
import { useTimelineKeys } from './use-timeline-keys.ts'
import { useTimelineView } from './use-timeline-view.ts'
import { useUndo } from './use-undo.ts'
import type { KeptRow } from './view-rows.ts'

/** Who signed in, in order of time: filters, list, and one event with its record, its source and its notes. */
export function TimelineScreen() {
  const place = usePlace()
  const { summary, filter, setFilter } = place
  const texts = useTexts(timelineTexts)
  const railTexts = useTexts(filterTexts)
  const paneTexts = useTexts(inspectorTexts)
  const { first, second } = useClocks()
  const clocks = useMemo(() => ({ first, second }), [first, second])
  const toast = useToast()
  const undo = useUndo()
  const panes = usePaneWidths()
  const search = useRef<HTMLInputElement>(null)
  const [focusTurn, setFocusTurn] = useState(0)
  const [wish, setWish] = useState<FocusWish | null>(null)
  const [wanted, setWanted] = useKept('inspector open', true)
  const [raised, setRaised] = useState(false)
  const inspecting = panes.overlay ? raised : wanted

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

  const changeFilter = useCallback(
    (next: SignInFilter) => {
      undo.push({ what: texts.undoFilter, run: () => setFilter(filter) })
      setFilter(next)
    },
    [undo, texts, filter, setFilter],
  )
  const clearFilter = () => changeFilter(emptyFilter)
  // Steady, so that filters and bars are not drawn again with every row that is selected.
  const toggle = useCallback(
    (facet: FacetName, key: string, not: boolean) => changeFilter(toggled(filter, facet, key, not)),
    [filter, changeFilter],
  )
  const choosePeriod = useCallback(
    (span: TimeSpan) => changeFilter({ ...filter, ...span }),
    [filter, changeFilter],
  )

  const focusList = useCallback(() => setFocusTurn((turn) => turn + 1), [])
  const onSelected = useCallback(() => {
    setWish(null)
    focusList()
  }, [focusList])
  const chosen = useChosen(shown)
  const lines = useListLines({ rows, bursts, selection, chosen, onSelected })
  const marks = useMarks(rows)
  const tools = useEventTools({ view: shown?.view.view ?? null, lines, chosen, selection, marks, undo })
  const burst = selection.isBurst && selection.index !== null ? burstAt(bursts.fold, selection.index) : null
  // What is asked for may not be there yet: a closed inspector, a row on its way. The wish waits for it.
  const openInspector = useCallback(
    (focus: FocusWish) => {
      setWanted(true)
      setRaised(true)
      setWish(focus)
    },
    [setWanted],
  )
  const granted = useCallback(() => setWish(null), [])
  const openRow = (line: number) => {
    if (lines.line !== line) lines.select(line)
    const at = rows.state?.fold.lines.lineAt(line)
    if (at?.kind === 'row') openInspector('inspector')
  }
  const clickRow = (line: number, keys: ClickKeys) => {
    lines.click(line, keys)
    if (!keys.shiftKey && !keys.ctrlKey && !keys.metaKey) setRaised(true)
  }
  const leaveInspector = () => {
    setRaised(false)
    focusList()
  }
  const showEvent = async (id: number) => {
    const next = await view.reopen({ id, index: null })
    const index = next?.view.keptIndex ?? null
    const row = index === null ? undefined : next?.cache.rowAt(index)
    if (row !== undefined) {
      if (index !== null && next !== null) bursts.uncover(next, index)
      selection.selectRow(row, index)
    } else if (next !== null) {
      toast({
        tone: 'info',
        text: texts.hiddenByFilter,
        action: { label: texts.clearFilter, run: clearFilter },
      })
    }
  }

  // Asked for from another screen; it waits for the first result, which showing an event would replace.
  const { eventWanted, eventFound } = place
  const ready = view.opened !== null
  const show = useRef(showEvent)
  show.current = showEvent
  useEffect(() => {
    if (eventWanted === null || !ready) return
    eventFound()
    setWanted(true)
    setRaised(true)
    void show.current(eventWanted)
  }, [eventWanted, eventFound, ready, setWanted])

  // The number of notes is no part of the frozen order, so the row follows the record that was read last.
  const fresh = detail.detail?.row
  useEffect(() => {
    const shown = rows.state?.opened.cache
    if (fresh === undefined || shown === undefined) return
    let changed = false
    shown.change((row) => {
      if (row.id !== fresh.id || row.notes === fresh.notes) return row
      changed = true
      return fresh
    })
    if (changed) rows.redraw()
  }, [fresh, rows.state, rows.redraw])

  const copyReference = useCopyReference(selection.row?.id ?? null)
  const filterByPrincipal = () => {
    if (selection.row !== null) changeFilter(only(filter, 'user', principalKey(selection.row)))
  }
  const focusSearch = () => {
    search.current?.focus()
    search.current?.select()
  }
  const onKeyDown = useTimelineKeys({
    rows,
    lines,
    openEvent: () => openInspector('inspector'),
    close: () => {
      if (panes.overlay && raised) setRaised(false)
      else if (chosen.count > 0) chosen.clear()
      else return false
      return true
    },
    chooseAll: chosen.all,
    search: focusSearch,
    filter: filterByPrincipal,
    note: () => {
      if (selection.row !== null || selection.index !== null) openInspector('note')
    },
    undo: undo.undo,
    copy: copyReference,
    more: {
      t: tools.tag,
      m: () => tools.mark('bookmark'),
      v: () => tools.mark('reviewed'),
      b: () => bursts.group(!bursts.grouped),
      c: tools.look,
      backspace: () => void around.back(),
    },
  })
  const selected = selection.row !== null
  const some = selected || chosen.count > 0
  useTimelineCommands({
    search: focusSearch,
    group: () => bursts.group(!bursts.grouped),
    clear: isEmptyFilter(filter) ? null : clearFilter,
    undoLast: undo.undo,
    around: selected && burst === null ? tools.look : null,
    back: around.state === null ? null : () => void around.back(),
    tag: some ? tools.tag : null,
    bookmark: some ? () => tools.mark('bookmark') : null,
    review: some ? () => tools.mark('reviewed') : null,
    chooseAll: count > 0 ? chosen.all : null,
    note1: selected ? () => openInspector('note') : null,
    copy: selected ? copyReference : null,
  })
  const { searchWanted, searchFound } = place
  useLayoutEffect(() => {
    if (!searchWanted) return
    search.current?.focus()
    search.current?.select()
    searchFound()
  }, [searchWanted, searchFound])

  return (
    <div className="tl-screen">
      <h1 className="sr-only">{texts.list}</h1>
      <QueryBar
        filter={filter}
        view={view.opened?.view ?? null}
        busy={view.pending}
        input={search}
        before={<RailSwitch filter={filter} folded={panes.railFolded} onFold={panes.foldRail} />}
        onChange={changeFilter}
        onClear={clearFilter}
        onLeave={() => {
          search.current?.blur()
          if (selection.index === null && count > 0) lines.select(rows.firstSeen)
          else focusList()
        }}
      >
        <ListButtons bursts={bursts} />
      </QueryBar>
      <AroundStrip around={around} clocks={clocks} />
      <div className="tl-panes" ref={panes.box}>
        {!panes.railFolded && (
          <div className="tl-side" style={{ width: panes.rail }}>
            <FilterRail filter={filter} opened={view.opened} onToggle={toggle}>
              <ResizeHandle
                label={railTexts.resize}
                width={panes.rail}
                min={RAIL.min}
                max={RAIL.max}
                side="right"
                onChange={panes.setRail}
              />
            </FilterRail>
          </div>
        )}
        <div className="tl-centre">
          {view.opened?.view.total !== 0 && (
            <Histogram
              filter={filter}
              opened={view.opened}
              selected={selection.row?.eventTime ?? null}
              onPeriod={choosePeriod}
            />
          )}
          <TimelineList
            rows={rows}
            clocks={clocks}
            selected={lines.line}
            chosen={chosen.rows}
            marks={marks}
            busy={view.pending}
            focusTurn={focusTurn}
            onSelect={clickRow}
            onOpen={openRow}
            onKeyDown={onKeyDown}
          >
            <ListMessage
              opened={view.opened}
              error={view.error}
              pagesFailed={rows.pagesFailed}
              onRetry={() => void view.reopen()}
              onRetryPages={rows.retry}
              onClear={clearFilter}
            />
            <ChosenBar
              count={chosen.count}
              all={count}
              onTag={tools.tag}
              onBookmark={() => tools.mark('bookmark')}
              onReview={() => tools.mark('reviewed')}
              onAll={chosen.all}
              onClear={chosen.clear}
            />
          </TimelineList>
        </div>
        {inspecting && (
          <div
            className={panes.overlay ? 'tl-side tl-side-over' : 'tl-side'}
            style={{ width: panes.inspector }}
          >
            <InspectorSide
              selection={selection}
              count={count}
              lines={lines}
              burst={burst}
              clocks={clocks}
              detail={detail}
              undo={undo}
              wish={wish}
              onGranted={granted}
              onCopy={copyReference}
              onClose={() => {
                setWanted(false)
                leaveInspector()
              }}
              onLeave={leaveInspector}
              onShow={(id) => void showEvent(id)}
              onOnly={(of) => changeFilter(ofBurst(filter, of))}
            >
              <ResizeHandle
                label={paneTexts.resize}
                width={panes.inspector}
                min={INSPECTOR.min}
                max={INSPECTOR.max}
                side="left"
                onChange={panes.setInspector}
              />
            </InspectorSide>
          </div>
        )}
      </div>
      <StatusLine>
        <StatusWords
          index={selection.index}
          line={lines.line}
          events={count}
          lines={lines.count}
          open={bursts.open}
          folded={(bursts.fold?.bursts.length ?? 0) > 0}
        />
      </StatusLine>
      <StatusKeys>
        <KeyHint keys={['j', 'k']}>{texts.keyMove}</KeyHint>
        <KeyHint keys={['Enter']}>{texts.keyOpen}</KeyHint>
        <KeyHint keys={['f']}>{texts.keyFilter}</KeyHint>
        <KeyHint keys={['n']}>{texts.keyNote}</KeyHint>
        <KeyHint keys={['t']}>{texts.keyTag}</KeyHint>
      </StatusKeys>
      <EventDialogs tools={tools} around={around} row={selection.row} />
    </div>
  )
}
