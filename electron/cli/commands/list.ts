import { Command, InvalidArgumentError, Option } from 'commander'
import { emptyFilter, type SignInFilter } from '../../../shared/domain/filter.ts'
import type { SignInRow } from '../../../shared/domain/sign-in.ts'
import { isKnownZone, readClock } from '../../../shared/domain/time.ts'
import { readZonedTime } from '../../../shared/domain/zoned-time.ts'
import { athenaNoticeWords, athenaRefusalWords } from '../../../shared/messages/query-athena.ts'
import { eventWord, mfaWords, outcomeWords, principalKindWords } from '../../../shared/messages/words.ts'
import type { ReadableCase } from '../../engine/case/rights.ts'
import { athenaSql } from '../../engine/query/athena.ts'
import { writeCsv } from '../../engine/report/csv.ts'
import { handOverFile } from '../../engine/report/hand-over-file.ts'
import { writeJsonl } from '../../engine/report/jsonl.ts'
import { createTimelineViews } from '../../engine/timeline/views.ts'
import type { ToolInfo } from '../../engine/tool.ts'
import { actorOf, reading, working } from '../case-file.ts'
import type { Answer } from '../commands.ts'
import { UsageError } from '../exit-codes.ts'
import { complain, forTerminal, print } from '../print.ts'
import { refuseUnreadable } from '../query-option.ts'

interface Options {
  readonly case: string
  readonly where?: string
  readonly from?: string
  readonly to?: string
  readonly zone: string
  readonly limit?: number
  readonly format: 'table' | 'jsonl' | 'csv'
  readonly athena?: string
  readonly out?: string
  readonly examiner?: string
}

/** `trailcase list --case FILE`: the sign-ins in order of time. */
export function listCommand(tool: ToolInfo, _answer: Answer): Command {
  return new Command('list')
    .description('list sign-ins in order of time')
    .requiredOption('--case <file>')
    .option('--where <query>', 'such as: outcome:failure -ip:203.0.113.0/24 time:2024-09')
    .option('--from <time>', 'from this time on, such as 2024-09-14 or "2024-09-14 13:00"')
    .option('--to <time>', 'before this time')
    .addOption(
      new Option('--zone <zone>', 'zone of --from, --to and of the second clock')
        .default('UTC')
        .argParser(zone),
    )
    .addOption(new Option('--limit <n>', 'so many at the most').argParser(positive))
    .addOption(new Option('--format <format>').choices(['table', 'jsonl', 'csv']).default('table'))
    .option('--out <file>', 'write to a file, with an entry in the custody log')
    .option('--examiner <name>', 'who writes it, for the custody log')
    .option('--athena <table>', 'print the filter as SQL for this table in Athena instead')
    .action(async (options: Options) => {
      const filter = filterOf(options)
      if (options.athena !== undefined) return await printAthena(filter, options.athena)
      if (options.out !== undefined) return await writeList(tool, options, filter, options.out)
      await reading(options.case, tool, async (db) => {
        const limit = options.limit ?? Number.POSITIVE_INFINITY
        if (options.format === 'table') await printTable(db, filter, options.zone, limit)
        else if (options.format === 'csv') await writeCsv(db, filter, options.zone, process.stdout, limit)
        else await writeJsonl(db, filter, process.stdout, limit)
      })
    })
}

async function printAthena(filter: SignInFilter, table: string): Promise<void> {
  const answer = athenaSql(filter, table)
  if (answer.kind === 'refused') {
    throw new UsageError(answer.refusals.map((refusal) => athenaRefusalWords('en', refusal)).join('\n'))
  }
  await print(answer.sql)
  for (const notice of answer.notices) complain(athenaNoticeWords('en', notice))
}

/** The filter with its query, and the limit, stand in the entry: it can be asked again. */
async function writeList(tool: ToolInfo, options: Options, filter: SignInFilter, out: string): Promise<void> {
  const { format, zone, limit = null } = options
  if (format === 'table') throw new UsageError('A file is written as --format csv or jsonl.')
  const actor = actorOf(tool, options.examiner)
  const most = limit ?? Number.POSITIVE_INFINITY
  const written = await working(options.case, actor, null, (db) =>
    handOverFile(
      db,
      actor,
      out,
      async (stream, path) => {
        const facts =
          format === 'csv'
            ? await writeCsv(db, filter, zone, stream, most)
            : await writeJsonl(db, filter, stream, most)
        return { path, format, ...facts }
      },
      { filter, limit },
    ),
  )
  await print(`${written.path}\n${written.bytes} bytes, ${written.rows} sign-ins\nSHA-256 ${written.sha256}`)
}

function filterOf(options: Options): SignInFilter {
  refuseUnreadable(options.where ?? '', options.zone)
  return {
    ...emptyFilter,
    query: options.where ?? '',
    zone: options.zone,
    from: boundary(options.from, options.zone),
    to: boundary(options.to, options.zone),
  }
}

function boundary(typed: string | undefined, zone: string): number | null {
  if (typed === undefined) return null
  const read = readZonedTime(typed, zone)
  if (read.kind === 'time') return read.seconds
  const why = read.problem === 'does-not-exist' ? `is skipped by the clock of ${zone}` : 'is not a time'
  throw new UsageError(
    `"${typed}" ${why}. Write it like 2024-09-14, "2024-09-14 13:00" or 2024-09-14T13:00:00Z.`,
  )
}

function zone(name: string): string {
  if (!isKnownZone(name)) throw new InvalidArgumentError('It is no zone name such as Asia/Tokyo.')
  return name
}

function positive(text: string): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 1)
    throw new InvalidArgumentError('It must be a whole number from 1.')
  return value
}

const PAGE = 500

async function printTable(
  db: ReadableCase,
  filter: SignInFilter,
  zone: string,
  limit: number,
): Promise<void> {
  const views = createTimelineViews(db)
  const { view, matched } = views.open(filter, null)
  const wanted = Math.min(matched, limit)
  for (let offset = 0; offset < wanted; offset += PAGE) {
    for (const row of views.page(view, offset, Math.min(PAGE, wanted - offset))) await print(line(row, zone))
  }
  const shown = wanted < matched ? `${wanted} of ${matched}` : `${matched}`
  await print(`${shown} sign-in events`)
}

function line(row: SignInRow, zone: string): string {
  const cells = [
    clock(row, 'UTC'),
    ...(zone === 'UTC' ? [] : [clock(row, zone)]),
    outcomeWords.en[row.outcome].padEnd(10),
    (row.principalName ?? principalKindWords.en[row.principalKind]).padEnd(28),
    eventWord('en', row.eventName).padEnd(18),
    (row.sourceIp ?? '').padEnd(15),
    (row.region ?? '').padEnd(14),
    mfaWords.en[row.mfa],
  ]
  return forTerminal(cells.join('  '))
}

function clock(row: SignInRow, zone: string): string {
  if (row.eventTime === null) return 'time not stated'.padEnd(zone === 'UTC' ? 20 : 25)
  const { date, time, offset } = readClock(row.eventTime, zone)
  return zone === 'UTC' ? `${date}T${time}Z` : `${date}T${time}${offset}`
}
