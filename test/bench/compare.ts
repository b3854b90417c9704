import { runChild } from './child.ts'
import { median, printTable } from './numbers.ts'
import { hasDuckDb, hasJq, runJq } from './other-tools.ts'
import type { ImportResult } from './scenarios.ts'
import type { Shape } from './shapes.ts'

interface Run {
  readonly seconds: number
  readonly cpuSeconds: number
  readonly wholeSeconds: number
  readonly peakMb: number
}

interface Way {
  readonly name: string
  run(folder: string): Promise<Run>
}

/** Place of the import that hashes content too among the ways. */
const HASHED = 2

/** What jq is given; its time for the whole shape is reckoned from this, per byte. */
const JQ_BYTES = 50e6

/**
 * Imports a shape and lets others do their part of it, in turn within each round, and prints medians. A ratio is taken
 * within a round: how many times as long as the import the other way took.
 */
export async function compareWays(shape: Shape, folder: string, rounds: number): Promise<void> {
  const { result: once } = await runChild<ImportResult>('child-import.ts', folder, 'light')
  const { sums } = once
  const content = sums.inflatedBytes
  const ways: Way[] = [
    { name: 'import', run: (path) => runChild('child-import.ts', path, 'light') },
    {
      name: 'import, threads just started',
      run: (path) => runChild('child-import.ts', path, 'light', 'cold'),
    },
    { name: 'import, content hashed too', run: (path) => runChild('child-import.ts', path, 'full') },
    {
      name: 'import again, all unchanged',
      run: (path) => runChild('child-import.ts', path, 'light', 'again'),
    },
    { name: 'gunzipSync alone, two threads', run: (path) => runChild('child-gunzip.ts', path) },
  ]
  const leftOut: string[] = []
  if (hasDuckDb())
    ways.push({ name: 'DuckDB read_json, 2 threads', run: (path) => runChild('child-duckdb.ts', path) })
  else leftOut.push('DuckDB (to add it: npm install --no-save @duckdb/node-api)')
  if (hasJq()) ways.push({ name: 'jq, per byte from a part', run: (path) => wholeJq(path, content) })
  else leftOut.push('jq (not on the PATH)')

  const runs = ways.map(() => [] as Run[])
  for (let round = 0; round < rounds; round++) {
    for (const [index, way] of ways.entries()) runs[index]?.push(await way.run(folder))
  }

  console.log(
    `\n${shape.name}: ${sums.found} files, ${sums.records} records, ${sums.signIns} sign-ins, ` +
      `${(content / 1e6).toFixed(0)} MB of content in ${(sums.bytesTotal / 1e6).toFixed(0)} MB`,
  )
  const rows = ways.map(({ name }, index) => {
    const own = runs[index] ?? []
    const compared = own.map((run, round) => run.seconds / (runs[0]?.[round]?.seconds ?? Number.NaN))
    const hashed = own.map((run, round) => run.seconds / (runs[HASHED]?.[round]?.seconds ?? Number.NaN))
    const seconds = median(own.map((run) => run.seconds))
    return [
      name,
      seconds.toFixed(2),
      (content / 1e6 / seconds).toFixed(0),
      median(compared).toFixed(2),
      median(hashed).toFixed(2),
      median(own.map((run) => run.cpuSeconds)).toFixed(2),
      median(own.map((run) => run.wholeSeconds)).toFixed(2),
      Math.max(...own.map((run) => run.peakMb)).toFixed(0),
    ]
  })
  const head = ['', 's', 'MB/s', '/ import', '/ hashed', 'CPU s', 'whole process s', 'peak MB']
  printTable([head, ...rows])
  for (const missing of leftOut) console.log(`  left out: ${missing}`)
}

async function wholeJq(folder: string, content: number): Promise<Run> {
  const { seconds, contentBytes } = await runJq(folder, JQ_BYTES)
  const whole = (seconds / contentBytes) * content
  return { seconds: whole, cpuSeconds: whole, wholeSeconds: whole, peakMb: Number.NaN }
}
