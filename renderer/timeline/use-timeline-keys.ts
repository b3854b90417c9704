import { useEffect, useRef } from 'react'
import { behindDialog, useShortcuts } from '../ui/shortcuts.ts'
import { rowAfterKey } from './list-keys.ts'
import type { RowWindow } from './use-row-window.ts'

export interface TimelineKeys {
  readonly rows: RowWindow
  readonly selected: number | null
  select(index: number): void
  open(index: number): void
  /** Esc in the list. True when there was something to close. */
  close(): boolean
  search(): void
  filter(): void
  note(): void
  undo(): void
  copy(): void
}

/** What both kinds of key events have. */
interface Key {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly defaultPrevented: boolean
  preventDefault(): void
}

/**
 * The keys of the timeline. Letters work in the whole window; arrows, pages, ends, Enter and Esc belong to the part
 * that has the focus, and to the list when no part has it. Answers with the handler for the list.
 */
export function useTimelineKeys(keys: TimelineKeys): (event: Key) => void {
  const move = (key: string): boolean => {
    const { firstSeen, rowsSeen, state } = keys.rows
    const place = { top: firstSeen, page: rowsSeen, count: state?.layout.count ?? 0 }
    const next = rowAfterKey(key, keys.selected, place)
    if (next !== null) keys.select(next)
    return next !== null
  }
  useShortcuts({
    j: () => void move('j'),
    k: () => void move('k'),
    '/': keys.search,
    f: keys.filter,
    n: keys.note,
    u: keys.undo,
    y: keys.copy,
    Y: keys.copy,
  })

  const onKeyDown = (event: Key) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Enter' && keys.selected !== null) keys.open(keys.selected)
    else if (event.key === 'Escape') {
      if (!keys.close()) return
    } else if (event.key.length === 1 || !move(event.key)) return
    event.preventDefault()
  }
  const latest = useRef(onKeyDown)
  latest.current = onKeyDown
  useEffect(() => {
    const onWindow = (event: KeyboardEvent) => {
      if (event.target === document.body && !behindDialog() && !event.isComposing) latest.current(event)
    }
    window.addEventListener('keydown', onWindow)
    return () => window.removeEventListener('keydown', onWindow)
  }, [])
  return onKeyDown
}
