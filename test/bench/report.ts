import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Measured, runChild } from './child.ts'
import { madeCase } from './made-case.ts'
import { median, printTable } from './numbers.ts'

const ROWS = 10_000

/**
 * A report of 10,000 sign-ins, all its chapters and tags, against the bare table of the same rows printed by Chromium
 * with tags, in turns. The table's HTML is made outside the clock.
 */
export async function measureReport(folder: string, rounds: number): Promise<void> {
  const path = join(folder, `report-${ROWS}.trailcase`)
  const db = madeCase(path, ROWS)
  const page = join(folder, 'report-table.html')
  writeFileSync(page, tableOf(db.prepare(COLUMNS).raw().all() as string[][]))
  db.close()
  const ours: Measured<{ bytes: number; pages: number }>[] = []
  const theirs: Measured<{ bytes: number }>[] = []
  for (let round = 0; round < rounds; round += 1) {
    ours.push(
      await runChild<{ bytes: number; pages: number }>('child-report.ts', path, join(folder, 'ours.pdf')),
    )
    theirs.push(await runChild<{ bytes: number }>('child-print.ts', page, join(folder, 'theirs.pdf')))
  }
  const ratio = median(ours.map((run, round) => (theirs[round]?.seconds ?? Number.NaN) / run.seconds))
  console.log(
    `\nreport of ${ROWS.toLocaleString('en')} sign-ins, ${ours[0]?.result.pages} pages; wanted: 5 times as fast`,
  )
  const row = (
    name: string,
    runs: readonly { seconds: number; result: { bytes: number } }[],
    peak: string,
  ) => [
    name,
    median(runs.map((run) => run.seconds)).toFixed(2),
    peak,
    ((runs[0]?.result.bytes ?? 0) / 1e6).toFixed(1),
  ]
  printTable([
    ['', 's', 'peak MB', 'MB'],
    row('report as PDF/A-2a', ours, Math.max(...ours.map((run) => run.peakMb)).toFixed(0)),
    row('print-to-PDF of the table', theirs, '-'),
  ])
  console.log(`  the report is ${ratio.toFixed(1)} times as fast`)
}

// The report shows the clock of a second zone too.
const COLUMNS = `select event_time_text, strftime('%Y-%m-%d %H:%M:%S', event_time + 32400, 'unixepoch'), outcome, principal_name, event_name, source_ip, region, recipient_account_id, mfa
  from sign_in order by event_time, event_id`

function tableOf(rows: readonly (readonly (string | null)[])[]): string {
  const cells = (row: readonly (string | null)[]) => row.map((cell) => `<td>${cell ?? ''}`).join('')
  const head = ['UTC', 'Tokyo', 'Outcome', 'Who', 'What', 'Address', 'Region', 'Account', 'MFA']
  return `<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Sign-ins</title>
<style>body{font:8pt sans-serif}table{border-collapse:collapse;width:100%}td{border-top:1px solid #ccc}</style>
<h1>Sign-ins</h1><table><thead><tr>${head.map((name) => `<th>${name}`).join('')}</thead>
<tbody>${rows.map((row) => `<tr>${cells(row)}`).join('\n')}</table>`
}
