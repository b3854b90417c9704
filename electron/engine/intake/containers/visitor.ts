import type { Trouble } from '../reading.ts'
import type { Measure } from './bytes/metered.ts'

export type Packing = 'gzip' | 'zstd'

/**
 * Is told what a file holds, in order and one thing at a time. Part 0 is the file on the disk; the others get their
 * numbers from the visitor. Every part that was begun ends with exactly one call of `leaf` or `container`.
 */
export interface TreeVisitor {
  /**
   * A member begins inside `parent`. Returns the number of its part. `name` is its path inside the container, for
   * reading and never for a path on the disk; `bytes` is the length that the container states.
   */
  begin(parent: number, name: string, facts: { readonly bytes: number | null }): number
  /**
   * Content that is no container: read it. Everything of `content` is valid until this resolves, no longer; a
   * stream that was not read to its end is given up then.
   */
  leaf(part: number, content: LeafContent): Promise<void>
  /** A part that is a container is done, after all that is in it. */
  container(part: number, end: ContainerEnd): void | Promise<void>
  /** So many bytes of the file on the disk were read in order so far. */
  read?(bytes: number): void
}

/** What stands in a part that is no container: one file of an archive, unpacked if it is gzip or zstd. */
export interface LeafContent {
  readonly name: string
  /** How the content was packed, if it was. */
  readonly packing: Packing | null
  /** Why there is nothing to read; known at once. Then the content is empty. */
  readonly refused: Refused | null
  /** The unpacked content when it is small enough to be at hand; unpacked when it is asked for. */
  readonly memory: Uint8Array | null
  /**
   * The part's own bytes, as they are in its parent, when they are at hand and are either the content itself or
   * one layer of gzip. A reader that unpacks gzip by itself takes these instead of `memory` or `open`, finds
   * trouble of the gzip on its own, and tells with `unpacked` how many bytes came out.
   */
  readonly stored: Uint8Array | null
  unpacked(bytes: number): void
  /** The content in pieces, each valid until the next is asked for. To be called once at most. */
  open(): AsyncIterable<Uint8Array>
  /** Trouble of unpacking and of the container, known when the stream has ended or `memory` was taken. */
  trouble(): Trouble | null
  /** Of the part's own bytes; known when the stream has ended, and at once for what is at hand. */
  packed(): Measure | null
}

/** Nothing can be read from this part. `skipped`: it is of a kind that is not read; `failed`: it is damaged. */
export interface Refused {
  readonly status: 'skipped' | 'failed'
  readonly trouble: Trouble
}

export interface ContainerEnd {
  /** Of the container itself: a `.tar.gz` is a tar. gzip and zstd only when they hold another packing. */
  readonly format: 'zip' | 'tar' | 'gzip' | 'zstd'
  /** How the container was packed as a whole: gzip for a `.tar.gz`. Null for gzip in gzip: the outer is the format. */
  readonly packing: Packing | null
  /** Of the part's own bytes as they are in its parent, or in the file. */
  readonly bytes: number | null
  readonly sha256: string | null
  /** Bytes of the container after its packing was taken off; of gzip and zstd, of what they hold. */
  readonly contentBytes: number | null
  /** Parts that were begun in it. */
  readonly members: number
  /** Of these, names that would lead out of a folder, and names that were there already. Both were read. */
  readonly unsafeNames: number
  readonly duplicateNames: number
  readonly status: 'read' | 'partial' | 'skipped' | 'failed'
  /** The first thing that is wrong with the container; members have their own. Null exactly when it is `read`. */
  readonly trouble: Trouble | null
}
