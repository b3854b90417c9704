import { hash } from 'node:crypto'
import type { Trouble } from '../reading.ts'
import { type Flow, memoryFlow } from './bytes/flow.ts'
import type { Measure } from './bytes/metered.ts'
import type { TreePace } from './tree-pace.ts'
import type { LeafContent, Packing, Refused } from './visitor.ts'

/** A leaf and what ends its life: after that it hands out nothing more. */
export interface Leaf {
  readonly content: LeafContent
  expire(): void
}

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

export interface HeldLeaf {
  readonly name: string
  readonly packing: Packing | null
  /** The part's own bytes. */
  readonly own: Uint8Array
  /** Trouble that came with them. */
  readonly ownTrouble: Trouble | null
  /** Unpacks all at once; null when that is not possible, because it is large or damaged. */
  readonly unpackWhole: () => Uint8Array | null
  readonly openFlow: () => Flow
  readonly onUnpacked: (bytes: number) => void
  readonly pace: TreePace
}

/** A leaf whose own bytes are in memory. */
export function heldLeaf(held: HeldLeaf): Leaf {
  const { name, packing, own, ownTrouble } = held
  let measure: Measure | null = null
  let memory: Uint8Array | null | undefined
  let flow: Flow | null = null
  let isOver = false
  const content: LeafContent = {
    name,
    packing,
    refused: null,
    get memory() {
      if (memory === undefined) memory = isOver ? null : held.unpackWhole()
      return memory
    },
    stored: packing === 'zstd' ? null : own,
    unpacked: held.onUnpacked,
    open() {
      flow = held.openFlow()
      return pieces(flow, held.pace)
    },
    trouble: () => ownTrouble ?? flow?.trouble() ?? null,
    packed() {
      if (measure === null && !isOver) measure = { bytes: own.length, sha256: hash('sha256', own, 'hex') }
      return measure
    },
  }
  return {
    content,
    expire() {
      isOver = true
      memory = undefined
    },
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
    yield Uint8Array.from(piece)
    await pace?.breathe()
  }
}
