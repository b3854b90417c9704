import type { SignInFacts } from '../../../shared/domain/sign-in.ts'
import type { SourceFormat, SourceReason, SourceStatus } from '../../../shared/domain/source.ts'
import type { TrailChangeFacts } from '../../../shared/domain/trail-change.ts'
import type { PlaceEncoding, RawForm } from './formats/format.ts'
import type { IntakeLimits } from './limits.ts'
import type { FoundFile } from './walk.ts'

/** One sign-in record found in a file, with its place in the unpacked content (`byteEnd` is not part of it). */
export interface FoundSignIn {
  /** 1 for the first record of the file. */
  readonly recordNumber: number
  readonly byteStart: number
  readonly byteEnd: number
  /** How the record stands between these bytes. */
  readonly encoding: PlaceEncoding
  /** What `raw` is, and for a row of a table the header line above it. */
  readonly form: RawForm
  readonly header: string | null
  /** The exact bytes of the record, or of the row. */
  readonly raw: Uint8Array
  readonly recordKey: string
  /** Event ID of the record that this one amends. */
  readonly addendumOf: string | null
  readonly facts: SignInFacts
}

/** A record of a call that changes what a trail records; it is kept, and counted as any other record. */
export interface FoundTrailChange
  extends Pick<
    FoundSignIn,
    'recordNumber' | 'byteStart' | 'byteEnd' | 'encoding' | 'form' | 'raw' | 'recordKey'
  > {
  readonly facts: TrailChangeFacts
}

/** Where and why reading a file did not go to its end. */
export interface Trouble {
  readonly reason: SourceReason
  /** Facts in English. */
  readonly detail: string
  readonly offset: number | null
  readonly offsetIn: 'file' | 'content' | null
}

/** What came of one file, or of one member of an archive. */
export interface Reading {
  readonly bytes: number | null
  readonly sha256: string | null
  readonly contentBytes: number | null
  readonly contentSha256: string | null
  readonly format: SourceFormat
  readonly status: SourceStatus
  readonly trouble: Trouble | null
  /** `records = signIns + companions + others`. */
  readonly records: number
  readonly signIns: number
  readonly companions: number
}

export interface ReadRequest {
  readonly limits: IntakeLimits
  readonly signal: AbortSignal
  /**
   * False leaves out the SHA-256 of unpacked content, which costs about half as much time again as all other reading.
   * A reader may hash it nevertheless.
   */
  readonly hashContent?: boolean
}

/** How a thread is asked to read a file. */
export interface SourceRequest extends ReadRequest {
  /** Asked while a file is read, which nothing else can interrupt, with the bytes of the file read so far. */
  readonly shouldStop?: ((bytesRead: number) => boolean) | undefined
  /** Hash the unpacked content too; it costs about half as much again. */
  readonly hashContent: boolean
  readonly help?: MemberHelp
}

/** A member of an archive that lies in memory, on its way to someone else who reads it. */
export interface HeldMember {
  readonly part: Part
  readonly name: string
  readonly packing: 'gzip' | null
  /** As they stand in the archive. */
  readonly bytes: Uint8Array
  /** What its archive found wrong with it. */
  readonly trouble: Trouble | null
}

/** Others who read members of one archive meanwhile. */
export interface MemberHelp {
  /** True when someone takes it: what is found in it, and its end, come from there. `bytes` is copied. */
  take(member: HeldMember): boolean
  /** Bytes that came out of packed members that others have read, since this was asked last. */
  unpacked(): number
  /** Resolves when all that was taken has come to its end. Rejects when the signal is raised. */
  settled(): Promise<void>
}

/** Part of a file: 0 is the file itself, members of archives have the numbers from 1. */
export type Part = number

/** What is found in one file, in order. The reading of part 0 is the answer of the call and not among them. */
export type Finding =
  /** A member of an archive begins inside `parent`; `name` is its path there, for reading only. */
  | {
      readonly kind: 'begin'
      readonly part: Part
      readonly parent: Part
      readonly name: string
      readonly bytes: number | null
    }
  | { readonly kind: 'batch'; readonly part: Part; readonly found: readonly FoundSignIn[] }
  | { readonly kind: 'changes'; readonly part: Part; readonly found: readonly FoundTrailChange[] }
  /** What was handed out for this part is void: another way of reading it begins at its first byte. */
  | { readonly kind: 'restart'; readonly part: Part }
  | { readonly kind: 'end'; readonly part: Part; readonly reading: Reading }

/**
 * Takes what comes of one file: findings in order, then `done` or `failed`, and nothing after that. No promises and
 * one object a file: there may be hundreds of thousands of small files.
 */
export interface FileSink {
  readonly file: FoundFile
  /** May throw; then nothing but `failed` comes. */
  findings(findings: readonly Finding[]): void
  done(reading: Reading): void
  /** `signal` was raised, the reader is lost, or `findings` threw this. */
  failed(cause: unknown): void
}

/**
 * Reads files. An implementation may use threads; the engine does not know. Trouble with a file is part of the
 * reading.
 */
export interface SourceReader {
  /** How many files may be under way at once. */
  readonly width: number
  /** More may be, up to so many, while all of them together have fewer bytes than this. */
  readonly ahead?: { readonly files: number; readonly bytes: number }
  read(request: ReadRequest, sink: FileSink): void
  /** Bytes that were read so far of the files under way, as far as that can be told. */
  bytesUnderWay?(): number
  /** SHA-256 of the file as it lies on the disk. Rejects when it cannot be read. */
  hash(file: FoundFile, signal: AbortSignal): Promise<string>
}

/** So many bytes of records weigh as much as one record more. */
const BYTES_OF_WEIGHT = 16 * 1024

/** What a record weighs while it waits to be stored: 1, and more where it is large. */
export function weightOf({ raw }: { readonly raw: Uint8Array }): number {
  return 1 + Math.floor(raw.length / BYTES_OF_WEIGHT)
}

/** The same of all records of a finding. */
export function weightOfAll(finding: Finding): number {
  if (finding.kind !== 'batch' && finding.kind !== 'changes') return 0
  let weight = 0
  for (const record of finding.found) weight += weightOf(record)
  return weight
}
