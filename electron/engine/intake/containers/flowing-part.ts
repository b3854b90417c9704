import type { Flow } from './bytes/flow.ts'
import type { MeteredFlow } from './bytes/metered.ts'
import type { RandomBytes } from './bytes/random-bytes.ts'
import type { UnpackedFlow } from './unpack/unpacked.ts'
import type { Packing } from './visitor.ts'

/** A part that is being pulled. `own` are its own bytes, `flow` what is to be read now: the same, or unpacked. */
export interface FlowingPart {
  readonly part: number
  readonly name: string
  readonly depth: number
  readonly own: MeteredFlow
  readonly random: RandomBytes | null
  readonly packing: Packing | null
  readonly unpacked: UnpackedFlow | null
  readonly flow: Flow
}
