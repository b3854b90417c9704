import type { ByteWindow } from '../bytes/byte-window.ts'
import type { RandomBytes } from '../bytes/random-bytes.ts'
import type { Members } from '../members.ts'
import type { ReadPart, Tree } from '../tree.ts'
import type { Findings } from './findings.ts'

/** The reading of one zip. */
export interface ZipRun {
  readonly tree: Tree
  /** All of its bytes, for what stands at the end. */
  readonly source: RandomBytes
  /** The same bytes in order. */
  readonly window: ByteWindow
  readonly members: Members
  readonly findings: Findings
  /** Containers around its members, itself included. */
  readonly depth: number
  readonly readPart: ReadPart
}
