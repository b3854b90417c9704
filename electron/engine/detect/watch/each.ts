import { compile } from '../condition.ts'
import { groupOf } from '../keys.ts'
import type { EachRule } from '../rule.ts'
import { addTo, type Draft, type Emit, openDraft } from './draft.ts'
import type { Watcher } from './watcher.ts'

export function watchEach(rule: EachRule, emit: Emit): Watcher {
  const matches = compile(rule.when)
  const open = new Map<string, Draft>()

  function over(draft: Draft, now: number): boolean {
    return rule.gap !== null && draft.lastTime !== null && now - draft.lastTime > rule.gap
  }

  return {
    feed(event) {
      if (!matches(event)) return
      const key = groupOf(rule.per, event)
      let draft = open.get(key)
      if (draft !== undefined && event.time !== null && over(draft, event.time)) {
        emit(draft)
        draft = undefined
      }
      if (draft === undefined) {
        draft = openDraft(rule, event)
        open.set(key, draft)
      }
      addTo(draft, event.id, event.time)
    },
    sweep(now) {
      for (const [key, draft] of open) {
        if (!over(draft, now)) continue
        emit(draft)
        open.delete(key)
      }
    },
    finish() {
      for (const draft of open.values()) emit(draft)
      open.clear()
    },
  }
}
