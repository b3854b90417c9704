import type { GapCause } from '../../../../shared/domain/trail-change.ts'

/** So many records are named at one gap; how many more there are is said. */
const NAMED = 12

/** Where the row of a changed trail stands; `id` is its number in the case. */
export function changeAnchor(id: number): string {
  return `change-${id}`
}

/** The records that are named at a gap, in order of time. Those that stopped something are never left out for others. */
export function namedCauses({ changes }: GapCause): GapCause['changes'] {
  if (changes.length <= NAMED) return changes
  const first = [...changes].sort((a, b) => Number(b.role === 'stops') - Number(a.role === 'stops'))
  const named = new Set(first.slice(0, NAMED))
  return changes.filter((change) => named.has(change))
}
