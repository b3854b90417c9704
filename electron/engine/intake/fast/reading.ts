import type { SourceReason } from '../../../../shared/domain/source.ts'
import type { IntakeLimits } from '../limits.ts'
import type { Sieve } from './sieve.ts'
import type { SourceRule } from './sources.ts'

export interface FastReaderOptions {
  /** Bytes of content in sight at once, at least 72 KiB. It grows for a record that does not fit. */
  readonly window?: number
  /** How far it may grow. A record that does not fit then is `record-too-large`. */
  readonly maxWindow?: number
  /** Bytes of the file that are read at once, at least 4 KiB. */
  readonly inputWindow?: number
  /** Which records to look for and which to count. */
  readonly sources?: readonly SourceRule[]
}

export interface FastRequest {
  /** Also hash the unpacked content, which costs about half as much again. */
  readonly hashContent: boolean
  readonly limits: IntakeLimits
  /**
   * What the file was when it was listed. With it the file is looked at once, after reading, and one that is not as it
   * was listed is `unusual`.
   */
  readonly listed?: { readonly bytes: number; readonly modifiedAt: number }
  /** Asked about once per window of content, with the bytes read so far; true ends the reading as `stopped`. */
  readonly shouldStop?: ((bytesRead: number) => boolean) | undefined
}

/** A record that may be wanted: `JSON.parse` of its bytes decides. */
export interface Candidate {
  /** 1 for the first element of `Records`. */
  readonly recordNumber: number
  /** Place in the content; `byteEnd` is not part of it. */
  readonly byteStart: number
  readonly byteEnd: number
  /** The exact bytes: a view that is valid during the call only. */
  readonly bytes: Uint8Array
}

export type TroubleReason = Extract<
  SourceReason,
  | 'empty'
  | 'gzip-truncated'
  | 'gzip-corrupt'
  | 'gzip-trailing-bytes'
  | 'json-truncated'
  | 'json-syntax'
  | 'json-trailing-bytes'
  | 'record-too-large'
  | 'inflated-too-large'
  | 'inflation-ratio'
  | 'nesting-too-deep'
  | 'changed-while-reading'
>

/** Reading went wrong at a byte of the file or of its content. What stood before it was handed out and counted. */
export interface FastTrouble {
  readonly kind: 'trouble'
  readonly reason: TroubleReason
  readonly offset: number
  readonly offsetIn: 'file' | 'content'
  /** Facts in English. */
  readonly detail: string
}

/**
 * `complete`: a valid frame of `Records`, read to its end. `unusual`: not a shape this reader can follow, which says
 * nothing against the file; another reader has to decide, and what was handed out is void. `stopped`: as asked.
 */
export type FastEnd =
  | { readonly kind: 'complete' }
  | FastTrouble
  | { readonly kind: 'unusual'; readonly why: string }
  | { readonly kind: 'stopped' }

export interface FastReading {
  /** Bytes that were read and their SHA-256, always of the whole file; '' when stopped or unusual. */
  readonly bytes: number
  readonly sha256: string
  /** Bytes of content that were read. */
  readonly contentBytes: number
  /** SHA-256 of the content when it was asked for and all of it was unpacked and proven right, else null. */
  readonly contentSha256: string | null
  readonly gzip: boolean
  /** gzip members that were begun. */
  readonly members: number
  /** A list named `Records` was seen: this is a trail, whatever became of it. */
  readonly isTrail: boolean
  /** Elements of `Records` that were seen whole, of any kind; exact for valid JSON. */
  readonly records: number
  /** Of `records`, those that are no objects. */
  readonly nonObjects: number
  /**
   * Of `records`, those of each source, in the order of the rules. A record of which the source is not sure without
   * parsing it is handed out and not counted.
   */
  readonly bySource: readonly number[]
  readonly end: FastEnd
}

export interface FastReader {
  /**
   * Reads one file, synchronously and without writing to it. Candidates are handed out in order. Throws the error
   * of the file system, or what `onCandidate` throws; the reader can be used again after that.
   *
   * The frame around the records, all brackets and the ends of all strings are checked; what stands between them
   * inside a record only in a plain file, where a record that is no valid JSON is handed out too.
   */
  read(path: string, request: FastRequest, onCandidate: (candidate: Candidate) => void): FastReading

  /** The same for a file that is in memory, such as a member of an archive; `bytes` is not kept. */
  readMemory(
    bytes: Uint8Array,
    request: FastRequest,
    onCandidate: (candidate: Candidate) => void,
  ): FastReading

  /** For files in other forms, made when it is first asked for. There is one. */
  sieve(): Sieve
}
