import type { Sieve } from '../fast/sieve.ts'
import type { Trouble } from '../reading.ts'
import { isRecord, parsedJson } from './cloudtrail-record.ts'
import type { TextDecoding } from './decode-text.ts'
import type { FormatEnd, FoundRecord, Place, PlaceEncoding, RawForm } from './format.ts'
import { skipSpace } from './json-members.ts'
import { JsonTrouble, valueEnd } from './json-value-end.ts'
import { ENOUGH_SIGNS, packedBudget, recordSignsAt, signPlaces } from './record-signs.ts'
import { textAt } from './text-in-text.ts'

/** A piece of the text in which a record stands. `start` is its position in the text. */
export interface Spot {
  readonly start: number
  readonly bytes: Uint8Array
  readonly place: Place
}

/** A row that is itself what is kept of a record. */
export interface RowSpot {
  readonly start: number
  readonly bytes: Uint8Array
  readonly form: RawForm
  readonly header: string
  readonly parsed: unknown
}

/**
 * Counts and numbers what a reader finds, and turns positions in the text into offsets in the content. The first
 * trouble of each kind is kept: a broken structure may have cost records and outweighs a broken record, that what looks
 * like records where none is read, and that a key that stands twice and cost nothing.
 */
export interface Findings {
  /**
   * A place where a record may stand: what is no JSON object, or one of another kind, is no record, and the answer is
   * false. Where one `must` stand, that is only so when it looks as if it held one.
   */
  spot(spot: Spot, must: boolean): boolean
  row(spot: RowSpot): void
  /** Records that nobody needs to look at. */
  passOver(count: number): void
  /** A record that cannot be read. */
  damaged(spot: Spot, trouble: Pick<Trouble, 'reason' | 'detail'> & { readonly offset?: number }): void
  /** A value, a line or a row in which no record is read. */
  other(start: number, bytes: Uint8Array): void
  /** A part of the text in which nobody looks for records. */
  aside(start: number, bytes: Uint8Array): void
  /** Here something begins that holds records, or may, and is not read. */
  otherForm(start: number): void
  /** `trouble.offset` is a position in the text. */
  trouble(trouble: Trouble): void
  readonly records: number
  end(): FormatEnd
}

const OPEN_BRACE = 0x7b
const OPEN_BRACKET = 0x5b

export function createFindings(
  text: TextDecoding,
  maxDepth: number,
  onRecord: (record: FoundRecord) => void,
  sieve: Sieve | null,
): Findings {
  let records = 0
  let others = 0
  let unreadable = 0
  let ofStructure: Trouble | null = null
  let ofRecord: Trouble | null = null
  let unknownForms = 0
  let ofForm: number | null = null
  const signs = new Set<number>()
  const packed = packedBudget()
  let oddity: Trouble | null = null

  const encodingAt = (place: Place): PlaceEncoding =>
    text.encoding === 'utf-8' ? place : `${text.encoding} ${place}`

  function found(spot: Spot, raw: Uint8Array, parsed: unknown, form: RawForm, header: string | null): void {
    records += 1
    onRecord({
      recordNumber: records,
      byteStart: text.origin(spot.start),
      byteEnd: text.origin(spot.start + spot.bytes.length),
      encoding: encodingAt(spot.place),
      form,
      header,
      raw,
      parsed,
    })
  }

  const findings: Findings = {
    spot(spot, must) {
      if (sieve?.passes(spot.bytes, spot.place) === true) {
        records += 1
        return true
      }
      const raw = textAt(spot.bytes, spot.place)
      const isSound = raw !== null && (spot.place === 'plain' || isShallow(raw, maxDepth))
      const parsed = isSound ? parsedJson(raw) : undefined
      const isOther = parsed === undefined ? !opensObject(raw) : !isRecord(parsed)
      if (isOther && (!must || (parsed !== undefined && recordSignsAt(spot.bytes) >= 0))) return false
      if (parsed === undefined) {
        const detail = `Record ${records + 1} is not valid JSON; the records after it were read.`
        findings.damaged(spot, { reason: 'json-syntax', detail })
      } else found(spot, raw ?? spot.bytes, parsed, 'record', null)
      return true
    },
    row({ start, bytes, form, header, parsed }) {
      found({ start, bytes, place: 'csv-row' }, bytes, parsed, form, header)
    },
    passOver(count) {
      records += count
    },
    damaged(spot, { reason, detail, offset = spot.start }) {
      unreadable += 1
      ofRecord ??= { reason, detail, offset: text.origin(offset), offsetIn: 'content' }
      found(spot, textAt(spot.bytes, spot.place) ?? spot.bytes, undefined, 'record', null)
    },
    other(start, bytes) {
      others += 1
      findings.aside(start, bytes)
    },
    aside(start, bytes) {
      const places = signPlaces(bytes, packed)
      places.forEach((place, sign) => {
        if (place >= 0) signs.add(sign)
      })
      const found = places.filter((place) => place >= 0)
      if (found.length >= ENOUGH_SIGNS) findings.otherForm(start + Math.min(...found))
      // A record may be spread over several lines, none of which has enough signs.
      else if (ofForm === null && signs.size >= ENOUGH_SIGNS) findings.otherForm(start)
    },
    otherForm(start) {
      unknownForms += 1
      ofForm ??= text.origin(start)
    },
    trouble(trouble) {
      const placed = { ...trouble, offset: trouble.offset === null ? null : text.origin(trouble.offset) }
      if (trouble.reason === 'json-repeated-key') oddity ??= placed
      else ofStructure ??= placed
    },
    get records() {
      return records
    },
    end() {
      const trouble = ofStructure ?? ofRecord ?? formNotKnown(unknownForms, ofForm) ?? oddity
      if (trouble === null || unreadable === 0) return { records, others, trouble }
      const count = unreadable === 1 ? '1 record cannot be read.' : `${unreadable} records cannot be read.`
      return { records, others, trouble: { ...trouble, detail: `${trouble.detail} ${count}` } }
    },
  }
  return findings
}

function formNotKnown(places: number, offset: number | null): Trouble | null {
  if (offset === null) return null
  const where = places === 1 ? '1 place' : `${places} places`
  const detail = `What looks like CloudTrail records stands in ${where} that this form does not read.`
  return { reason: 'form-not-known', detail, offset, offsetIn: 'content' }
}

/** A text that would have been a record: other texts in its place need not be JSON at all. */
function opensObject(text: Uint8Array | null): boolean {
  return text === null || text[skipSpace(text, 0)] === OPEN_BRACE
}

/** Plain records were followed to their end before; a text inside a string may nest as deep as it likes. */
function isShallow(text: Uint8Array, maxDepth: number): boolean {
  const start = skipSpace(text, 0)
  if (start === text.length) return false
  // No text is deeper than it has brackets. Following them takes as long as `JSON.parse`, which also checks them.
  if (bracketsIn(text, maxDepth) <= maxDepth) return true
  try {
    valueEnd(text, start, text.length, maxDepth)
    return true
  } catch (cause) {
    if (cause instanceof JsonTrouble) return false
    throw cause
  }
}

/** How many brackets open in a text; not counted further once there are more than `most`. */
function bracketsIn(text: Uint8Array, most: number): number {
  let count = 0
  for (const bracket of [OPEN_BRACE, OPEN_BRACKET]) {
    for (let at = text.indexOf(bracket); at >= 0 && count <= most; at = text.indexOf(bracket, at + 1))
      count += 1
  }
  return count
}
