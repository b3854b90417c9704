import { Command } from 'commander'
import type { Coverage, CoverageRow, CoverageState } from '../../../shared/domain/coverage.ts'
import { countLetters, dateOfDay, hoursOfDay, stateOfHours } from '../../../shared/domain/coverage-days.ts'
import { utcText } from '../../../shared/domain/time.ts'
import { coverageStateWords, coverageTexts } from '../../../shared/messages/coverage.ts'
import { regionsOfAccounts } from '../../../shared/messages/regions-of-accounts.ts'
import { gapTexts } from '../../../shared/messages/trail-change.ts'
import { coverageOf } from '../../engine/integrity/coverage.ts'
import type { ToolInfo } from '../../engine/tool.ts'
import { reading } from '../case-file.ts'
import type { Answer } from '../commands.ts'
import { EXIT } from '../exit-codes.ts'
import { forTerminal, print, printJson } from '../print.ts'
import { gapsAsJson, printGaps } from '../print-gaps.ts'

interface Options {
  readonly case: string
  readonly json?: boolean
}

/** `trailcase coverage --case FILE [--json]`: which hours of which accounts and regions the import covers. */
export function coverageCommand(tool: ToolInfo, answer: Answer): Command {
  return new Command('coverage')
    .description('show which accounts, regions, days and hours the files of a case cover')
    .requiredOption('--case <file>')
    .option('--json', 'print one JSON document')
    .action(async (options: Options) => {
      const stop = new AbortController()
      process.once('SIGINT', () => stop.abort())
      const hooks = { signal: stop.signal, onProgress: () => undefined }
      const coverage = await reading(options.case, tool, (db) => coverageOf(db, hooks))
      if (options.json === true) await printJson(asJson(coverage))
      else await printForPeople(coverage)
      if (coverage.unreadDigests > 0) answer(EXIT.withTrouble)
    })
}

/** `cells` has one entry for each account, region and day; `hours` counts hours by state. Times are ISO, UTC. */
function asJson(coverage: Coverage): Readonly<Record<string, unknown>> {
  const { rows, gaps, gapCauses, trailChanges, files, firstEvent, lastEvent, signInRegions, delay, ...rest } =
    coverage
  return {
    ...rest,
    accounts: [...new Set(rows.map(({ account }) => account))],
    regions: [...new Set(rows.map(({ region }) => region))].sort(),
    cells: rows.flatMap((row) => daysOf(coverage, row)),
    ...gapsAsJson(gaps, gapCauses, trailChanges),
    files: files.map(({ at, ...file }) => ({ ...file, at: utcText(at) })),
    signInRegions,
    warnings: warningsOf(coverage),
    firstEvent: firstEvent === null ? null : utcText(firstEvent),
    lastEvent: lastEvent === null ? null : utcText(lastEvent),
    deliveryDelaySeconds: delay,
  }
}

function daysOf({ period }: Coverage, row: CoverageRow): Readonly<Record<string, unknown>>[] {
  if (period === null) return []
  const { account, region } = row
  return row.logFiles.map((logFiles, index) => {
    const byHour = hoursOfDay(row, index)
    const day = dateOfDay(period.from, index)
    return { account, region, day, state: stateOfHours(byHour), ...countsOf(byHour), logFiles, byHour }
  })
}

const COUNTED: readonly (readonly [string, CoverageState])[] = [
  ['covered', 'covered'],
  ['empty', 'empty'],
  ['missing', 'missing'],
  ['damaged', 'damaged'],
  ['notImported', 'not-imported'],
]

function countsOf(hours: string): Readonly<Record<string, number>> {
  const counts = countLetters(hours)
  return Object.fromEntries(COUNTED.map(([name, state]) => [name, counts[state]]))
}

function warningsOf(coverage: Coverage): string[] {
  const texts = coverageTexts.en
  const absent = coverage.signInRegions.filter(({ present }) => !present).map(({ region }) => region)
  const { missing } = coverage.hours
  const ofAccounts = regionsOfAccounts(coverage.signInRegions, { comma: ', ', more: texts.accountsMore })
  return [
    ...(absent.length > 0 ? [texts.regionsAbsent(absent.join(', '))] : []),
    ...(ofAccounts === '' ? [] : [texts.regionsOfAccounts(ofAccounts)]),
    ...(missing > 0 ? [texts.hoursMissing(String(missing))] : []),
    ...(coverage.missingFiles > 0 ? [texts.filesMissing(String(coverage.missingFiles))] : []),
    ...(coverage.damagedFiles > 0 ? [texts.filesDamaged(String(coverage.damagedFiles))] : []),
    ...(coverage.unreadDigests > 0 ? [texts.digestsUnread(String(coverage.unreadDigests))] : []),
    ...(coverage.unplacedFiles > 0 ? [texts.filesUnplaced(String(coverage.unplacedFiles))] : []),
    ...(coverage.digestFiles === 0 ? [texts.noDigests] : []),
  ]
}

const SIGNS: Readonly<Record<CoverageState, string>> = {
  covered: '#',
  empty: '.',
  missing: 'x',
  damaged: '!',
  'not-imported': '-',
}

async function printForPeople(coverage: Coverage): Promise<void> {
  const { period, rows, hours, firstEvent, lastEvent, delay } = coverage
  if (period !== null) {
    await print(`${period.from} to ${period.to} (UTC, by time of delivery), one sign for each day:`)
    const states = Object.entries(SIGNS) as [CoverageState, string][]
    await print(states.map(([state, sign]) => `${sign} ${coverageStateWords.en[state]}`).join('   '))
  }
  for (const row of rows) {
    const { account, region } = row
    const signs = row.logFiles.map((_, day) => SIGNS[stateOfHours(hoursOfDay(row, day))]).join('')
    await print(forTerminal(`${account}  ${region.padEnd(16)}${signs}`))
  }
  const states = Object.keys(SIGNS) as CoverageState[]
  const sums = states.map((state) => `${hours[state]} ${coverageStateWords.en[state]}`)
  await print(`Hours: ${sums.join(', ')}`)
  if (firstEvent !== null && lastEvent !== null)
    await print(`First sign-in record ${utcText(firstEvent)}, last ${utcText(lastEvent)}`)
  if (delay !== null)
    await print(
      `Delivery after the event: median ${delay.median} s, 95 % within ${delay.p95} s, longest ${delay.longest} s, at ${delay.records} places of sign-in records, copies too`,
    )
  await printGaps(coverage.gaps, coverage.gapCauses, coverage.trailChanges)
  if (coverage.trailChangeCount > 0) await print(gapTexts.en.changes(String(coverage.trailChangeCount)))
  for (const warning of warningsOf(coverage)) await print(`Note: ${forTerminal(warning)}`)
}
