import { isEmptyFilter } from '../../shared/domain/filter.ts'
import type { Around } from './use-around.ts'
import type { Bursts } from './use-bursts.ts'
import type { Chosen } from './use-chosen.ts'
import type { EventTools } from './use-event-tools.ts'
import type { FilterChanges } from './use-filter-changes.ts'
import type { InspectorPane } from './use-inspector-pane.ts'
import type { ListLines } from './use-list-lines.ts'
import type { RowWindow } from './use-row-window.ts'
import type { SelectionState } from './use-selection.ts'
import { useTimelineCommands } from './use-timeline-commands.ts'
import { useTimelineKeys } from './use-timeline-keys.ts'
import type { Undo } from './use-undo.ts'

interface Parts {
  readonly rows: RowWindow
  readonly lines: ListLines
  readonly bursts: Bursts
  /** The line of a burst is selected. */
  readonly onBurst: boolean
  readonly selection: SelectionState
  readonly chosen: Chosen
  readonly tools: EventTools
  readonly around: Around
  readonly filters: FilterChanges
  readonly inspector: InspectorPane
  readonly undo: Undo
  /** Sign-ins in the list. */
  readonly count: number
  focusSearch(): void
  copyReference(): void
}

/** What the timeline does by key, and the same in the palette. Answers with the key handler for the list. */
export function useTimelineActions(parts: Parts): ReturnType<typeof useTimelineKeys> {
  const { rows, lines, bursts, selection, chosen, tools, around, filters, inspector, undo } = parts
  const onKeyDown = useTimelineKeys({
    rows,
    lines,
    openEvent: () => inspector.open('inspector'),
    close: () => {
      if (inspector.lower()) return true
      if (chosen.count === 0) return false
      chosen.clear()
      return true
    },
    chooseAll: chosen.all,
    search: parts.focusSearch,
    filter: () => {
      if (selection.row !== null) filters.onlyWho(selection.row)
    },
    note: () => {
      if (selection.row !== null || selection.index !== null) inspector.open('note')
    },
    undo: undo.undo,
    copy: parts.copyReference,
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
    search: parts.focusSearch,
    group: () => bursts.group(!bursts.grouped),
    clear: isEmptyFilter(filters.filter) ? null : filters.clear,
    undoLast: undo.undo,
    around: selected && !parts.onBurst ? tools.look : null,
    back: around.state === null ? null : () => void around.back(),
    tag: some ? tools.tag : null,
    bookmark: some ? () => tools.mark('bookmark') : null,
    review: some ? () => tools.mark('reviewed') : null,
    chooseAll: parts.count > 0 ? chosen.all : null,
    note1: selected ? () => inspector.open('note') : null,
    copy: selected ? parts.copyReference : null,
  })
  return onKeyDown
}
