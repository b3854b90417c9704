import './timeline.css'
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { emptyFilter, type SignInFilter } from '../../shared/domain/filter.ts'
import { principalKey } from '../../shared/domain/principal-key.ts'
import { filterTexts } from '../../shared/messages/filter.ts'
import { inspectorTexts } from '../../shared/messages/inspector.ts'
import { timelineTexts } from '../../shared/messages/timeline.ts'
import { type ListField, only, toggled } from '../filter/filter-change.ts'
import { FilterRail } from '../filter/filter-rail.tsx'
import { QueryBar } from '../filter/query-bar.tsx'
import { type FocusWish, Inspector } from '../inspector/inspector.tsx'
import { ResizeHandle } from '../inspector/resize-handle.tsx'
import { useDetail } from '../inspector/use-detail.ts'
import { countText } from '../settings/numbers.ts'
import { useClocks, useTexts } from '../settings/settings.tsx'
import { usePlace } from '../shell/place.tsx'
import { StatusKeys, StatusLine } from '../shell/status-bar.tsx'
import { KeyHint } from '../ui/keys.tsx'
import { useToast } from '../ui/toast.tsx'
import { useKept } from '../ui/use-kept.ts'
import { ListMessage } from './list-message.tsx'
import { TimelineList } from './timeline-list.tsx'
import { useCopyReference } from './use-copy-reference.ts'
import { useFacets } from './use-facets.ts'
import { INSPECTOR, RAIL, usePaneWidths } from './use-pane-widths.ts'
import { useRowWindow } from './use-row-window.ts'
import { useSelection } from './use-selection.ts'
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
  const view = useTimelineView(filter, () => keptRow.current())
  const reach = useRef<number | null>(null)
  const rows = useRowWindow(view.opened, clocks, reach.current, () => void view.reopen())
  const selection = useSelection(summary.path, rows.state?.opened ?? null, rows.version)
  reach.current = selection.index
  keptRow.current = () => {
    const shown = rows.state?.opened
    const top = shown?.cache.rowAt(rows.firstSeen)
    const still = shown !== undefined && shown.filter === filter
    return selection.kept() ?? (still && top !== undefined ? { id: top.id, index: rows.firstSeen } : null)
  }
  const { facets, busy } = useFacets(filter, view.opened)
  const detail = useDetail(selection.row?.id ?? null)
  const count = rows.state?.layout.count ?? 0

  const changeFilter = useCallback(
    (next: SignInFilter) => {
      undo.push({ what: texts.undoFilter, run: () => setFilter(filter) })
      setFilter(next)
    },
    [undo, texts, filter, setFilter],
  )
  const clearFilter = () => changeFilter(emptyFilter)
  const toggle = (field: ListField, key: string) => changeFilter(toggled(filter, field, key))

  const focusList = useCallback(() => setFocusTurn((turn) => turn + 1), [])
  const select = useCallback(
    (index: number) => {
      setWish(null)
      selection.select(index)
      rows.show(index)
      focusList()
    },
    [selection.select, rows.show, focusList],
  )
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
  const openRow = useCallback(
    (index: number) => {
      select(index)
      openInspector('inspector')
    },
    [select, openInspector],
  )
  const clickRow = useCallback(
    (index: number) => {
      select(index)
      setRaised(true)
    },
    [select],
  )
  const leaveInspector = () => {
    setRaised(false)
    focusList()
  }
  const showEvent = async (id: number) => {
    const next = await view.reopen({ id, index: null })
    const index = next?.view.keptIndex ?? null
    const row = index === null ? undefined : next?.cache.rowAt(index)
    if (row !== undefined) selection.selectRow(row, index)
    else if (next !== null) {
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
    if (selection.row !== null) changeFilter(only(filter, 'principals', principalKey(selection.row)))
  }
  const focusSearch = () => {
    search.current?.focus()
    search.current?.select()
  }
  const onKeyDown = useTimelineKeys({
    rows,
    selected: selection.index,
    select,
    open: openRow,
    close: () => {
      setRaised(false)
      return panes.overlay && raised
    },
    search: focusSearch,
    filter: filterByPrincipal,
    note: () => {
      if (selection.row !== null || selection.index !== null) openInspector('note')
    },
    undo: undo.undo,
    copy: copyReference,
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
        onChange={changeFilter}
        onClear={clearFilter}
        onLeave={() => {
          search.current?.blur()
          if (selection.index === null && count > 0) select(rows.firstSeen)
          else focusList()
        }}
      />
      <div className="tl-panes" ref={panes.box}>
        <div className="tl-side" style={{ width: panes.rail }}>
          <FilterRail facets={facets} filter={filter} busy={busy} onToggle={toggle}>
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
        <TimelineList
          rows={rows}
          clocks={clocks}
          selected={selection.index}
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
        </TimelineList>
        {inspecting && (
          <div
            className={panes.overlay ? 'tl-side tl-side-over' : 'tl-side'}
            style={{ width: panes.inspector }}
          >
            <Inspector
              row={selection.row}
              index={selection.index}
              count={count}
              state={detail}
              clocks={clocks}
              undo={undo}
              wish={wish}
              onGranted={granted}
              onStep={(step) => selection.index !== null && select(selection.index + step)}
              onCopy={copyReference}
              onClose={() => {
                setWanted(false)
                leaveInspector()
              }}
              onLeave={leaveInspector}
              onShow={(id) => void showEvent(id)}
            >
              <ResizeHandle
                label={paneTexts.resize}
                width={panes.inspector}
                min={INSPECTOR.min}
                max={INSPECTOR.max}
                side="left"
                onChange={panes.setInspector}
              />
            </Inspector>
          </div>
        )}
      </div>
      <StatusLine>
        {selection.index !== null && texts.selected(countText(selection.index + 1), countText(count))}
      </StatusLine>
      <StatusKeys>
        <KeyHint keys={['j', 'k']}>{texts.keyMove}</KeyHint>
        <KeyHint keys={['Enter']}>{texts.keyOpen}</KeyHint>
        <KeyHint keys={['f']}>{texts.keyFilter}</KeyHint>
        <KeyHint keys={['n']}>{texts.keyNote}</KeyHint>
      </StatusKeys>
    </div>
  )
}
