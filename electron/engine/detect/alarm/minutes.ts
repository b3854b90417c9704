/** One minute with matches: its number since 1970 and how many fell into it. */
export interface BusyMinute {
  readonly minute: number
  readonly count: number
}

/** The minutes that have matches, in order. `times` are whole seconds, sorted. */
export function busyMinutes(times: ArrayLike<number>): BusyMinute[] {
  const busy: { minute: number; count: number }[] = []
  for (let index = 0; index < times.length; index += 1) {
    const minute = Math.floor((times[index] ?? 0) / 60)
    const last = busy.at(-1)
    if (last?.minute === minute) last.count += 1
    else busy.push({ minute, count: 1 })
  }
  return busy
}

/** The first index at which `times` is not less than `seconds`. */
export function firstAtOrAfter(times: ArrayLike<number>, seconds: number): number {
  let low = 0
  let high = times.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((times[middle] ?? 0) < seconds) low = middle + 1
    else high = middle
  }
  return low
}

/** Minute edges, from first to last, both included. An edge is the number of the minute that begins there. */
export interface EdgeRange {
  readonly first: number
  readonly last: number
}

/**
 * The edges at which an evaluation that looks back `span` minutes can differ from one without any match: from the end
 * of a busy minute to the first edge that no longer sees it. Ranges that touch are one.
 */
export function activeEdges(busy: readonly BusyMinute[], span: number): EdgeRange[] {
  const ranges: { first: number; last: number }[] = []
  for (const { minute } of busy) {
    const first = minute + 1
    const last = minute + span + 1
    const open = ranges.at(-1)
    if (open !== undefined && first <= open.last + 1) open.last = last
    else ranges.push({ first, last })
  }
  return ranges
}
