import { type AlarmSettings, USUAL_ALARM } from '../../shared/domain/alarm.ts'
import type { KnownPattern } from '../../shared/domain/known-patterns.ts'
import type { MissingRule, SavedPattern } from '../../shared/domain/pattern.ts'

/** Where a draft came from: a published pattern, one saved in this case, or nowhere. */
export type Origin =
  | { readonly kind: 'known'; readonly known: KnownPattern }
  | { readonly kind: 'saved'; readonly saved: SavedPattern }
  | null

/** The pattern that is being worked on. */
export interface Draft {
  readonly origin: Origin
  readonly text: string
  readonly missing: MissingRule
  readonly alarm: AlarmSettings
}

export const emptyDraft: Draft = { origin: null, text: '', missing: 'satisfies', alarm: USUAL_ALARM }

export function draftOfKnown(known: KnownPattern, missing: MissingRule): Draft {
  return { origin: { kind: 'known', known }, text: known.pattern, missing, alarm: known.alarm }
}

export function draftOfSaved(saved: SavedPattern, missing: MissingRule): Draft {
  return { origin: { kind: 'saved', saved }, text: saved.pattern, missing, alarm: saved.alarm ?? USUAL_ALARM }
}

/** Whether the text is still that of its origin. Blind spots are printed only beside the pattern they belong to. */
export function isAsPublished({ origin, text }: Draft): boolean {
  if (origin === null) return false
  return text === (origin.kind === 'known' ? origin.known.pattern : origin.saved.pattern)
}
