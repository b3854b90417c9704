import type { Trouble } from '../reading.ts'
import type { Budget } from './budget.ts'
import type { Flow } from './bytes/flow.ts'
import type { RandomBytes } from './bytes/random-bytes.ts'
import type { HeldUnpacking } from './leaf.ts'
import type { Scratch } from './scratch.ts'
import type { TreeLimits } from './tree-limits.ts'
import type { TreePace } from './tree-pace.ts'
import type { TreeVisitor } from './visitor.ts'

/** What everything that reads inside one file shares. */
export interface Tree {
  readonly visitor: TreeVisitor
  readonly limits: TreeLimits
  readonly budget: Budget
  readonly scratch: Scratch
  readonly pace: TreePace
  readonly signal: AbortSignal
  readonly gunzip: HeldUnpacking
}

/** The own bytes of a part: at hand, or to be pulled; `random` when they can be read in any order as well. */
export type PartBytes =
  | { readonly memory: Uint8Array; readonly trouble: Trouble | null }
  | { readonly flow: Flow; readonly random?: RandomBytes }

/** Reads one part that has been begun, `depth` containers deep. */
export type ReadPart = (
  tree: Tree,
  part: number,
  name: string,
  bytes: PartBytes,
  depth: number,
) => Promise<void>

/** Members up to this size are held in memory as a whole; larger ones are streamed. */
export const HELD_BYTES = 8 * 1024 * 1024
