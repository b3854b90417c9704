import { inNewOrder, type NewOrder } from './new-order.ts'

type Codes = Uint8Array | Uint16Array | Uint32Array

/**
 * The values of one column, each kept once: `codes` has one code per row, `values` what a code stands for. Code 0 is
 * "no value".
 */
export interface CodedColumn {
  readonly codes: Codes
  readonly values: readonly (string | null)[]
  /** The code of a value, or undefined when no row ever had it. */
  codeOf(value: string | null): number | undefined
}

/** A column that is being filled. It takes the least room its values allow. */
export interface GrowingColumn extends CodedColumn {
  set(row: number, value: string | null): void
  /** Puts the values of so many rows in a new order. */
  arrange(order: NewOrder, size: number): void
}

export function growingColumn(): GrowingColumn {
  const values: (string | null)[] = [null]
  const known = new Map<string, number>()
  let codes: Codes = new Uint8Array(1024)

  function roomFor(row: number): void {
    if (row < codes.length) return
    codes = copied(codes, Math.max(row + 1, Math.ceil(codes.length * 1.5)), codes.BYTES_PER_ELEMENT)
  }

  function codeFor(value: string | null): number {
    if (value === null) return 0
    const code = known.get(value)
    if (code !== undefined) return code
    const next = values.length
    values.push(value)
    known.set(value, next)
    if (next === 0x100) codes = copied(codes, codes.length, 2)
    else if (next === 0x10000) codes = copied(codes, codes.length, 4)
    return next
  }

  return {
    get codes() {
      return codes
    },
    values,
    codeOf: (value) => (value === null ? 0 : known.get(value)),
    arrange(order, size) {
      codes = inNewOrder(codes, room(size, codes.BYTES_PER_ELEMENT), order)
    },
    set(row, value) {
      const code = codeFor(value)
      roomFor(row)
      codes[row] = code
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
