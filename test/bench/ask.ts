import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import type { WritableCase } from '../../electron/engine/case/rights.ts'
import { facetCounts } from '../../electron/engine/query/facet-counts.ts'
import { histogramOf } from '../../electron/engine/query/histogram.ts'
import { heldText } from '../../electron/engine/query/store/held-text.ts'
import { rowStoreOf } from '../../electron/engine/query/store/row-store.ts'
import { atOnce } from '../../electron/engine/query/store/steps.ts'
import { createTimelineViews } from '../../electron/engine/timeline/views.ts'
import { emptyFilter, FACETS, type SignInFilter } from '../../shared/domain/filter.ts'
import { madeCase } from './made-case.ts'
import { median, printTable } from './numbers.ts'

/** Queries as people ask them; `common` ones must cost no more than a tenth of a scan. */
const QUESTIONS: readonly {
  readonly query: string
  readonly common: boolean
  /** Another free text in each round: what was found for a text before is of no use for it. */
  readonly texts?: readonly string[]
}[] = [
  { query: '', common: true },
  { query: 'outcome:failure', common: true },
  { query: 'user:user-0042', common: true },
  { query: 'ip:198.18.3.0/24 outcome:failure', common: true },
  { query: 'event:ConsoleLogin mfa:not-used outcome:success', common: true },
  { query: 'time:2024-09-14 -country:JP', common: true },
  { query: 'country:(DE or NL) browser:firefox', common: true },
  { query: 'user:user-00* (tag:odd or region:sa-east-1)', common: true },
  { query: 'key:ASIA*7Q', common: false },
  { query: 'id:00012345*', common: false },
  {
    query: 'TEXT',
    common: false,
    texts: ['GetSigninToken', 'SwitchRole', 'UserAuth', 'CheckMfa', 'isauthcode'],
  },
  {
    query: '"TEXT nowhere"',
    common: false,
    texts: ['no such text', 'this text is', 'one can look', 'it is found', 'search it'],
  },
  {
    query: 'outcome:failure time:2024-09-14 TEXT',
    common: false,
    texts: ['MobileVersion', 'LoginTo', 'hashArgs', 'cipherSuite', 'nc2'],
  },
]

/** What the shell is asked for as its full scans: a column of every row, and the text of every record. */
const SCANS = {
  column: `select count(*) from sign_in not indexed where failure_reason = 'none of these'`,
  text: `select count(*) from sign_in not indexed where cast(raw as text) like '%no such text anywhere%'`,
} as const

/**
 * Filter, all facets and the histogram together, against full scans of the same table by the sqlite3 shell, in turns.
 * There are more questions than answers are kept, so that each is worked out anew; only the columns are loaded once.
 */
export function measureAsk(folder: string, signIns: number, rounds: number): void {
  const path = join(folder, `ask-${signIns}.trailcase`)
  console.log(`\nask: ${signIns.toLocaleString('en')} sign-ins`)
  const db = madeCase(path, signIns)
  const before = process.memoryUsage()
  const loaded = timed(() => ask(db, emptyFilter))
  const firstText = timed(() => ask(db, { ...emptyFilter, query: '"the first text"' }))
  globalThis.gc?.()
  const after = process.memoryUsage()
  const held = after.arrayBuffers + after.heapUsed - before.arrayBuffers - before.heapUsed
  console.log(
    `  loading the columns, once: ${loaded.toFixed(0)} ms; they hold about ${(held / 1e6).toFixed(0)} MB; the first free text: ${firstText.toFixed(0)} ms`,
  )

  const texts = heldText(rowStoreOf(db))
  const filled = timed(() => atOnce(texts.fill()))
  globalThis.gc?.()
  const full = process.memoryUsage()
  const textsHeld = full.arrayBuffers + full.heapUsed - after.arrayBuffers - after.heapUsed
  console.log(
    `  taking in the texts, once, beside other calls after the first free text: ${filled.toFixed(0)} ms; they hold about ${(textsHeld / 1e6).toFixed(0)} MB`,
  )

  const scans: Record<keyof typeof SCANS, number[]> = { column: [], text: [] }
  const times = QUESTIONS.map(() => [] as number[])
  for (let round = 0; round < rounds; round += 1) {
    for (const name of ['column', 'text'] as const) {
      const scan = shellScan(path, SCANS[name])
      if (scan !== null) scans[name].push(scan)
    }
    QUESTIONS.forEach(({ query, texts }, index) => {
      const text = texts?.[round % texts.length] ?? ''
      times[index]?.push(timed(() => ask(db, { ...emptyFilter, query: query.replace('TEXT', text) })))
    })
  }
  const scan = { column: median(scans.column), text: median(scans.text) }
  if (scans.column.length === 0) {
    console.log('  the sqlite3 shell is not installed here: no ratios, only times')
  } else {
    console.log(
      `  sqlite3 shell, one full scan: ${scan.column.toFixed(0)} ms by a column, ${scan.text.toFixed(0)} ms by text`,
    )
  }
  const ratio = (time: number, of: number) => (Number.isNaN(of) ? '-' : (time / of).toFixed(2))
  printTable([
    ['filter + 13 facets + histogram', 'ms', '/ column scan', '/ text scan', 'wanted'],
    ...QUESTIONS.map(({ query, common }, index) => {
      const time = median(times[index] ?? [])
      return [
        query || '(everything)',
        time.toFixed(0),
        ratio(time, scan.column),
        ratio(time, scan.text),
        common ? '0.1' : '1, of a column too',
      ]
    }),
  ])
  measurePages(db, rounds)
  db.close()
}

function ask(db: WritableCase, filter: SignInFilter): void {
  createTimelineViews(db).open(filter, null)
  atOnce(facetCounts(db, filter, FACETS, 10))
  atOnce(histogramOf(db, { filter, zone: 'Asia/Tokyo', bars: 120, from: null, to: null }))
}

function measurePages(db: WritableCase, rounds: number): void {
  const views = createTimelineViews(db)
  const { view, matched } = views.open(emptyFilter, null)
  const places = { first: 0, middle: Math.floor(matched / 2), last: Math.max(0, matched - 100) }
  const times = Object.entries(places).map(([name, offset]) => {
    const all = Array.from({ length: rounds * 5 }, () => timed(() => views.page(view, offset, 100)))
    return `${name} ${median(all).toFixed(2)} ms`
  })
  console.log(`  a page of 100 rows: ${times.join(', ')}`)
}

function timed(work: () => void): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

function shellScan(path: string, sql: string): number | null {
  let failed = false
  const time = timed(() => {
    failed = spawnSync('sqlite3', ['-readonly', path, sql]).status !== 0
  })
  return failed ? null : time
}
