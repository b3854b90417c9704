import type { DetectEvent } from '../event.ts'
import { groupOf, subjectOf } from '../keys.ts'
import type { Rule } from '../rule.ts'

/** More records than this are counted, but not kept with a finding: it would only repeat the timeline. */
export const EVENTS_AT_MOST = 20_000

/** A finding while it is being made. */
export interface Draft {
  readonly rule: Rule
  readonly groupKey: string
  readonly subject: string | null
  /** Rows of the case in the order of time, the first `EVENTS_AT_MOST` of them. */
  readonly ids: number[]
  /** All that matched. */
  matched: number
  lastTime: number | null
}

export type Emit = (draft: Draft) => void

export function openDraft(rule: Rule, about: DetectEvent): Draft {
  return {
    rule,
    groupKey: groupOf(rule.per, about),
    subject: subjectOf(rule.per, about),
    ids: [],
    matched: 0,
    lastTime: null,
  }
}

/** Adds a record; one that is the last already is not added twice. */
export function addTo(draft: Draft, id: number, time: number | null): void {
  if (draft.ids.at(-1) === id) return
  draft.matched += 1
  if (draft.ids.length < EVENTS_AT_MOST) draft.ids.push(id)
  if (time !== null) draft.lastTime = time
}
