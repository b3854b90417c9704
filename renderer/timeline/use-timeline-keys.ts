import { useEffect, useRef } from 'react'
import { behindDialog, type Shortcuts, useShortcuts } from '../ui/shortcuts.ts'
import { rowAfterKey } from './list-keys.ts'
import type { ListLines } from './use-list-lines.ts'
import type { RowWindow } from './use-row-window.ts'

export interface TimelineKeys {
  readonly rows: RowWindow
  readonly lines: ListLines
  /** Enter on an event. */
  openEvent(): void
  /** Esc in the list. True when there was something to close. */
  close(): boolean
  /** Ctrl+A in the list. */
  chooseAll(): void
  search(): void
  filter(): void
  note(): void
  undo(): void
  copy(): void
  /** Single letters of the timeline that need nothing from the list. */
  readonly more: Shortcuts
}

/** What both kinds of key events have. */
interface Key {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
  readonly defaultPrevented: boolean
  preventDefault(): void
}

/**
 * The keys of the timeline. Letters work in the whole window; arrows, pages, ends, Enter and Esc belong to the part
 * that has the focus, and to the list when no part has it. Answers with the handler for the list.
 */
export function useTimelineKeys(keys: TimelineKeys): (event: Key) => void {
  const { lines } = keys
  const target = (key: string): number | null => {
    const { firstSeen, rowsSeen } = keys.rows
    return rowAfterKey(key, lines.line, { top: firstSeen, page: rowsSeen, count: lines.count })
  }
  const move = (key: string): boolean => {
    const next = target(key)
    if (next !== null) lines.select(next)
    return next !== null
  }
  const stretch = (key: string): boolean => {
    const next = target(key)
    if (next !== null) lines.stretchTo(next)
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
    x: lines.choose,
    ...keys.more,
  })

  const onKeyDown = (event: Key) => {
    if (event.defaultPrevented || event.altKey) return
    if (event.ctrlKey || event.metaKey) {
      if (event.key.toLowerCase() !== 'a') return
      keys.chooseAll()
    } else if (event.key === 'Enter' && lines.line !== null) {
      if (lines.open(lines.line)) keys.openEvent()
    } else if (event.key === 'Escape') {
      if (!keys.close()) return
    } else if (event.key === 'ArrowRight') {
      if (!lines.unfold()) return
    } else if (event.key === 'ArrowLeft') {
      if (!lines.fold()) return
    } else if (event.key.length === 1 || !(event.shiftKey ? stretch(event.key) : move(event.key))) return
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
