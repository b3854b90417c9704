import { compile } from '../condition.ts'
import { groupOf } from '../keys.ts'
import type { ShareRule } from '../rule.ts'
import { addTo, type Draft, type Emit, openDraft } from './draft.ts'
import type { Watcher } from './watcher.ts'

export function watchShare(rule: ShareRule, emit: Emit): Watcher {
  const matches = compile(rule.when)
  const isAmong = compile(rule.among)
  const groups = new Map<string, { among: number; draft: Draft }>()

  return {
    feed(event) {
      if (!isAmong(event)) return
      const key = groupOf(rule.per, event)
      const group = groups.get(key) ?? { among: 0, draft: openDraft(rule, event) }
      groups.set(key, group)
      group.among += 1
      if (matches(event)) addTo(group.draft, event.id, event.time)
    },
    sweep() {
      // One entry for each group, of which an archive has few.
    },
    finish() {
      for (const { among, draft } of groups.values()) {
        if (among >= rule.atLeast && draft.matched > 0 && draft.matched <= among * rule.share) emit(draft)
      }
      groups.clear()
    },
  }
}
