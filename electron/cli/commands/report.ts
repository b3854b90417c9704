import { Command, InvalidArgumentError, Option } from 'commander'
import { emptyFilter } from '../../../shared/domain/filter.ts'
import { EXPORT_FORMATS, type ExportFormat } from '../../../shared/domain/report.ts'
import { isKnownZone } from '../../../shared/domain/time.ts'
import type { Language } from '../../../shared/domain/units.ts'
import { readZonedTime } from '../../../shared/domain/zoned-time.ts'
import { momentOfIssue, writeReport } from '../../engine/report/hand-over.ts'
import type { ToolInfo } from '../../engine/tool.ts'
import { actorOf, working } from '../case-file.ts'
import type { Answer } from '../commands.ts'
import { print, printJson } from '../print.ts'
import { refuseUnreadable } from '../query-option.ts'
import { type ChoiceOptions, choicesOf, savedOptions, withChoices } from '../report-choices.ts'
import { keepYoungMemorySmall } from '../young-memory.ts'

interface Options extends ChoiceOptions {
  readonly options?: string
  readonly case: string
  readonly out: string
  readonly lang: Language
  readonly zone: string
  readonly format: ExportFormat
  readonly issuedAt?: number
  readonly where?: string
  readonly examiner?: string
  readonly json?: boolean
}

/** `trailcase report --case FILE --out FILE`: the same bytes as the window makes. */
export function reportCommand(tool: ToolInfo, _answer: Answer): Command {
  const command = new Command('report')
    .description('write the evidence report as PDF or HTML, or the sign-ins as CSV or JSON Lines')
    .requiredOption('--case <file>')
    .requiredOption('--out <file>')
    .addOption(new Option('--lang <language>').choices(['en', 'ja']).default('en'))
    .addOption(new Option('--zone <zone>', 'the zone printed beside UTC').default('UTC').argParser(zone))
    .addOption(new Option('--format <format>').choices(EXPORT_FORMATS).default('pdf'))
    .addOption(
      new Option(
        '--issued-at <time>',
        'moment of issue; the same case and moment give the same bytes',
      ).argParser(moment),
    )
    .option('--where <query>', 'list only these sign-ins, such as: outcome:failure time:2024-09')
    .option('--examiner <name>', 'who writes it, for the custody log')
    .option(
      '--options <file>',
      'all options as a report prints them; those of the command line then say nothing',
    )
    .option('--json', 'print one JSON document')
  return withChoices(command).action(async (options: Options) => {
    const query = options.where?.trim() ?? ''
    // Without a query the filter is the same as the window's, and so are the bytes.
    const filter = query === '' ? emptyFilter : { ...emptyFilter, query, zone: options.zone }
    refuseUnreadable(filter.query, filter.zone)
    keepYoungMemorySmall()
    const saved = options.options === undefined ? null : savedOptions(options.options)
    const choices = choicesOf(options)
    const actor = actorOf(tool, options.examiner)
    const written = await working(options.case, actor, null, async (db) => {
      const issuedAt = saved?.issuedAt ?? options.issuedAt ?? (await momentOfIssue(db))
      const chosen = saved ?? {
        ...choices,
        language: options.lang,
        zone: options.zone,
        filter,
        issuedAt,
      }
      const hooks = { signal: new AbortController().signal, onProgress: () => undefined }
      return writeReport(db, actor, chosen, options.format, options.out, hooks)
    })
    if (options.json === true) return printJson(written)
    await print(`${written.path}`)
    await print(
      `${written.bytes} bytes, ${written.rows} sign-ins${written.pages === null ? '' : `, ${written.pages} pages`}`,
    )
    await print(`SHA-256 ${written.sha256}`)
  })
}

/** Reads `--zone`. */
export function zone(name: string): string {
  if (!isKnownZone(name)) throw new InvalidArgumentError('It is no zone name such as Asia/Tokyo.')
  return name
}

/** Reads `--issued-at`, in whole seconds UTC. */
export function moment(typed: string): number {
  const read = readZonedTime(typed, 'UTC')
  if (read.kind === 'problem') throw new InvalidArgumentError('Write it like 2024-09-14T13:52:07Z.')
  return read.seconds
}
