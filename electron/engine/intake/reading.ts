import type { SignInFacts } from '../../../shared/domain/sign-in.ts'
import type { SourceFormat, SourceReason, SourceStatus } from '../../../shared/domain/source.ts'
import type { IntakeLimits } from './limits.ts'
import type { FoundFile } from './walk.ts'

/** One sign-in record found in a file, with its place in the unpacked content (`byteEnd` is not part of it). */
export interface FoundSignIn {
  /** 1 for the first record of the file. */
  readonly recordNumber: number
  readonly byteStart: number
  readonly byteEnd: number
  /** The exact bytes. */
  readonly raw: Uint8Array
  readonly recordKey: string
  readonly facts: SignInFacts
}

/** Where and why reading a file did not go to its end. */
export interface Trouble {
  readonly reason: SourceReason
  /** Facts in English. */
  readonly detail: string
  readonly offset: number | null
  readonly offsetIn: 'file' | 'content' | null
}

/** What came of one file. */
export interface Reading {
  readonly bytes: number | null
  readonly sha256: string | null
  readonly contentBytes: number | null
  readonly contentSha256: string | null
  readonly format: SourceFormat
  readonly status: SourceStatus
  readonly trouble: Trouble | null
  readonly records: number
  readonly signIns: number
}

export interface ReadRequest {
  readonly limits: IntakeLimits
  readonly signal: AbortSignal
}

/** Takes what a reader finds in one file, in order. */
export interface FindingSink {
  batch(found: readonly FoundSignIn[]): void
  /** What was handed out for this file is void: another way of reading it begins at its first byte. */
  restart(): void
}

/**
 * Reads files. An implementation may use threads; the engine does not know. Batches of one file arrive in order,
 * before its reading. Trouble with a file is part of the reading, never an exception; only `signal` ends a call
 * with one.
 */
export interface SourceReader {
  /** How many files may be under way at once. */
  readonly width: number
  read(file: FoundFile, request: ReadRequest, sink: FindingSink): Promise<Reading>
  /** SHA-256 of the file as it lies on the disk. Rejects when it cannot be read. */
  hash(file: FoundFile, signal: AbortSignal): Promise<string>
}
