import { compile } from '../condition.ts'
import type { DetectEvent } from '../event.ts'
import { groupOf, keyOf } from '../keys.ts'
import type { MissingRule } from '../rule.ts'
import { addTo, type Draft, type Emit, openDraft } from './draft.ts'
import type { Watcher } from './watcher.ts'

export function watchMissing(rule: MissingRule, emit: Emit): Watcher {
  const starts = compile(rule.when)
  const ends = compile(rule.next)
  // Oldest first: a key that starts again is put at the end.
  const waiting = new Map<string, DetectEvent[]>()
  const open = new Map<string, Draft>()

  function missed(events: readonly DetectEvent[]): void {
    for (const event of events) {
      const group = groupOf(rule.per, event)
      let draft = open.get(group)
      const { time } = event
      if (
        draft !== undefined &&
        rule.gap !== null &&
        time !== null &&
        time - (draft.lastTime ?? time) > rule.gap
      ) {
        emit(draft)
        draft = undefined
      }
      if (draft === undefined) {
        draft = openDraft(rule, event)
        open.set(group, draft)
      }
      addTo(draft, event.id, time)
    }
  }

  function expire(now: number): void {
    for (const [key, events] of waiting) {
      if (now - (events.at(-1)?.time ?? 0) <= rule.within) continue
      missed(events)
      waiting.delete(key)
    }
  }

  return {
    feed(event) {
      const { time } = event
      const key = time === null ? null : keyOf(rule.by, event)
      if (time === null || key === null) return
      const events = waiting.get(key)
      if (events !== undefined && time - (events.at(-1)?.time ?? 0) > rule.within) {
        missed(events)
        waiting.delete(key)
      }
      if (ends(event)) {
        waiting.delete(key)
        return
      }
      if (!starts(event)) return
      const before = waiting.get(key) ?? []
      waiting.set(key, [...before.slice(-20), event])
    },
    sweep: expire,
    finish(lastTime) {
      // What began shortly before the archive ends may have ended after it.
      expire(lastTime)
      for (const draft of open.values()) emit(draft)
      waiting.clear()
      open.clear()
    },
  }
}
