import { type FileHandle, mkdtemp, open, rm, unlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Trouble } from '../reading.ts'
import { failureOf } from '../walk.ts'
import type { Flow } from './bytes/flow.ts'
import { fileBlock, memoryBlock, type RandomBytes } from './bytes/random-bytes.ts'

const MIB = 1024 * 1024

/** Bytes that were kept so that they can be read in any order. */
export interface Kept extends RandomBytes {
  release(): Promise<void>
}

/** Keeps the content of flows for as long as it is needed. */
export interface Scratch {
  /** Reads the flow to its end. Trouble when there is no room; trouble of the flow itself is left to the caller. */
  keep(flow: Flow): Promise<Kept | Trouble>
  /** Removes everything. */
  close(): Promise<void>
}

export interface ScratchOptions {
  /** Up to this size in memory, one at a time and all together; beyond that in a file. */
  readonly eachInMemory?: number
  readonly allInMemory?: number
}

/**
 * Small content stays in memory. The rest goes into files in a fresh folder of the system's temporary folder, which
 * only this user may enter. Where the system allows it a file has lost its name before the first byte is written,
 * so that nothing stays behind even when the program is killed. Names from containers are never used.
 */
export function createScratch({
  eachInMemory = 32 * MIB,
  allInMemory = 64 * MIB,
}: ScratchOptions = {}): Scratch {
  let folder: string | null = null
  let inMemory = 0
  let files = 0
  const held: Set<Kept> = new Set()

  async function openFile(): Promise<FileHandle> {
    folder ??= await mkdtemp(join(tmpdir(), 'trailcase-'))
    files += 1
    const path = join(folder, String(files))
    const file = await open(path, 'wx+', 0o600)
    await unlink(path).catch(() => {
      // Not while it is open, on some systems; the folder is removed as a whole at the end.
    })
    return file
  }

  function keepInMemory(pieces: readonly Uint8Array[], bytes: number): Kept {
    let block: RandomBytes = memoryBlock(Buffer.concat(pieces))
    inMemory += bytes
    const kept: Kept = {
      bytes,
      read: (at, target) => block.read(at, target),
      async release() {
        if (!held.delete(kept)) return
        inMemory -= bytes
        block = memoryBlock(new Uint8Array(0))
      },
    }
    held.add(kept)
    return kept
  }

  async function keepInFile(first: readonly Uint8Array[], flow: Flow): Promise<Kept> {
    const file = await openFile()
    let bytes = 0
    const kept: Kept = {
      get bytes() {
        return bytes
      },
      read: (at, target) => fileBlock(file, bytes).read(at, target),
      async release() {
        if (held.delete(kept)) await file.close()
      },
    }
    held.add(kept)
    try {
      for (const piece of first) bytes += await writeAll(file, piece, bytes)
      for (let piece = await flow.next(); piece !== null; piece = await flow.next()) {
        bytes += await writeAll(file, piece, bytes)
      }
    } catch (cause) {
      await kept.release()
      throw cause
    }
    return kept
  }

  return {
    async keep(flow) {
      const pieces: Uint8Array[] = []
      let bytes = 0
      for (let piece = await flow.next(); piece !== null; piece = await flow.next()) {
        pieces.push(new Uint8Array(piece))
        bytes += piece.length
        if (bytes <= eachInMemory && inMemory + bytes <= allInMemory) continue
        try {
          return await keepInFile(pieces, flow)
        } catch (cause) {
          if (!isFileError(cause)) throw cause
          return { reason: 'scratch-failed', detail: failureOf(cause).detail, offset: null, offsetIn: null }
        }
      }
      return keepInMemory(pieces, bytes)
    },
    async close() {
      for (const kept of [...held]) await kept.release()
      if (folder !== null) await rm(folder, { recursive: true, force: true })
      folder = null
    },
  }
}

async function writeAll(file: FileHandle, piece: Uint8Array, at: number): Promise<number> {
  let written = 0
  while (written < piece.length) {
    const { bytesWritten } = await file.write(piece, written, piece.length - written, at + written)
    written += bytesWritten
  }
  return piece.length
}

/** An error of the file system, and not the stop that was asked for. */
function isFileError(cause: unknown): boolean {
  return cause instanceof Error && 'syscall' in cause
}
