import type { Trouble } from '../reading.ts'
import { createBudget } from './budget.ts'
import { type Flow, readHead } from './bytes/flow.ts'
import { type Input, openFile, streamFlow } from './input.ts'
import { refusedLeaf } from './leaf.ts'
import { heldGunzip, readPart } from './read-part.ts'
import { createScratch, type Scratch } from './scratch.ts'
import { HELD_BYTES, type PartBytes, type Tree } from './tree.ts'
import type { TreeLimits } from './tree-limits.ts'
import { createTreePace } from './tree-pace.ts'
import type { TreeVisitor } from './visitor.ts'

export type { Input } from './input.ts'
export type { ContainerEnd, LeafContent, TreeVisitor } from './visitor.ts'

/**
 * Reads one file with everything inside it, containers in containers included, and tells the visitor part by part.
 * Trouble with the file or a member is told, never thrown; rejects with the reason of `signal` when that is raised,
 * and with what the visitor throws. Nothing is written but scratch files for large zips inside other containers,
 * which are gone when this resolves or rejects.
 */
export async function readTree(
  input: Input,
  name: string,
  limits: TreeLimits,
  visitor: TreeVisitor,
  signal: AbortSignal,
  scratch: Scratch = createScratch(),
): Promise<void> {
  const pace = createTreePace(signal)
  const opened = await openInput(input)
  const bytes = sizeOf(input)
  const budget = createBudget(limits, bytes)
  const tree: Tree = { visitor, limits, budget, scratch, pace, signal, gunzip: heldGunzip(limits, budget) }
  try {
    if ('trouble' in opened) {
      const refused = { status: 'failed', trouble: opened.trouble } as const
      await visitor.leaf(0, refusedLeaf(name, refused, null))
      return
    }
    await readPart(tree, 0, name, await firstBytes(opened.source, tree), 0)
  } finally {
    await scratch.close()
    await opened.close()
  }
}

type Opened =
  | { readonly source: PartBytes; close(): Promise<void> }
  | { readonly trouble: Trouble; close(): Promise<void> }

async function openInput(input: Input): Promise<Opened> {
  const nothing = async () => undefined
  if ('memory' in input) return { source: { memory: input.memory, trouble: null }, close: nothing }
  if ('stream' in input) {
    const flow = streamFlow(input.stream)
    return { source: { flow }, close: () => flow.close() }
  }
  const file = await openFile(input.path, input.bytes)
  if ('reason' in file) return { trouble: file, close: nothing }
  const { flow, random } = file
  return { source: { flow, random }, close: () => file.close() }
}

function sizeOf(input: Input): number | null {
  if ('memory' in input) return input.memory.length
  return 'path' in input ? input.bytes : null
}

/** A small file is taken into memory; of the others every piece that is read counts, and lets others have a turn. */
async function firstBytes(source: PartBytes, { budget, pace, visitor }: Tree): Promise<PartBytes> {
  if (!('flow' in source)) return source
  const { flow, random } = source
  if (random !== undefined && random.bytes <= HELD_BYTES) {
    const memory = await readHead(flow, random.bytes + 1)
    return { memory, trouble: flow.trouble() }
  }
  let bytes = 0
  const paced: Flow = {
    async next() {
      await pace.breathe()
      const piece = await flow.next()
      if (piece === null) return null
      budget.read(piece.length)
      bytes += piece.length
      visitor.read?.(bytes)
      return piece
    },
    trouble: () => flow.trouble(),
  }
  return random === undefined ? { flow: paced } : { flow: paced, random }
}
