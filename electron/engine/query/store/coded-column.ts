import { type Arrivals, inNewOrder, moveIn } from './new-order.ts'

type Codes = Uint8Array | Uint16Array | Uint32Array

/**
 * The values of one column, each kept once: `codes` has one code per row, `values` what a code stands for. Code 0 is
 * "no value".
 */
export interface CodedColumn {
  readonly codes: Codes
  readonly values: readonly (string | null)[]
  /** How many rows have each code; behind the last code there may be room. */
  readonly counts: Uint32Array
  /** The code of a value, or undefined when no row ever had it. */
  codeOf(value: string | null): number | undefined
}

/** A column that is being filled. It takes the least room its values allow. */
export interface GrowingColumn extends CodedColumn {
  /** The value of a row that had none. */
  add(row: number, value: string | null): void
  /** Another value for a row. */
  replace(row: number, value: string | null): void
  arrange(from: Uint32Array): void
  moveIn(arrivals: Arrivals): void
}

export function growingColumn(): GrowingColumn {
  const values: (string | null)[] = [null]
  const known = new Map<string, number>()
  let codes: Codes = new Uint8Array(1024)
  let counts = new Uint32Array(64)

  function roomFor(row: number): void {
    if (row < codes.length) return
    codes = copied(codes, Math.max(row + 1, Math.ceil(codes.length * 1.25)), codes.BYTES_PER_ELEMENT)
  }

  function codeFor(value: string | null): number {
    if (value === null) return 0
    const code = known.get(value)
    if (code !== undefined) return code
    const next = values.length
    values.push(value)
    known.set(value, next)
    if (next >= counts.length) {
      const more = new Uint32Array(Math.ceil(counts.length * 1.5))
      more.set(counts)
      counts = more
    }
    if (next === 0x100) codes = copied(codes, codes.length, 2)
    else if (next === 0x10000) codes = copied(codes, codes.length, 4)
    return next
  }

  function write(row: number, value: string | null): void {
    const code = codeFor(value)
    codes[row] = code
    counts[code] = (counts[code] ?? 0) + 1
  }

  return {
    get codes() {
      return codes
    },
    values,
    get counts() {
      return counts
    },
    codeOf: (value) => (value === null ? 0 : known.get(value)),
    add(row, value) {
      roomFor(row)
      write(row, value)
    },
    replace(row, value) {
      const old = codes[row] ?? 0
      counts[old] = (counts[old] ?? 0) - 1
      write(row, value)
    },
    arrange(from) {
      codes = inNewOrder(codes, room(from.length, codes.BYTES_PER_ELEMENT), from)
    },
    moveIn(arrivals) {
      moveIn(codes, arrivals)
    },
  }
}

function copied(from: Codes, length: number, bytes: number): Codes {
  const to = room(length, bytes)
  to.set(from)
  return to
}

function room(length: number, bytes: number): Codes {
  if (bytes === 1) return new Uint8Array(length)
  return bytes === 2 ? new Uint16Array(length) : new Uint32Array(length)
}
