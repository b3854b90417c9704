import { isCompanion } from '../signin/companion.ts'
import { readSignIn } from '../signin/read-sign-in.ts'
import { recordKeyOf } from '../signin/record-key.ts'
import { isTrailChange, readTrailChange } from '../signin/trail-change.ts'
import { isSignIn } from '../signin/which.ts'
import type { FoundSignIn, FoundTrailChange } from './reading.ts'

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/** The record as `JSON.parse` reads it; `undefined`, which JSON has not, when it is not valid. */
export function parseRecord(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(decoder.decode(bytes))
  } catch {
    return undefined
  }
}

/** Where a record stands, and in which form. */
export type Place = Pick<
  FoundSignIn,
  'recordNumber' | 'byteStart' | 'byteEnd' | 'encoding' | 'form' | 'header'
>

/** The place of a record that stands as it is in the content. */
export function plainPlace(recordNumber: number, byteStart: number, length: number): Place {
  const byteEnd = byteStart + length
  return { recordNumber, byteStart, byteEnd, encoding: 'plain', form: 'record', header: null }
}

/** What a record is for this program. */
export type Found =
  | { readonly is: 'sign-in'; readonly signIn: FoundSignIn }
  | { readonly is: 'trail-change'; readonly change: FoundTrailChange }
  | { readonly is: 'companion' | 'other' }

/** Sorts one parsed record. `raw` is copied: what a reader hands out is short-lived. */
export function sortRecord(parsed: unknown, place: Place, raw: Uint8Array): Found {
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return { is: 'other' }
  const { eventSource, eventName, addendum } = parsed as Readonly<Record<string, unknown>>
  if (isTrailChange(eventSource, eventName))
    return { is: 'trail-change', change: trailChange(parsed, place, raw) }
  if (!isSignIn(eventSource, eventName))
    return { is: isCompanion(eventSource, eventName) ? 'companion' : 'other' }
  const kept = Uint8Array.prototype.slice.call(raw)
  const signIn: FoundSignIn = {
    ...place,
    raw: kept,
    recordKey: recordKeyOf(parsed, kept),
    addendumOf: amended(addendum),
    facts: readSignIn(parsed).facts,
  }
  return { is: 'sign-in', signIn }
}

function trailChange(parsed: unknown, place: Place, raw: Uint8Array): FoundTrailChange {
  const { recordNumber, byteStart, byteEnd, encoding, form } = place
  const kept = Uint8Array.prototype.slice.call(raw)
  const recordKey = recordKeyOf(parsed, kept)
  return {
    recordNumber,
    byteStart,
    byteEnd,
    encoding,
    form,
    raw: kept,
    recordKey,
    facts: readTrailChange(parsed),
  }
}

/** The event that an addendum amends (CloudTrail User Guide, record contents, `addendum` since 1.08). */
function amended(addendum: unknown): string | null {
  if (typeof addendum !== 'object' || addendum === null) return null
  const { originalEventID } = addendum as { originalEventID?: unknown }
  return typeof originalEventID === 'string' && originalEventID !== '' ? originalEventID : null
}
