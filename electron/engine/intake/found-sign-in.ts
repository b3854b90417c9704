import { readSignIn } from '../signin/read-sign-in.ts'
import { recordKeyOf } from '../signin/record-key.ts'
import { isSignIn } from '../signin/which.ts'
import type { FoundSignIn } from './reading.ts'

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/** The record as `JSON.parse` reads it; `undefined`, which JSON has not, when it is not valid. */
export function parseRecord(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(decoder.decode(bytes))
  } catch {
    return undefined
  }
}

/** The sign-in in a parsed record, or null for every other record. `bytes` is copied: the view is short-lived. */
export function signInOf(
  parsed: unknown,
  recordNumber: number,
  byteStart: number,
  bytes: Uint8Array,
): FoundSignIn | null {
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return null
  const { eventSource, eventName } = parsed as { eventSource?: unknown; eventName?: unknown }
  if (!isSignIn(eventSource, eventName)) return null
  const raw = Uint8Array.prototype.slice.call(bytes)
  return {
    recordNumber,
    byteStart,
    byteEnd: byteStart + bytes.length,
    raw,
    recordKey: recordKeyOf(parsed, raw),
    facts: readSignIn(parsed).facts,
  }
}
