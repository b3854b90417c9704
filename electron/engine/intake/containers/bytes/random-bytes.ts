import type { FileHandle } from 'node:fs/promises'
import type { Trouble } from '../../reading.ts'
import { failureOf } from '../../walk.ts'
import type { Flow } from './flow.ts'

const PIECE = 1024 * 1024

/** Bytes that can be read in any order. */
export interface RandomBytes {
  readonly bytes: number
  /** Fills the target from `at` on; returns how many bytes there were. Rejects with the error of the file system. */
  read(at: number, target: Uint8Array): Promise<number>
}

export function memoryBlock(memory: Uint8Array): RandomBytes {
  return {
    bytes: memory.length,
    async read(at, target) {
      const piece = memory.subarray(at, at + target.length)
      target.set(piece)
      return piece.length
    },
  }
}

export function fileBlock(file: FileHandle, bytes: number): RandomBytes {
  return {
    bytes,
    async read(at, target) {
      let filled = 0
      while (filled < target.length) {
        const { bytesRead } = await file.read(target, filled, target.length - filled, at + filled)
        if (bytesRead === 0) break
        filled += bytesRead
      }
      return filled
    },
  }
}

/** The bytes from `from` up to `to` in order, in large pieces; one piece is read ahead. */
export function rangeFlow(source: RandomBytes, from: number, to: number): Flow {
  let at = from
  let trouble: Trouble | null = null
  const rooms = [new Uint8Array(0), new Uint8Array(0)]
  let turn = 0
  let ahead: Promise<Uint8Array | Trouble> | null = null

  async function read(): Promise<Uint8Array | Trouble> {
    const length = Math.min(PIECE, to - at)
    turn = 1 - turn
    let room = rooms[turn] ?? new Uint8Array(0)
    if (room.length < length) {
      room = Buffer.allocUnsafeSlow(length)
      rooms[turn] = room
    }
    try {
      const count = await source.read(at, room.subarray(0, length))
      at += count
      if (count < length) to = at
      return room.subarray(0, count)
    } catch (cause) {
      return { ...failureOf(cause), offset: at, offsetIn: 'file' }
    }
  }

  return {
    async next() {
      if (trouble !== null || (ahead === null && at >= to)) return null
      const answer = await (ahead ?? read())
      ahead = null
      if (!(answer instanceof Uint8Array)) {
        trouble = answer
        return null
      }
      if (answer.length === 0) return null
      if (at < to) ahead = read()
      return answer
    },
    trouble: () => trouble,
  }
}
