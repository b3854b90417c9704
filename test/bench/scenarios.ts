import { rmSync } from 'node:fs'
import type { ImportSums } from '../../shared/domain/source.ts'
import { runChild } from './child.ts'
import { makeGiant } from './giant.ts'
import { median, percentile, printTable } from './numbers.ts'
import { makeNames, makeShape, type Shape, shapes } from './shapes.ts'

/** What `child-import.ts` reports. */
export interface ImportResult {
  readonly sums: ImportSums
  readonly caseMb: number
}

/** An archive that holds nothing but sign-ins, so that each record goes into the case. */
export async function measureSignIns(folder: string, rounds: number): Promise<void> {
  const runs = []
  for (let round = 0; round < rounds; round++)
    runs.push(await runChild<ImportResult>('child-import.ts', folder))
  const { sums, caseMb } = runs[0]?.result ?? {}
  const seconds = median(runs.map((run) => run.seconds))
  console.log(`\nsign-ins only: ${sums?.indexed} new rows, case file ${caseMb?.toFixed(0)} MB`)
  const rate = ((sums?.indexed ?? 0) / seconds).toFixed(0)
  const peak = Math.max(...runs.map((run) => run.peakMb)).toFixed(0)
  printTable([
    ['', 's', 'records/s', 'peak MB'],
    ['import', seconds.toFixed(2), rate, peak],
  ])
}

interface CallsResult {
  readonly signIns: number
  readonly firstRowMs: number | null
  readonly latencies: Readonly<Record<string, readonly number[]>>
}

/** Answers of the engine's thread while it imports. */
export async function measureCalls(name: string, folder: string): Promise<void> {
  const { seconds, peakMb, result } = await runChild<CallsResult>('child-calls.ts', folder)
  console.log(`\ncalls during an import of ${name}, ${seconds.toFixed(2)} s, in milliseconds`)
  const rows = Object.entries(result.latencies).map(([name, all]) => [
    name,
    String(all.length),
    ...[50, 95, 99, 100].map((percent) => percentile(all, percent).toFixed(1)),
  ])
  printTable([['', 'calls', 'p50', 'p95', 'p99', 'max'], ...rows])
  console.log(`  first rows after ${result.firstRowMs?.toFixed(0)} ms; peak ${peakMb.toFixed(0)} MB`)
}

/** Memory must not grow with the archive, nor with one file of it. */
export async function measureMemory(parent: string, size: 'full' | 'quick'): Promise<void> {
  console.log('\nmost memory during an import, whole process')
  const rows = [['', 'content MB', 's', 'peak MB']]
  const add = async (name: string, path: string) => {
    const { seconds, peakMb, result } = await runChild<ImportResult>('child-import.ts', path)
    rows.push([name, (result.sums.inflatedBytes / 1e6).toFixed(0), seconds.toFixed(2), peakMb.toFixed(0)])
  }
  for (const shape of Object.values(shapes('quick')))
    await add(`${shape.name}, a tenth`, await makeShape(parent, shape))
  if (size === 'full') {
    for (const shape of Object.values(shapes('full'))) await add(shape.name, await makeShape(parent, shape))
  }
  const files = size === 'full' ? 200_000 : 20_000
  const many: Shape = { name: 'small', files, recordsPerFile: 1, content: 'mixed' }
  await add(`${files} files of one record`, await makeShape(parent, many))
  const names = size === 'full' ? 1_000_000 : 100_000
  await add(`${names} names of 100 files`, makeNames(parent, names))
  for (const megabytes of size === 'full' ? [400, 4000] : [100, 400]) {
    const giant = makeGiant(parent, megabytes)
    await add('one file', giant)
    rmSync(giant)
  }
  printTable(rows)
}
