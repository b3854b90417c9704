import { compile } from '../condition.ts'
import { keyOf } from '../keys.ts'
import type { UnusualRule } from '../rule.ts'
import { addTo, type Draft, type Emit, openDraft } from './draft.ts'
import type { Watcher } from './watcher.ts'

interface Counts {
  bucket: number
  draft: Draft
  // Of the buckets before, by Welford's method: mean and sum of squared deviations.
  buckets: number
  mean: number
  squares: number
}

/** Keys that are remembered at most; the oldest go first. An attack from more addresses than that is no usual one. */
const KEYS_AT_MOST = 200_000

export function watchUnusual(rule: UnusualRule, emit: Emit): Watcher {
  const matches = compile(rule.when)
  const all = new Map<string, Counts>()

  function close(counts: Counts): void {
    const { draft, buckets, mean, squares } = counts
    const deviation = buckets > 1 ? Math.sqrt(squares / (buckets - 1)) : 0
    const count = draft.matched
    if (count >= rule.atLeast && buckets >= rule.history && count > mean + rule.sigmas * deviation)
      emit(draft)
    counts.buckets += 1
    const difference = count - counts.mean
    counts.mean += difference / counts.buckets
    counts.squares += difference * (count - counts.mean)
  }

  return {
    feed(event) {
      const key = event.time === null ? null : keyOf(rule.by, event)
      if (event.time === null || key === null || !matches(event)) return
      const bucket = Math.floor(event.time / rule.bucket)
      let counts = all.get(key)
      if (counts === undefined) {
        if (all.size >= KEYS_AT_MOST) {
          const [oldest] = all.keys()
          if (oldest !== undefined) all.delete(oldest)
        }
        counts = { bucket, draft: openDraft(rule, event), buckets: 0, mean: 0, squares: 0 }
        all.set(key, counts)
      } else if (counts.bucket !== bucket) {
        close(counts)
        counts.bucket = bucket
        counts.draft = openDraft(rule, event)
      }
      addTo(counts.draft, event.id, event.time)
    },
    sweep() {
      // Counts are small and their history is the point; `KEYS_AT_MOST` bounds them.
    },
    finish() {
      for (const counts of all.values()) close(counts)
      all.clear()
    },
  }
}
