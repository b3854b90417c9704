type Values = Uint8Array | Uint16Array | Uint32Array | Float64Array

/** Rows that arrived behind others that are in order, and belong among them. */
export interface Arrivals {
  /** How many rows are in order. */
  readonly arranged: number
  /** Per arrival, in their order: the place, among the rows in order, of the one that it stands before; ascending. */
  readonly before: Uint32Array
  /** Where each of them stands now. */
  readonly from: Uint32Array
}

/** The values of rows in an order in which the first is the one that stood at `from[0]`. */
export function inNewOrder<A extends Values>(of: A, to: A, from: Uint32Array): A {
  for (let at = 0; at < from.length; at += 1) to[at] = of[from[at] ?? 0] ?? 0
  return to
}

/**
 * Moves arrivals to their places. In place, and in stretches: a large case has dozens of columns of megabytes, and an
 * import that is watched moves rows in many times a minute.
 */
export function moveIn(values: Values, { arranged, before, from }: Arrivals): void {
  // What is written may stand where an arrival stood.
  const own = Float64Array.from(from, (place) => values[place] ?? 0)
  let end = arranged
  for (let at = own.length - 1; at >= 0; at -= 1) {
    const start = before[at] ?? 0
    // As many arrivals stand before these rows as up to here.
    if (end > start) values.copyWithin(start + at + 1, start, end)
    values[start + at] = own[at] ?? 0
    end = start
  }
}
