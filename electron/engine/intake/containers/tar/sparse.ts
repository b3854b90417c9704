import type { Trouble } from '../../reading.ts'
import type { ByteWindow } from '../bytes/byte-window.ts'
import type { Flow } from '../bytes/flow.ts'
import type { PaxSparse } from './pax.ts'
import { BLOCK, size } from './tar-header.ts'

/** Where the data of a sparse file belongs; everything between is zero. */
export interface SparseMap {
  readonly realBytes: number
  readonly runs: readonly { readonly offset: number; readonly bytes: number }[]
  /** Bytes of the member that the map itself took. */
  readonly mapBytes: number
}

const MAX_RUNS = 1_000_000
const ZEROS = new Uint8Array(64 * 1024)

/** The map of the old GNU format: in the header, and in more blocks behind it. Null when it makes no sense. */
export async function readGnuMap(header: Uint8Array, window: ByteWindow): Promise<SparseMap | null> {
  const realBytes = size(header, 483)
  const pairs = takePairs(header, 386, 4)
  let goesOn = header[482] !== 0
  while (goesOn) {
    if (pairs.length > MAX_RUNS || !(await window.fill(BLOCK))) return null
    const block = window.view(BLOCK)
    pairs.push(...takePairs(block, 0, 21))
    goesOn = block[504] !== 0
    window.skip(BLOCK)
  }
  return checked(realBytes, pairs, 0)
}

/** The map of the pax formats; of the version 1.0 it stands in front of the data, padded to whole blocks. */
export async function readPaxMap(
  { major, realBytes, map }: PaxSparse,
  window: ByteWindow,
  memberBytes: number,
): Promise<SparseMap | null> {
  if (major === 0) return checked(realBytes, map, 0)
  if (major !== 1) return null
  const numbers: number[] = []
  let text = ''
  let mapBytes = 0
  while (numbers.length === 0 || numbers.length < 1 + 2 * (numbers[0] ?? 0)) {
    if ((numbers[0] ?? 0) > MAX_RUNS || mapBytes + BLOCK > memberBytes) return null
    if (!(await window.fill(BLOCK))) return null
    text += Buffer.from(window.view(BLOCK)).toString('latin1')
    window.skip(BLOCK)
    mapBytes += BLOCK
    const lines = text.split('\n')
    text = lines.pop() ?? ''
    for (const line of lines) if (/^\d{1,16}$/.test(line)) numbers.push(Number(line))
  }
  return checked(realBytes, numbers.slice(1, 1 + 2 * (numbers[0] ?? 0)), mapBytes)
}

/** The file as it was: data from `stored`, zeros between. */
export function sparseFlow(stored: Flow, { realBytes, runs }: SparseMap): Flow {
  let at = 0
  let index = 0
  let left = runs[0]?.bytes ?? 0
  let rest: Uint8Array = ZEROS.subarray(0, 0)
  let own: Trouble | null = null
  return {
    async next() {
      while (left === 0 && index < runs.length && at === endOf(runs[index])) {
        index += 1
        left = runs[index]?.bytes ?? 0
      }
      const run = runs[index]
      const hole = (run?.offset ?? realBytes) - at
      if (hole > 0) {
        const piece = ZEROS.subarray(0, hole)
        at += piece.length
        return piece
      }
      if (run === undefined || own !== null) return null
      if (rest.length === 0) rest = (await stored.next()) ?? rest
      if (rest.length === 0) {
        const detail = 'The data of a sparse file is shorter than its map.'
        own = stored.trouble() ?? { reason: 'container-corrupt', detail, offset: at, offsetIn: 'content' }
        return null
      }
      const piece = rest.subarray(0, left)
      rest = rest.subarray(piece.length)
      left -= piece.length
      at += piece.length
      return piece
    },
    trouble: () => own,
  }
}

function endOf(run: { readonly offset: number; readonly bytes: number } | undefined): number {
  return run === undefined ? -1 : run.offset + run.bytes
}

function takePairs(block: Uint8Array, from: number, count: number): number[] {
  const pairs: number[] = []
  for (let at = from; at < from + count * 24; at += 24) {
    if (block[at] === 0) break
    pairs.push(size(block, at) ?? Number.NaN, size(block, at + 12) ?? Number.NaN)
  }
  return pairs
}

function checked(realBytes: number | null, pairs: readonly number[], mapBytes: number): SparseMap | null {
  if (realBytes === null || !Number.isSafeInteger(realBytes) || pairs.length % 2 !== 0) return null
  const runs: { offset: number; bytes: number }[] = []
  let end = 0
  for (let index = 0; index < pairs.length; index += 2) {
    const offset = pairs[index] ?? Number.NaN
    const bytes = pairs[index + 1] ?? Number.NaN
    if (!(offset >= end) || !(bytes >= 0) || offset + bytes > realBytes) return null
    end = offset + bytes
    if (bytes > 0) runs.push({ offset, bytes })
  }
  return { realBytes, runs, mapBytes }
}
