import type { SourceFormat, SourceReason } from '../../../../shared/domain/source.ts'
import type { Sieve } from '../fast/sieve.ts'
import type { IntakeLimits } from '../limits.ts'
import type { Trouble } from '../reading.ts'

/**
 * What the kept bytes of a sign-in are. `record`: the JSON text of the CloudTrail record itself. The others are rows
 * of tables that hold no such text; their exact bytes are the row as it stands.
 */
export type RawForm = 'record' | 'event-history-row' | 'athena-row' | 'lake-row'

/** How a record stands in text; see `PlaceEncoding`. */
export const PLACES = [
  'plain',
  'json-string',
  'csv-cell',
  'csv-row',
  'in-string plain',
  'in-string json-string',
  'in-string in-string plain',
  'in-string in-string json-string',
  'in-cell plain',
  'in-cell json-string',
  'in-cell in-string plain',
  'in-cell in-string json-string',
] as const
export type Place = (typeof PLACES)[number]

/**
 * How a record stands in the content between its bytes, so that anyone can take it out again.
 * - `plain`: the bytes are the record.
 * - `json-string`: the bytes are a JSON string, quotes included, whose text is the record.
 * - `csv-cell`: the bytes are a CSV cell, quotes included, whose text is the record.
 * - `csv-row`: the bytes are a row of a table, without its line end.
 * - `in-string …`: the bytes are a part of a JSON string, without its quotes, that wraps the record in JSON of its own, such
 *   as an EventBridge event in the message of a log; in the text of that part the record stands as the rest says.
 * - `in-cell …`: the same in a CSV cell.
 * - `utf-16le …`, `utf-16be …`: the same in UTF-16; the kept bytes are the text in UTF-8.
 */
export type PlaceEncoding = Place | `utf-16le ${Place}` | `utf-16be ${Place}`

/** A record met in the content. */
export interface FoundRecord {
  /** 1 for the first; every CloudTrail record met counts, also one that cannot be read. */
  readonly recordNumber: number
  /** Half-open range in the content as it is, byte order mark included. */
  readonly byteStart: number
  readonly byteEnd: number
  readonly encoding: PlaceEncoding
  readonly form: RawForm
  /** For rows: the header line as it stands, without its line end. */
  readonly header: string | null
  /**
   * The record's text, or the row as it stands, in UTF-8. A view that is valid during the call only. A lone
   * surrogate, which UTF-8 cannot hold, is U+FFFD here.
   */
  readonly raw: Uint8Array
  /** The record; for rows an object of CloudTrail's shape with what the row states. Undefined: not readable. */
  readonly parsed: unknown
}

/** What a content held in all. */
export interface FormatEnd {
  /** Where it turned out to be another than that which was chosen. */
  readonly format?: SourceFormat
  readonly records: number
  /** Values that stand where a record could and are none: other log lines, other services' events. */
  readonly others: number
  /** The worst trouble: a broken structure before a broken record. Offsets are in the content. */
  readonly trouble: Trouble | null
}

/**
 * A way of reading content. Records come in order while the content streams; memory is bounded by the largest
 * record (`limits.maxRecordBytes`). Trouble is an answer; what `content` and `onRecord` throw ends the call.
 *
 * With a `sieve`, records that it passes over are counted and not handed out.
 */
export interface Format {
  readonly name: SourceFormat
  read(
    content: AsyncIterable<Uint8Array>,
    limits: IntakeLimits,
    onRecord: (record: FoundRecord) => void,
    sieve: Sieve | null,
  ): Promise<FormatEnd>
}

export type Chosen =
  | { readonly kind: 'format'; readonly format: Format }
  | {
      readonly kind: 'skip'
      readonly reason: SourceReason
      readonly format: SourceFormat
      readonly detail: string
    }
