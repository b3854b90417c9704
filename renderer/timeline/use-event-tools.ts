import { useState } from 'react'
import type { EventSelection, Mark, Tag } from '../../shared/domain/mark.ts'
import { markTexts } from '../../shared/messages/marks.ts'
import { useTexts } from '../settings/settings.tsx'
import { useToast } from '../ui/toast.tsx'
import { countRows } from './row-ranges.ts'
import type { Chosen } from './use-chosen.ts'
import type { ListLines } from './use-list-lines.ts'
import { type MarkActions, useMarkActions } from './use-mark-actions.ts'
import type { RowMarks } from './use-marks.ts'
import type { SelectionState } from './use-selection.ts'
import type { Undo } from './use-undo.ts'

/** What a tag or a mark is put on. */
export interface Target {
  readonly on: EventSelection
  readonly count: number
  /** Tags of the one event; null for several. */
  readonly has: ReadonlySet<number> | null
}

export interface EventTools {
  readonly actions: MarkActions
  readonly tags: readonly Tag[]
  /** The tag menu is open for this. */
  readonly tagging: Target | null
  /** The dialog "around this event" is open. */
  readonly looking: boolean
  tag(): void
  mark(mark: Mark): void
  look(): void
  close(): void
}

/** Tags, bookmarks and "reviewed" for what is chosen, else for the selected line; a burst's line stands for its rows. */
export function useEventTools(of: {
  readonly view: number | null
  readonly lines: ListLines
  readonly chosen: Chosen
  readonly selection: SelectionState
  readonly marks: RowMarks & { readonly list: readonly Tag[] }
  readonly undo: Undo
}): EventTools {
  const { view, lines, chosen, selection, marks, undo } = of
  const texts = useTexts(markTexts)
  const toast = useToast()
  const actions = useMarkActions(undo)
  const [tagging, setTagging] = useState<Target | null>(null)
  const [looking, setLooking] = useState(false)

  const target = (): Target | null => {
    const { row } = selection
    const stands = lines.line === null ? [] : lines.selectedRows()
    const rows = chosen.count > 0 ? chosen.rows : stands
    if (view !== null && countRows(rows) > 1) {
      const ranges = rows.map(([first, end]): [number, number] => [first, end])
      return { on: { view, ranges }, count: countRows(rows), has: null }
    }
    const only = chosen.count === 1 ? chosen.rows[0]?.[0] : selection.index
    if (chosen.count === 1 && only !== selection.index && view !== null && only != null) {
      return { on: { view, ranges: [[only, only + 1]] }, count: 1, has: null }
    }
    if (row === null) return null
    const has = new Set((marks.of.get(row.id)?.tags ?? []).map(({ tag }) => tag))
    return { on: { ids: [row.id] }, count: 1, has }
  }
  const withTarget = (run: (on: Target) => void) => {
    const on = target()
    if (on === null) toast({ tone: 'info', text: texts.nothingSelected })
    else run(on)
  }
  return {
    actions,
    tags: marks.list,
    tagging,
    looking,
    tag: () => withTarget(setTagging),
    mark: (mark) => withTarget(({ on }) => void actions.toggleMark(mark, on)),
    look() {
      if (selection.row === null || selection.isBurst) toast({ tone: 'info', text: texts.nothingSelected })
      else setLooking(true)
    },
    close() {
      setTagging(null)
      setLooking(false)
    },
  }
}
