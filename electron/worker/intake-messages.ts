import type { IntakeLimits } from '../engine/intake/limits.ts'
import type { Finding, HeldMember, Reading } from '../engine/intake/reading.ts'
import type { FoundFile } from '../engine/intake/walk.ts'

/** What a thread is started with: the shared counters, and the compiled module of the fast reader. */
export interface IntakeStart {
  readonly shared: SharedArrayBuffer
  readonly module: WebAssembly.Module
}

/** How files are to be read: it holds for all reads that are ordered after it. */
export interface ReadTerms {
  readonly limits: IntakeLimits
  readonly hashContent: boolean
}

/** A file that is to be read, as it travels: a list, because the names of an object's fields would travel each time. */
export type PackedFile = readonly [
  job: number,
  path: string,
  shownPath: string,
  bytes: number,
  modifiedAt: number,
]

/** What an intake thread is asked, in order: to read a file, mostly. `job` numbers come back with every answer. */
export type FileOrder =
  | PackedFile
  | { readonly kind: 'terms'; readonly terms: ReadTerms }
  | { readonly kind: 'hash'; readonly job: number; readonly path: string }

export type IntakeOrder = FileOrder | MemberOrder

/** A member of an archive that another thread takes apart. It does not wait for orders that came before. */
export interface MemberOrder {
  readonly kind: 'member'
  readonly job: number
  readonly member: HeldMember
  readonly terms: ReadTerms
}

/** What it answers: findings and members in order, then one reading, `hash` or `failed`. */
export type IntakeAnswer =
  | PackedReading
  | { readonly kind: 'findings'; readonly job: number; readonly findings: readonly Finding[] }
  | { readonly kind: 'hash'; readonly job: number; readonly sha256: string }
  | { readonly kind: 'failed'; readonly job: number; readonly message: string }
  /** A member of the archive `job` for another thread, which answers in its place. */
  | { readonly kind: 'member'; readonly job: number; readonly member: HeldMember }

/** True for a list, which `Array.isArray` does not see in a list that may not be changed. */
export function isPacked<T extends PackedFile | PackedReading>(
  message: T | { readonly kind: string },
): message is T {
  return Array.isArray(message)
}

/** A message costs as much as reading a small file, so orders and answers travel in groups, in order. */
export type ToIntake = readonly IntakeOrder[]
export type FromIntake = readonly IntakeAnswer[]

/**
 * Shared counters of one thread. A thread reads a file without looking at its messages, so what it must know in
 * the meantime stands in shared memory: whether to stop or to hold, and how many messages were taken from it. There it
 * also says how much of the file it has read, in units of `READ_UNIT` bytes.
 *
 * For members of archives that others read: how many it may have with them at once (`helpers`), how many have come to
 * their end in all (`returned`), and how much was unpacked of them, in the same units (`unpacked`).
 */
export const SHARED = { stop: 0, taken: 1, read: 2, hold: 3, helpers: 4, returned: 5, unpacked: 6 } as const
export const SHARED_BYTES = 28
export const READ_UNIT = 64 * 1024

/** A reading as it travels, for the same reason a list. */
export type PackedReading = readonly [
  job: number,
  bytes: Reading['bytes'],
  sha256: Reading['sha256'],
  contentBytes: Reading['contentBytes'],
  contentSha256: Reading['contentSha256'],
  format: Reading['format'],
  status: Reading['status'],
  trouble: Reading['trouble'],
  records: number,
  signIns: number,
  companions: number,
]

export function packReading(job: number, reading: Reading): PackedReading {
  const { bytes, sha256, contentBytes, contentSha256, format, status, trouble } = reading
  const { records, signIns, companions } = reading
  return [
    job,
    bytes,
    sha256,
    contentBytes,
    contentSha256,
    format,
    status,
    trouble,
    records,
    signIns,
    companions,
  ]
}

export function unpackReading(packed: PackedReading): Reading {
  // By place: a pattern would make an iterator for each file.
  return {
    bytes: packed[1],
    sha256: packed[2],
    contentBytes: packed[3],
    contentSha256: packed[4],
    format: packed[5],
    status: packed[6],
    trouble: packed[7],
    records: packed[8],
    signIns: packed[9],
    companions: packed[10],
  }
}

export function packFile(job: number, { path, shownPath, bytes, modifiedAt }: FoundFile): PackedFile {
  return [job, path, shownPath, bytes, modifiedAt]
}

export function unpackFile(packed: PackedFile): FoundFile {
  return { path: packed[1], shownPath: packed[2], bytes: packed[3], modifiedAt: packed[4] }
}
