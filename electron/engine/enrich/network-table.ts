import type { IpAddress } from '../../../shared/domain/ip-address.ts'
import { cellsOf } from '../intake/formats/csv-columns.ts'
import { rowAt } from '../intake/formats/csv-rows.ts'

/** Who announces a network. */
export interface Network {
  readonly number: number
  readonly name: string | null
}

/**
 * Finds the network of an address in a table of CSV lines `first,last,number,name`, with addresses as decimal numbers,
 * sorted, ranges apart from each other. The bytes are searched as they are: halving 400,000 lines takes twenty looks,
 * and nothing has to be parsed beforehand. Null when no line covers the address.
 */
export function networkIn(table: Uint8Array, { value }: IpAddress): Network | null {
  const bytes = Buffer.from(table.buffer, table.byteOffset, table.length)
  // The line wanted, if any, begins in low..high.
  let low = 0
  let high = bytes.length
  while (low < high) {
    const start = lineStart(bytes, low, (low + high) >> 1)
    const end = lineEnd(bytes, start)
    const line = bytes.subarray(start, end)
    const comma = line.indexOf(0x2c)
    const second = line.indexOf(0x2c, comma + 1)
    const first = numberOf(line.toString('latin1', 0, comma))
    const last = numberOf(line.toString('latin1', comma + 1, second))
    if (first === null || last === null) return null
    if (value < first) high = start
    else if (value > last) low = end + 1
    else return networkOf(line)
  }
  return null
}

function lineStart(bytes: Buffer, low: number, at: number): number {
  const newline = at === 0 ? -1 : bytes.lastIndexOf(0x0a, at - 1)
  return Math.max(low, newline + 1)
}

function lineEnd(bytes: Buffer, start: number): number {
  const newline = bytes.indexOf(0x0a, start)
  return newline === -1 ? bytes.length : newline
}

function numberOf(text: string): bigint | null {
  return /^\d+$/.test(text) ? BigInt(text) : null
}

function networkOf(line: Buffer): Network | null {
  const row = rowAt(line, 0, true)
  if (row === null || row.damage !== null) return null
  const [, , number, name] = cellsOf(line, row)
  const parsed = Number(number)
  return number === null || !Number.isSafeInteger(parsed) ? null : { number: parsed, name: name || null }
}
