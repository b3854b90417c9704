import type { Trouble } from '../reading.ts'
import type { Budget } from './budget.ts'
import { drain, type Flow, memoryFlow, readHead, withHead } from './bytes/flow.ts'
import { type MeteredFlow, metered } from './bytes/metered.ts'
import { memoryBlock, type RandomBytes } from './bytes/random-bytes.ts'
import type { FlowingPart } from './flowing-part.ts'
import { flowingLeaf, HeldLeaf, type HeldUnpacking, refusedLeaf } from './leaf.ts'
import { readContainer } from './read-container.ts'
import { SNIFF_BYTES, sniff } from './sniff.ts'
import { sniffGzip } from './sniff-gzip.ts'
import { HELD_BYTES, type ReadPart, type Tree } from './tree.ts'
import type { TreeLimits } from './tree-limits.ts'
import { gunzipFlow } from './unpack/gunzip-flow.ts'
import { gunzipWhole } from './unpack/gunzip-whole.ts'
import type { Refused } from './visitor.ts'
import { zstdFlow } from './zstd/zstd-flow.ts'

/** Content of a held gzip that is still unpacked in one go. */
const MOST_AT_ONCE = 4 * HELD_BYTES

/** Finds out by its content what a part is and reads it, with everything inside it. */
export const readPart: ReadPart = async (tree, part, name, bytes, depth) => {
  if (tree.pace.isDue()) await tree.pace.breathe()
  if ('flow' in bytes) {
    return readFlowing(tree, part, name, metered(bytes.flow), bytes.random ?? null, depth)
  }
  if (await readHeld(tree, part, name, bytes)) return
  const { memory, trouble } = bytes
  const flow: Flow = { ...memoryFlow(memory), trouble: () => trouble }
  await readFlowing(tree, part, name, metered(flow), memoryBlock(memory), depth)
}

/** Plain content and gzip of it, without any stream. False when it is something else. */
async function readHeld(
  tree: Tree,
  part: number,
  name: string,
  own: { readonly memory: Uint8Array; readonly trouble: Trouble | null },
): Promise<boolean> {
  const { kind } = sniff(own.memory)
  const isGzip = kind === 'gzip' && sniffGzip(own.memory).kind === 'content'
  if (!isGzip && kind !== 'content') return false
  const leaf = new HeldLeaf(name, isGzip ? 'gzip' : null, own, tree.gunzip, tree.pace)
  try {
    await tree.visitor.leaf(part, leaf)
  } finally {
    leaf.expire()
  }
  return true
}

/** How the gzip members of a tree are unpacked that are held in memory. */
export function heldGunzip(limits: TreeLimits, budget: Budget): HeldUnpacking {
  const most = Math.min(MOST_AT_ONCE, limits.maxContentBytes, limits.ratioFromBytes)
  return {
    whole(own) {
      const content = gunzipWhole(own, most)
      if (content !== null) budget.unpacked(content.length)
      return content
    },
    flow: (own) => gunzipFlow(memoryFlow(own), { limits, budget }),
    onUnpacked: (bytes) => {
      budget.unpacked(bytes)
    },
  }
}

async function readFlowing(
  tree: Tree,
  part: number,
  name: string,
  own: MeteredFlow,
  random: RandomBytes | null,
  depth: number,
): Promise<void> {
  const head = await readHead(own, SNIFF_BYTES)
  const stored: FlowingPart = {
    part,
    name,
    depth,
    own,
    random,
    packing: null,
    unpacked: null,
    flow: withHead(head, own),
  }
  const { kind } = sniff(head)
  if (kind !== 'gzip' && kind !== 'zstd') return readSniffed(tree, stored, head)
  const unpacked = (kind === 'gzip' ? gunzipFlow : zstdFlow)(stored.flow, tree)
  try {
    const inside = await readHead(unpacked, SNIFF_BYTES)
    const flow = withHead(inside, unpacked)
    await readSniffed(tree, { ...stored, random: null, packing: kind, unpacked, flow }, inside)
  } finally {
    unpacked.close()
  }
}

/** Reads a part whose packing, if it has one, was taken off. */
async function readSniffed(tree: Tree, sniffed: FlowingPart, head: Uint8Array): Promise<void> {
  const { part, name, packing, flow, own } = sniffed
  const what = sniff(head)
  if (what.kind === 'content') {
    return tree.visitor.leaf(part, flowingLeaf(name, packing, flow, own.measure, tree.pace))
  }
  if (what.kind !== 'unsupported') return readContainer(tree, sniffed, what.kind, readPart)
  // It is hashed all the same.
  await drain(flow)
  const trouble: Trouble = {
    reason: 'container-not-supported',
    detail: `${what.what}; this kind of file is not read.`,
    offset: null,
    offsetIn: null,
  }
  const refused: Refused = { status: 'skipped', trouble: flow.trouble() ?? trouble }
  await tree.visitor.leaf(part, refusedLeaf(name, refused, own.measure()))
}
