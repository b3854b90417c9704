/** Rows of a view as `[start, end)`, in order, without overlap and without neighbours that touch. */
export type RowRanges = readonly (readonly [number, number])[]

export const NO_ROWS: RowRanges = []

/** Rows that are in one or the other. */
export function withRows(ranges: RowRanges, more: RowRanges): RowRanges {
  const sorted = [...ranges, ...more].filter(([start, end]) => end > start).sort((a, b) => a[0] - b[0])
  const joined: [number, number][] = []
  for (const [start, end] of sorted) {
    const last = joined.at(-1)
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end)
    else joined.push([start, end])
  }
  return joined
}

/** Rows that are in the first and not in the second. */
export function withoutRows(ranges: RowRanges, less: RowRanges): RowRanges {
  const holes = withRows([], less)
  return ranges.flatMap(([start, end]) => {
    const left: [number, number][] = []
    let from = start
    for (const [holeStart, holeEnd] of holes) {
      if (holeEnd <= from || holeStart >= end) continue
      if (holeStart > from) left.push([from, holeStart])
      from = Math.max(from, holeEnd)
    }
    if (from < end) left.push([from, end])
    return left
  })
}

export function hasRow(ranges: RowRanges, index: number): boolean {
  let low = 0
  let high = ranges.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ranges[middle]?.[1] ?? 0) <= index) low = middle + 1
    else high = middle
  }
  return (ranges[low]?.[0] ?? Number.POSITIVE_INFINITY) <= index
}

export function countRows(ranges: RowRanges): number {
  return ranges.reduce((sum, [start, end]) => sum + end - start, 0)
}

/** True when every row of the second is in the first. */
export function hasAllRows(ranges: RowRanges, wanted: RowRanges): boolean {
  return withoutRows(wanted, ranges).length === 0
}
