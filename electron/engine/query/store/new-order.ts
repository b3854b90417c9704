type Values = Uint8Array | Uint16Array | Uint32Array | Float64Array

/**
 * How rows that arrived behind others that are in order find their places: those before `start` stay, between them and
 * the others stand the rows of `from`, and those from `end` to `arranged` follow as they were.
 */
export interface NewOrder {
  readonly start: number
  readonly end: number
  /** How many rows were in order before. */
  readonly arranged: number
  /** Where the rows stood that now stand from `start` on: those up to `end`, and all that arrived. */
  readonly from: Uint32Array
}

/** The values of rows in their new order; `to` has room for all of them. The old ones stay as they are. */
export function inNewOrder<A extends Values>(of: A, to: A, { start, end, arranged, from }: NewOrder): A {
  to.set(of.subarray(0, start))
  for (let at = 0; at < from.length; at += 1) to[start + at] = of[from[at] ?? 0] ?? 0
  to.set(of.subarray(end, arranged), start + from.length)
  return to
}
