import { constants, gunzipSync } from 'node:zlib'
import type { TextEncoding } from './decode-text.ts'

/** A text that stands in a record, and what tells from what follows it that it is one. */
interface Sign {
  readonly names: readonly Buffer[]
  readonly pattern: RegExp
}

/**
 * The version and the source of the event, which every record states (CloudTrail User Guide, record contents), and the
 * account that has the record, which all but the oldest state. Between name and value stand signs only, whatever wraps
 * the record: JSON, JSON in a text, YAML, a table, a line of syslog; each text that a text is in doubles the signs, and
 * six are as many as anybody nests. The tables of Athena and Glue have the names in small letters.
 */
const SIGNS: readonly Sign[] = [
  signOf('eventVersion', /^eventversion\W{1,136}1\.\d{1,2}\b/i),
  signOf('eventSource', /^eventsource\W{1,136}[\w-]{1,63}\.amazonaws\.com\b/i),
  signOf('recipientAccountId', /^recipientaccountid\W{1,136}\d{12}\b/i),
]
/** So many tell a record: one of them may have been damaged. Messages of S3, Kinesis and DynamoDB have at most one. */
export const ENOUGH_SIGNS = 2

function signOf(name: string, pattern: RegExp): Sign {
  return { names: [Buffer.from(name), Buffer.from(name.toLowerCase())], pattern }
}

/** How a record begins in base64, as Kinesis and others hand it over, also behind `{"Records":[`. It is enough alone. */
const ENCODED = Buffer.from(Buffer.from('{"eventVersion":"1').toString('base64'))
/** No record in base64 is shorter. */
const SHORTEST_ENCODED = 256

/** gzip in base64, as a subscription of CloudWatch Logs hands messages to Kinesis and to functions. */
const PACKED = Buffer.from('H4sI')
/** A record at the beginning shows its signs in so much. */
const PACKED_LOOKED_AT = 2048

/**
 * How many packed texts of a content may still be looked into. Without an end to it a file could be made that keeps a
 * thread busy for hours; for the same reason what is packed in packed text is not looked at.
 */
export interface PackedBudget {
  left: number
}

export const packedBudget = (): PackedBudget => ({ left: 1000 })

const NO_PLACES: readonly number[] = SIGNS.map(() => -1)
const IN_ALL_NAMES = Buffer.from('vent')

/** No sign is longer. */
const LONGEST = 256

/** That text which looks like CloudTrail records was seen, and where; null where that cannot be told. */
export interface SignsSeen {
  readonly offset: number | null
}

/** Looks for signs of CloudTrail records, in whatever form, in content that streams by. */
export interface RecordSigns {
  push(chunk: Uint8Array): void
  /** Null as long as not enough signs were. */
  seen(): SignsSeen | null
}

export function createRecordSigns(encoding: TextEncoding): RecordSigns {
  const places: (number | null)[] = SIGNS.map(() => null)
  const decoder = encoding === 'utf-8' ? null : new TextDecoder(encoding)
  /** The last bytes of what was looked at, as a sign may begin there. */
  let tail = Buffer.alloc(0)
  let length = 0
  const packed = packedBudget()

  function look(bytes: Buffer, offset: number): void {
    const encoded = encodedAt(bytes, packed)
    SIGNS.forEach((sign, index) => {
      if (places[index] !== null) return
      const found = encoded < 0 ? firstOf(sign, bytes) : encoded
      if (found >= 0) places[index] = offset + found
    })
  }

  return {
    push(chunk) {
      if (places.filter((place) => place !== null).length >= ENOUGH_SIGNS) return
      const bytes =
        decoder === null
          ? Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length)
          : Buffer.from(decoder.decode(chunk, { stream: true }))
      const seam = Buffer.concat([tail, bytes.subarray(0, LONGEST)])
      if (tail.length > 0) look(seam, length - tail.length)
      look(bytes, length)
      tail = Buffer.from((bytes.length < LONGEST ? seam : bytes).subarray(-LONGEST))
      length += bytes.length
    },
    seen() {
      const found = places.filter((place) => place !== null)
      if (found.length < ENOUGH_SIGNS) return null
      return { offset: decoder === null ? Math.min(...found) : null }
    },
  }
}

/** Where signs of CloudTrail records begin in this text; -1 when it does not have enough of them. */
export function recordSignsAt(text: Uint8Array): number {
  const found = signPlaces(text).filter((place) => place >= 0)
  return found.length < ENOUGH_SIGNS ? -1 : Math.min(...found)
}

/** Where the first of each sign is in this text; -1 for those that are not in it. Packed text only within a budget. */
export function signPlaces(text: Uint8Array, packed: PackedBudget | null = null): readonly number[] {
  // Of many short lines hardly one has it, and one look takes a quarter of the time of four.
  const mayBeEncoded = text.length >= SHORTEST_ENCODED
  if (!mayBeEncoded && Buffer.prototype.indexOf.call(text, IN_ALL_NAMES) < 0) return NO_PLACES
  const bytes = Buffer.from(text.buffer, text.byteOffset, text.length)
  const encoded = mayBeEncoded ? encodedAt(bytes, packed) : -1
  return SIGNS.map((wanted) => (encoded < 0 ? firstOf(wanted, bytes) : encoded))
}

function firstOf({ names, pattern }: Sign, bytes: Buffer): number {
  for (const name of names) {
    for (let at = bytes.indexOf(name); at >= 0; at = bytes.indexOf(name, at + 1))
      if (pattern.test(bytes.toString('latin1', at, at + LONGEST))) return at
  }
  return -1
}

/** Where a record in base64 begins, or a packed text with one; -1 without. */
function encodedAt(bytes: Buffer, packed: PackedBudget | null): number {
  const plain = bytes.indexOf(ENCODED)
  if (plain >= 0 || packed === null) return plain
  for (let at = bytes.indexOf(PACKED); at >= 0 && packed.left > 0; at = bytes.indexOf(PACKED, at + 1)) {
    packed.left -= 1
    if (hasSignsPacked(bytes.toString('latin1', at, at + PACKED_LOOKED_AT))) return at
  }
  return -1
}

function hasSignsPacked(text: string): boolean {
  // JSON may have written a slash as an escape.
  const [encoded = ''] = /^[A-Za-z0-9+/\\]+/.exec(text) ?? []
  if (encoded.length < SHORTEST_ENCODED) return false
  const bytes = Buffer.from(encoded.replaceAll('\\', ''), 'base64')
  try {
    return recordSignsAt(gunzipSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH })) >= 0
  } catch {
    return false
  }
}
