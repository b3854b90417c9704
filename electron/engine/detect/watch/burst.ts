import { compile } from '../condition.ts'
import type { DetectEvent } from '../event.ts'
import { groupOf, keyOf } from '../keys.ts'
import type { BurstRule } from '../rule.ts'
import { addTo, type Draft, type Emit, openDraft } from './draft.ts'
import type { Watcher } from './watcher.ts'

interface Seen {
  readonly id: number
  readonly time: number
  readonly value: string | null
}

/** What is known under one key: the window, from `from` on, and the finding once the window was full. */
interface Window {
  seen: Seen[]
  from: number
  readonly values: Map<string, number>
  last: number
  draft: Draft | null
}

export function watchBurst(rule: BurstRule, emit: Emit): Watcher {
  const matches = compile(rule.when)
  const windows = new Map<string, Window>()
  // Findings of several keys that are joined into one.
  const joined = new Map<string, Draft>()
  const joins = rule.per !== rule.by

  function drop(window: Window, before: number): void {
    for (let first = window.seen[window.from]; first !== undefined && first.time < before; ) {
      if (first.value !== null) {
        const count = (window.values.get(first.value) ?? 1) - 1
        if (count === 0) window.values.delete(first.value)
        else window.values.set(first.value, count)
      }
      window.from += 1
      first = window.seen[window.from]
    }
    if (window.from > 64 && window.from * 2 > window.seen.length) {
      window.seen = window.seen.slice(window.from)
      window.from = 0
    }
  }

  function draftFor(event: DetectEvent): Draft {
    if (!joins) return openDraft(rule, event)
    const group = groupOf(rule.per, event)
    const known = joined.get(group) ?? openDraft(rule, event)
    joined.set(group, known)
    return known
  }

  function close(window: Window): void {
    if (window.draft !== null && !joins) emit(window.draft)
    window.draft = null
  }

  return {
    feed(event) {
      const { time } = event
      const key = time === null ? null : keyOf(rule.by, event)
      if (time === null || key === null || !matches(event)) return
      let window = windows.get(key)
      if (window === undefined) {
        window = { seen: [], from: 0, values: new Map(), last: time, draft: null }
        windows.set(key, window)
      }
      if (time - window.last > rule.within) close(window)
      window.last = time
      if (window.draft !== null && rule.distinct === undefined) {
        addTo(window.draft, event.id, time)
        return
      }
      drop(window, time - rule.within)
      const value = rule.distinct === undefined ? null : event[rule.distinct]
      window.seen.push({ id: event.id, time, value })
      if (value !== null) window.values.set(value, (window.values.get(value) ?? 0) + 1)
      // What is ordinary again no longer belongs to the finding.
      if (window.draft !== null && window.values.size < rule.atLeast) close(window)
      if (window.draft !== null) {
        addTo(window.draft, event.id, time)
        return
      }
      const count = rule.distinct === undefined ? window.seen.length - window.from : window.values.size
      if (count < rule.atLeast) return
      window.draft = draftFor(event)
      for (const past of window.seen.slice(window.from)) addTo(window.draft, past.id, past.time)
      if (rule.distinct === undefined) {
        window.seen = []
        window.from = 0
      }
    },
    sweep(now) {
      for (const [key, window] of windows) {
        if (now - window.last <= rule.within) continue
        close(window)
        windows.delete(key)
      }
    },
    finish() {
      for (const window of windows.values()) close(window)
      for (const draft of joined.values()) emit(draft)
      windows.clear()
      joined.clear()
    },
  }
}
