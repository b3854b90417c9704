import { isIPv4 } from 'node:net'
import { compile } from '../condition.ts'
import { keyOf } from '../keys.ts'
import type { SequenceRule } from '../rule.ts'
import { addTo, type Emit, openDraft } from './draft.ts'
import type { Watcher } from './watcher.ts'

interface Run {
  readonly past: { readonly id: number; readonly time: number }[]
  readonly persons: Set<string>
  count: number
  last: number
  address: string | null
}

/** Of a long run this many records are kept with the finding; the run is counted in full. */
const KEPT_OF_RUN = 5000

export function watchSequence(rule: SequenceRule, emit: Emit): Watcher {
  const isBefore = compile(rule.before)
  const isNext = compile(rule.next)
  const runs = new Map<string, Run>()

  return {
    feed(event) {
      const { time } = event
      const key = time === null ? null : keyOf(rule.by, event)
      if (time === null || key === null) return
      let run = runs.get(key)
      if (run !== undefined && time - run.last > rule.within) {
        runs.delete(key)
        run = undefined
      }
      if (isNext(event)) {
        if (run === undefined) return
        const enough = run.count >= rule.atLeast && run.persons.size >= (rule.persons ?? 0)
        const apart = rule.addressesDiffer !== true || differ(run.address, event.address)
        if (enough && apart) {
          const draft = openDraft(rule, event)
          for (const past of run.past) addTo(draft, past.id, past.time)
          draft.matched = run.count
          addTo(draft, event.id, time)
          emit(draft)
        }
        // A run of one may be followed by several; a run of many ends with the first.
        if (rule.atLeast > 1) runs.delete(key)
        return
      }
      if (!isBefore(event)) return
      if (run === undefined || rule.atLeast === 1) {
        run = { past: [], persons: new Set(), count: 0, last: time, address: null }
        runs.set(key, run)
      }
      run.count += 1
      run.last = time
      run.address = event.address
      if (rule.persons !== undefined && run.persons.size < rule.persons) run.persons.add(event.person ?? '')
      if (run.past.length < KEPT_OF_RUN) run.past.push({ id: event.id, time })
    },
    sweep(now) {
      for (const [key, run] of runs) if (now - run.last > rule.within) runs.delete(key)
    },
    finish() {
      runs.clear()
    },
  }
}

/** An IPv4 and an IPv6 address cannot be compared: one machine may well have both. */
function differ(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && isIPv4(a) === isIPv4(b) && a.toLowerCase() !== b.toLowerCase()
}
