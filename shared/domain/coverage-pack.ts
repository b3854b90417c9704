import { z } from 'zod'
import { Coverage, CoverageRow } from './coverage.ts'

/**
 * Coverage as it travels. Years of hundreds of regions are some ten million letters, most of them alike: repeats are
 * written as a number, so that a text never gets longer than the plain one.
 */
export const PackedCoverage = Coverage.extend({
  rows: z.array(
    CoverageRow.extend({
      /** `e24c` is 24 times `e`, then one `c`. */
      hours: z.string(),
      /** `0x30,2` is 30 times 0, then one 2. */
      logFiles: z.string(),
    }),
  ),
})
export type PackedCoverage = z.infer<typeof PackedCoverage>

export function packCoverage(coverage: Coverage): PackedCoverage {
  return {
    ...coverage,
    rows: coverage.rows.map((row) => ({
      ...row,
      hours: row.hours.replace(/(.)\1{2,}/g, (run, letter: string) => `${letter}${run.length}`),
      logFiles: packCounts(row.logFiles),
    })),
  }
}

export function unpackCoverage(packed: PackedCoverage): Coverage {
  return {
    ...packed,
    rows: packed.rows.map((row) => ({
      ...row,
      hours: row.hours.replace(/(\D)(\d+)/g, (_, letter: string, times: string) =>
        letter.repeat(Number(times)),
      ),
      logFiles: unpackCounts(row.logFiles),
    })),
  }
}

function packCounts(counts: readonly number[]): string {
  const runs: string[] = []
  for (let index = 0; index < counts.length; ) {
    let end = index + 1
    while (end < counts.length && counts[end] === counts[index]) end += 1
    runs.push(end - index === 1 ? `${counts[index]}` : `${counts[index]}x${end - index}`)
    index = end
  }
  return runs.join(',')
}

function unpackCounts(packed: string): number[] {
  if (packed === '') return []
  return packed.split(',').flatMap((run) => {
    const [count = '0', times = '1'] = run.split('x')
    return Array<number>(Number(times)).fill(Number(count))
  })
}
