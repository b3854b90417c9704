import { createHash } from 'node:crypto'
import { canonicalJson } from './canonical-json.ts'
import { accountAt, textAt } from './fields.ts'
import { strictText } from './same-record.ts'

/**
 * The key under which copies of one record meet: `eventID|recipientAccountId`, the account left empty when the
 * record has none. Copies from several trails carry the same event ID (CloudTrail record contents); the account
 * is added because each account gets its own copy. A record without event ID, as in version 1.0, is known by
 * `sha256:` and the hash of its canonical JSON, or of its bytes where it has no canonical form.
 *
 * The same key does not prove the same content: see `sameRecord`.
 */
export function recordKeyOf(record: unknown, rawBytes: Uint8Array): string {
  const eventId = textAt(record, 'eventID')
  if (eventId !== null) return `${eventId}|${accountAt(record, 'recipientAccountId') ?? ''}`
  const text = strictText(rawBytes)
  const canonical = text === null ? null : canonicalJson(text)
  return `sha256:${createHash('sha256')
    .update(canonical ?? rawBytes)
    .digest('hex')}`
}
