import { type FileHandle, open } from 'node:fs/promises'
import type { Trouble } from '../reading.ts'
import { failureOf } from '../walk.ts'
import type { Flow } from './bytes/flow.ts'
import { fileBlock, type RandomBytes, rangeFlow } from './bytes/random-bytes.ts'

/** A file on the disk (`bytes` is the length it had when it was found), bytes in memory, or bytes that arrive. */
export type Input =
  | { readonly path: string; readonly bytes: number }
  | { readonly memory: Uint8Array }
  | { readonly stream: AsyncIterable<Uint8Array> }

export interface OpenedFile {
  readonly random: RandomBytes
  readonly flow: Flow
  close(): Promise<void>
}

/**
 * Opens a file for reading only. The flow knows at its end whether the file changed since it was found. Trouble when
 * it cannot be opened.
 */
export async function openFile(path: string, bytes: number): Promise<OpenedFile | Trouble> {
  let file: FileHandle
  try {
    file = await open(path, 'r')
  } catch (cause) {
    return { ...failureOf(cause), offset: null, offsetIn: null }
  }
  try {
    const before = await file.stat()
    const random = fileBlock(file, before.size)
    const inOrder = rangeFlow(random, 0, before.size)
    let changed: Trouble | null = null
    let read = 0
    return {
      random,
      flow: {
        async next() {
          const piece = await inOrder.next()
          if (piece !== null) read += piece.length
          else if (changed === null && inOrder.trouble() === null) {
            const after = await file.stat()
            const isSame = after.size === bytes && read === bytes && after.mtimeMs === before.mtimeMs
            if (!isSame) changed = changedFile(bytes, after.size, read)
          }
          return piece
        },
        trouble: () => inOrder.trouble() ?? changed,
      },
      close: () => file.close(),
    }
  } catch (cause) {
    await file.close()
    return { ...failureOf(cause), offset: null, offsetIn: null }
  }
}

function changedFile(found: number, now: number, read: number): Trouble {
  const detail = `The file had ${found} bytes when it was found, has ${now} now, and ${read} were read.`
  return { reason: 'changed-while-reading', detail, offset: null, offsetIn: null }
}

/** Bytes that arrive, as a flow. */
export function streamFlow(stream: AsyncIterable<Uint8Array>): Flow & { close(): Promise<void> } {
  const source = stream[Symbol.asyncIterator]()
  let isOver = false
  return {
    async next() {
      while (!isOver) {
        const step = await source.next()
        if (step.done === true) isOver = true
        else if (step.value.length > 0) return step.value
      }
      return null
    },
    trouble: () => null,
    async close() {
      if (!isOver) await source.return?.()
      isOver = true
    },
  }
}
