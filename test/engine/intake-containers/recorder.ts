import { createHash } from 'node:crypto'
import {
  type ContainerEnd,
  type Input,
  type LeafContent,
  readTree,
} from '../../../electron/engine/intake/containers/read-tree.ts'
import type { Scratch } from '../../../electron/engine/intake/containers/scratch.ts'
import {
  DEFAULT_TREE_LIMITS,
  type TreeLimits,
} from '../../../electron/engine/intake/containers/tree-limits.ts'
import type { SourceReason } from '../../../shared/domain/source.ts'

/** What was told about one part. */
export interface Recorded {
  readonly part: number
  /** Names from the outermost container inwards. */
  readonly path: string
  readonly statedBytes: number | null
  readonly text: string | null
  readonly packing: LeafContent['packing']
  readonly refused: LeafContent['refused']
  readonly packed: ReturnType<LeafContent['packed']>
  readonly reason: SourceReason | null
  readonly end: ContainerEnd | null
}

export interface Recording {
  readonly parts: readonly Recorded[]
  /** Content by path, of all leaves that were read. */
  readonly texts: Readonly<Record<string, string>>
  /** Reason of trouble by path, of all parts that have one. */
  readonly reasons: Readonly<Record<string, SourceReason>>
  at(path: string): Recorded
}

export interface RecordOptions {
  readonly limits?: Partial<TreeLimits>
  readonly signal?: AbortSignal
  readonly scratch?: Scratch
  /** How the content of leaves is taken. `open` is the way that always works. */
  readonly via?: 'open' | 'memory'
  readonly onLeaf?: (path: string, content: LeafContent) => void
}

/** Reads everything in a file and checks that every part that was begun ended once. */
export async function record(input: Input | Uint8Array, options: RecordOptions = {}): Promise<Recording> {
  const { limits = {}, signal = new AbortController().signal, via = 'open', onLeaf } = options
  const parts: Recorded[] = []
  const begun = new Map<number, { path: string; parent: number; statedBytes: number | null }>()
  begun.set(0, { path: '', parent: -1, statedBytes: null })
  const ended = new Set<number>()
  const finish = (part: number, told: Omit<Recorded, 'part' | 'path' | 'statedBytes'>) => {
    const known = begun.get(part)
    if (known === undefined || ended.has(part)) throw new Error(`Part ${part} was not begun, or ended twice.`)
    ended.add(part)
    parts.push({ part, path: known.path, statedBytes: known.statedBytes, ...told })
  }
  await readTree(
    input instanceof Uint8Array ? { memory: input } : input,
    'file',
    { ...DEFAULT_TREE_LIMITS, ...limits },
    {
      begin(parent, name, { bytes }) {
        const outer = begun.get(parent)
        if (outer === undefined || ended.has(parent)) throw new Error(`The parent ${parent} is not open.`)
        const part = begun.size
        begun.set(part, {
          path: outer.path === '' ? name : `${outer.path}>${name}`,
          parent,
          statedBytes: bytes,
        })
        return part
      },
      async leaf(part, content) {
        onLeaf?.(begun.get(part)?.path ?? '', content)
        const pieces: Uint8Array[] = []
        const memory = via === 'memory' ? content.memory : null
        if (memory !== null) pieces.push(Uint8Array.from(memory))
        else for await (const piece of content.open()) pieces.push(new Uint8Array(piece))
        const { packing, refused } = content
        finish(part, {
          text: refused === null ? Buffer.concat(pieces).toString('latin1') : null,
          packing,
          refused,
          packed: content.packed(),
          reason: content.trouble()?.reason ?? null,
          end: null,
        })
      },
      container(part, end) {
        const nothing = { text: null, packing: null, refused: null, packed: null }
        finish(part, { ...nothing, reason: end.trouble?.reason ?? null, end })
      },
    },
    signal,
    ...(options.scratch === undefined ? [] : [options.scratch]),
  )
  if (ended.size !== begun.size) throw new Error('A part was begun and did not end.')
  const texts = parts.flatMap(({ path, text }) => (text === null ? [] : [[path, text] as const]))
  const reasons = parts.flatMap(({ path, reason }) => (reason === null ? [] : [[path, reason] as const]))
  return {
    parts,
    texts: Object.fromEntries(texts),
    reasons: Object.fromEntries(reasons),
    at(path) {
      const found = parts.find((part) => part.path === path)
      if (found === undefined) throw new Error(`No part ${path}; there are ${parts.map((part) => part.path)}`)
      return found
    },
  }
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
