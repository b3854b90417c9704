import { hash } from 'node:crypto'
import type { Trouble } from '../reading.ts'
import { type Flow, memoryFlow } from './bytes/flow.ts'
import type { Measure } from './bytes/metered.ts'
import type { TreePace } from './tree-pace.ts'
import type { LeafContent, Packing, Refused } from './visitor.ts'

/** A part of which nothing is read. */
export function refusedLeaf(name: string, refused: Refused, packed: Measure | null): LeafContent {
  return {
    name,
    packing: null,
    refused,
    memory: null,
    stored: null,
    unpacked: () => undefined,
    open: () => pieces(memoryFlow(new Uint8Array(0)), null),
    trouble: () => refused.trouble,
    packed: () => packed,
  }
}

/** How a part whose own bytes are in memory is unpacked. */
export interface HeldUnpacking {
  /** All at once; null when that is not possible, because it is large or damaged. */
  whole(own: Uint8Array): Uint8Array | null
  flow(own: Uint8Array): Flow
  onUnpacked(bytes: number): void
}

/** A leaf whose own bytes are in memory. A class, because there may be a million of them. */
export class HeldLeaf implements LeafContent {
  readonly name: string
  readonly packing: Packing | null
  readonly refused = null
  #own: Uint8Array | null
  readonly #ownTrouble: Trouble | null
  readonly #unpacking: HeldUnpacking
  readonly #pace: TreePace
  #measure: Measure | null = null
  #memory: Uint8Array | null | undefined
  #flow: Flow | null = null

  constructor(
    name: string,
    packing: Packing | null,
    own: { readonly memory: Uint8Array; readonly trouble: Trouble | null },
    unpacking: HeldUnpacking,
    pace: TreePace,
  ) {
    this.name = name
    this.packing = packing
    this.#own = own.memory
    this.#ownTrouble = own.trouble
    this.#unpacking = unpacking
    this.#pace = pace
  }

  get stored(): Uint8Array | null {
    return this.packing === 'zstd' ? null : this.#own
  }

  get memory(): Uint8Array | null {
    if (this.packing === null) return this.#own
    if (this.#memory === undefined)
      this.#memory = this.#own === null ? null : this.#unpacking.whole(this.#own)
    return this.#memory
  }

  unpacked(bytes: number): void {
    if (this.packing !== null) this.#unpacking.onUnpacked(bytes)
  }

  open(): AsyncIterable<Uint8Array> {
    const own = this.#own ?? new Uint8Array(0)
    this.#flow = this.packing === null ? memoryFlow(own) : this.#unpacking.flow(own)
    return pieces(this.#flow, this.#pace)
  }

  trouble(): Trouble | null {
    return this.#ownTrouble ?? this.#flow?.trouble() ?? null
  }

  packed(): Measure | null {
    const own = this.#own
    if (this.#measure === null && own !== null) {
      this.#measure = { bytes: own.length, sha256: hash('sha256', own, 'hex') }
    }
    return this.#measure
  }

  /** The bytes belong to somebody else from now on. */
  expire(): void {
    this.#own = null
    this.#memory = null
  }
}

/** A leaf that is pulled through its packing. */
export function flowingLeaf(
  name: string,
  packing: Packing | null,
  flow: Flow,
  packed: () => Measure | null,
  pace: TreePace,
): LeafContent {
  return {
    name,
    packing,
    refused: null,
    memory: null,
    stored: null,
    unpacked: () => undefined,
    open: () => pieces(flow, pace),
    trouble: () => flow.trouble(),
    packed,
  }
}

async function* pieces(flow: Flow, pace: TreePace | null): AsyncGenerator<Uint8Array> {
  for (let piece = await flow.next(); piece !== null; piece = await flow.next()) {
    yield piece
    await pace?.breathe()
  }
}
