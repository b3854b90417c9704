import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { createFastReader } from '../../../electron/engine/intake/fast/reader.ts'
import type { FastReader, FastReading, FastRequest } from '../../../electron/engine/intake/fast/reading.ts'
import { DEFAULT_LIMITS, type IntakeLimits } from '../../../electron/engine/intake/limits.ts'

const KIB = 1024

/** The usual windows, and the smallest ones, in which everything has to be moved and read on all the time. */
export const READERS: readonly (readonly [string, FastReader])[] = [
  ['usual windows', createFastReader()],
  ['small windows', createFastReader({ window: 72 * KIB, inputWindow: 4 * KIB })],
]

export interface Seen {
  readonly recordNumber: number
  readonly byteStart: number
  readonly byteEnd: number
  readonly text: string
}

export interface Outcome {
  readonly reading: FastReading
  readonly seen: readonly Seen[]
}

const folder = mkdtempSync(join(tmpdir(), 'trailcase-fast-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
export const path = join(folder, 'file')

/** Writes the bytes to a file and reads it. */
export function readBytes(
  reader: FastReader,
  bytes: Uint8Array,
  limits: Partial<IntakeLimits> = {},
  request: Partial<FastRequest> = {},
): Outcome {
  writeFileSync(path, bytes)
  const seen: Seen[] = []
  const whole = { hashContent: true, ...request, limits: { ...DEFAULT_LIMITS, ...limits } }
  const reading = reader.read(path, whole, ({ recordNumber, byteStart, byteEnd, bytes }) => {
    seen.push({ recordNumber, byteStart, byteEnd, text: Buffer.from(bytes).toString() })
  })
  return { reading, seen }
}
