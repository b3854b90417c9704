import { firstFrom } from './ascending.ts'
import type { Arrivals } from './new-order.ts'
import type { RowTable } from './row-table.ts'

/** With more arrivals than one for so many rows, it is quicker to ask for the order of all rows. */
const ROWS_PER_ARRIVAL = 4
/** The same with more questions for the order at one time. */
const ROWS_PER_QUESTION = 25

/**
 * Where the rows that arrived belong among those that are in order, `dated` of which have a time. The times tell, and
 * where several rows have the same, `idsAt`: the ids of all rows with a time, in order. Null where it is quicker to ask
 * for the order of all rows, where an arrival has no time, and where somebody else has changed the case meanwhile.
 */
export function orderOfArrivals(
  { arranged, size, times, placeOf }: Pick<RowTable<string>, 'arranged' | 'size' | 'times' | 'placeOf'>,
  dated: number,
  idsAt: (time: number) => readonly number[],
): Arrivals | null {
  const count = size - arranged
  if (count * ROWS_PER_ARRIVAL > arranged) return null
  const from = Uint32Array.from({ length: count }, (_, at) => arranged + at)
  const timeOf = (place = -1) => times[place] ?? Number.NaN
  if (from.some((place) => Number.isNaN(timeOf(place)))) return null
  from.sort((a, b) => timeOf(a) - timeOf(b))

  const before = new Uint32Array(count)
  let questions = 0
  for (let at = 0; at < count; ) {
    const time = timeOf(from[at])
    let end = at + 1
    while (timeOf(from[end]) === time) end += 1
    let place = firstFrom(times, dated, time)
    const isAlone = end === at + 1 && (place === dated || times[place] !== time)
    if (!isAlone) questions += 1
    if (questions * ROWS_PER_QUESTION > arranged) return null
    for (const stands of isAlone ? from.slice(at, end) : idsAt(time).map(placeOf)) {
      if (stands === -1) return null
      if (stands < arranged) place += 1
      else if (at === end) return null
      else {
        before[at] = place
        from[at] = stands
        at += 1
      }
    }
    if (at !== end) return null
  }
  return { arranged, before, from }
}
