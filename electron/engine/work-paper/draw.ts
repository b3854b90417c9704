import { createHash } from 'node:crypto'

/** A record that can be drawn. */
export interface Drawable {
  readonly id: number
  readonly key: string
}

export interface Drawn extends Drawable {
  readonly hash: string
}

/**
 * The hash by which a record is drawn: SHA-256, in hexadecimal, of `seed:key` in UTF-8. Line ends in a key, which would
 * cut it in a shell, are spaces, as in `POPULATION_KEY`.
 */
export function drawHash(seed: string, key: string): string {
  return createHash('sha256').update(`${seed}:${key}`, 'utf8').digest('hex')
}

/** SQL expression of the key of a record. */
export const POPULATION_KEY = "replace(replace(record_key, char(10), ' '), char(13), ' ')"

/**
 * Draws `size` records: those with the lowest hashes, in order of hash; two copies of one record that differ share a
 * hash and stand in order of row number. So a larger sample begins with the smaller one of the same seed.
 */
export function drawLowest(rows: Iterable<Drawable>, seed: string, size: number): Drawn[] {
  let kept: Drawn[] = []
  let limit: string | null = null
  for (const row of rows) {
    const hash = drawHash(seed, row.key)
    if (limit !== null && hash > limit) continue
    kept.push({ ...row, hash })
    if (kept.length < 2 * size + 1000) continue
    kept = lowest(kept, size)
    limit = kept.at(-1)?.hash ?? null
  }
  return lowest(kept, size)
}

function lowest(drawn: Drawn[], size: number): Drawn[] {
  return drawn.sort((a, b) => (a.hash === b.hash ? a.id - b.id : a.hash < b.hash ? -1 : 1)).slice(0, size)
}

/**
 * Shares `size` among strata by their numbers of records (largest remainder; of equal ones the earlier), at least one
 * for each that has any where there is room, never more than a stratum has.
 */
export function shares(populations: readonly number[], size: number): number[] {
  const total = populations.reduce((sum, count) => sum + count, 0)
  if (total === 0) return populations.map(() => 0)
  const wanted = Math.min(size, total)
  const filled = populations.filter((count) => count > 0).length
  const least = wanted >= filled ? 1 : 0
  const given = populations.map((count) =>
    count === 0 ? 0 : Math.max(least, Math.floor((wanted * count) / total)),
  )
  const sum = () => given.reduce((all, share) => all + share, 0)
  const owed = (at: number) => (wanted * (populations[at] ?? 0)) / total - (given[at] ?? 0)
  while (sum() !== wanted) {
    const up = sum() < wanted
    const able = given
      .map((_, at) => at)
      .filter((at) => (up ? (given[at] ?? 0) < (populations[at] ?? 0) : (given[at] ?? 0) > least))
    const [next] = able.sort((a, b) => (up ? owed(b) - owed(a) : owed(a) - owed(b)) || a - b)
    if (next === undefined) break
    given[next] = (given[next] ?? 0) + (up ? 1 : -1)
  }
  return given
}
