import { closeSync, existsSync, openSync, renameSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { zipSync } from 'fflate'
import { runChild } from './child.ts'
import { madeLog } from './made-logs.ts'
import { median, printTable } from './numbers.ts'
import type { ImportResult } from './scenarios.ts'

/** One file in a form other than CloudTrail's own: what stands before, between and after its records. */
interface Form {
  readonly name: string
  readonly before: string
  readonly between: string
  readonly after: string
  one(record: string): string
}

const FORMS: readonly Form[] = [
  { name: 'lines.json', before: '', between: '\n', after: '\n', one: (record) => record },
  { name: 'array.json', before: '[', between: ',', after: ']', one: (record) => record },
  {
    name: 'lookup-events.json',
    before: '{"Events":[',
    between: ',',
    after: ']}',
    one: (record) => JSON.stringify({ EventTime: 1767225600, CloudTrailEvent: record }),
  },
  {
    name: 'logs-insights.csv',
    before: '@timestamp,@message\n',
    between: '\n',
    after: '\n',
    one: (record) => `2026-01-01 00:00:00.000,"${record.replaceAll('"', '""')}"`,
  },
]

const RECORDS_PER_LOG = 5000

const shapeOf = (logs: number) =>
  ({ name: 'large', files: logs, recordsPerFile: RECORDS_PER_LOG, content: 'mixed' }) as const

/** The same logs as they are, in one zip that stores them: what somebody sends who packs a bucket. */
const ZIP = 'logs.zip'

function makeZip(parent: string, logs: number): string {
  const path = join(parent, `${logs}-${ZIP}`)
  if (existsSync(path)) return path
  const members = Array.from({ length: logs }, (_, log) => [`${log}.json.gz`, madeLog(shapeOf(logs), log)])
  writeFileSync(`${path}.part`, zipSync(Object.fromEntries(members), { level: 0 }))
  renameSync(`${path}.part`, path)
  return path
}

function makeForm(parent: string, form: Form, logs: number): string {
  const path = join(parent, `${logs}-${form.name}`)
  if (existsSync(path)) return path
  const shape = shapeOf(logs)
  const file = openSync(`${path}.part`, 'w')
  try {
    writeSync(file, form.before)
    for (let log = 0; log < logs; log += 1) {
      const { Records } = JSON.parse(gunzipSync(madeLog(shape, log)).toString()) as { Records: unknown[] }
      const text = Records.map((record) => form.one(JSON.stringify(record))).join(form.between)
      writeSync(file, `${log === 0 ? '' : form.between}${text}`)
    }
    writeSync(file, form.after)
  } finally {
    closeSync(file)
  }
  renameSync(`${path}.part`, path)
  return path
}

/** One large file in each of some other forms, beside a thread that only parses the same records, one a line. */
export async function measureForms(parent: string, size: 'full' | 'quick', rounds: number): Promise<void> {
  const logs = size === 'full' ? 60 : 6
  const paths = [...FORMS.map((form) => makeForm(parent, form, logs)), makeZip(parent, logs)]
  const [lines = ''] = paths
  console.log(`\none file of ${logs * RECORDS_PER_LOG} records in other forms`)
  const ratios = paths.map((): number[] => [])
  const seconds = paths.map((): number[] => [])
  const peaks = paths.map(() => 0)
  for (let round = 0; round < rounds; round += 1) {
    const { seconds: parsing } = await runChild<number>('child-parse.ts', lines)
    for (const [index, path] of paths.entries()) {
      const run = await runChild<ImportResult>('child-import.ts', path)
      if (run.result.sums.records !== logs * RECORDS_PER_LOG)
        throw new Error(`Records are missing in ${path}.`)
      seconds[index]?.push(run.seconds)
      ratios[index]?.push(parsing / run.seconds)
      peaks[index] = Math.max(peaks[index] ?? 0, run.peakMb)
    }
  }
  printTable([
    ['', 's', 'JSON.parse alone / import', 'peak MB'],
    ...[...FORMS.map(({ name }) => name), ZIP].map((name, index) => [
      name,
      median(seconds[index] ?? []).toFixed(2),
      median(ratios[index] ?? []).toFixed(2),
      (peaks[index] ?? 0).toFixed(0),
    ]),
  ])
}
