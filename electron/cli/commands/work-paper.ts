import { Command, InvalidArgumentError, Option } from 'commander'
import { emptyFilter } from '../../../shared/domain/filter.ts'
import { plainReport } from '../../../shared/domain/report.ts'
import { utcText } from '../../../shared/domain/time.ts'
import type { Language } from '../../../shared/domain/units.ts'
import type { WorkPaper } from '../../../shared/domain/work-paper.ts'
import { readZonedTime } from '../../../shared/domain/zoned-time.ts'
import { paperReasonWords, paperTestWords } from '../../../shared/messages/work-paper.ts'
import { atOnce } from '../../engine/query/store/steps.ts'
import { momentOfIssue, writeReport } from '../../engine/report/hand-over.ts'
import type { ToolInfo } from '../../engine/tool.ts'
import { workPaper } from '../../engine/work-paper/run.ts'
import { actorOf, reading, working } from '../case-file.ts'
import type { Answer } from '../commands.ts'
import { UsageError } from '../exit-codes.ts'
import { print, printJson } from '../print.ts'
import { addPaperOptions, type PaperOptions, paperSettings } from '../work-paper-options.ts'

interface Options extends PaperOptions {
  readonly case: string
  readonly out?: string
  readonly lang: Language
  readonly issuedAt?: number
  readonly examiner?: string
  readonly json?: boolean
}

/** `trailcase work-paper --case FILE --out FILE.pdf`: the auditor's work paper, or its results as JSON. */
export function workPaperCommand(tool: ToolInfo, _answer: Answer): Command {
  const command = new Command('work-paper')
    .description("write the auditor's work paper: population, tests, sample")
    .requiredOption('--case <file>')
    .option('--out <file>', 'the PDF to write')
  return addPaperOptions(command)
    .addOption(new Option('--lang <language>').choices(['en', 'ja']).default('en'))
    .addOption(
      new Option(
        '--issued-at <time>',
        'moment of issue; the same case, settings and moment give the same bytes',
      ).argParser(moment),
    )
    .option('--examiner <name>', 'who writes it, for the custody log')
    .option('--json', 'print one JSON document with all results')
    .action(async (options: Options) => {
      const { out } = options
      if (out === undefined && options.json !== true) throw new UsageError('Give --out, --json or both.')
      const paper = await reading(options.case, tool, (db) =>
        atOnce(workPaper(db, paperSettings(db, options), Number.POSITIVE_INFINITY)),
      )
      const written = out === undefined ? null : await write(tool, options, out, paper)
      if (options.json === true) return printJson({ ...asJson(paper), written })
      await printForPeople(paper)
      if (written === null) return
      await print(written.path)
      await print(`${written.bytes} bytes, ${written.pages ?? 0} pages`)
      await print(`SHA-256 ${written.sha256}`)
    })
}

function write(tool: ToolInfo, options: Options, out: string, paper: WorkPaper) {
  const actor = actorOf(tool, options.examiner)
  return working(options.case, actor, null, async (db) => {
    const chosen = {
      ...plainReport,
      variant: 'work-paper' as const,
      language: options.lang,
      zone: paper.settings.zone,
      filter: emptyFilter,
      issuedAt: options.issuedAt ?? (await momentOfIssue(db)),
      workPaper: paper.settings,
    }
    const hooks = { signal: new AbortController().signal, onProgress: () => undefined }
    return writeReport(db, actor, chosen, 'pdf', out, hooks)
  })
}

/** Times are ISO, UTC; everything else is as in `shared/domain/work-paper.ts`. */
function asJson({ settings, population, results, sample }: WorkPaper): Readonly<Record<string, unknown>> {
  const at = (seconds: number | null) => (seconds === null ? null : utcText(seconds))
  const { archiveFirst, archiveLast, offsets, ...counts } = population
  return {
    settings: { ...settings, from: at(settings.from), to: at(settings.to) },
    population: {
      ...counts,
      archiveFirst: at(archiveFirst),
      archiveLast: at(archiveLast),
      offsets: offsets.map((stretch) => ({ ...stretch, from: at(stretch.from), to: at(stretch.to) })),
    },
    tests: results.map(({ listed, ...result }) => ({
      ...result,
      listed: listed.map(({ row, burst, lastBefore, number }) => ({
        number,
        ...row,
        time: at(row.time),
        ...(burst === null ? {} : { burst: { ...burst, lastTime: at(burst.lastTime) } }),
        ...(result.test === 'dormant' ? { lastBefore: at(lastBefore) } : {}),
      })),
    })),
    sample: {
      strata: sample.strata,
      items: sample.items.map(({ row, ...item }) => ({ ...item, ...row, time: at(row.time) })),
    },
  }
}

async function printForPeople({ settings, population, results, sample }: WorkPaper): Promise<void> {
  await print(`Period ${utcText(settings.from)} to before ${utcText(settings.to)}, zone ${settings.zone}`)
  await print(
    `Population ${population.inPeriod} sign-in records; ${population.before} before, ${population.after} after, ${population.withoutTime} without a readable time`,
  )
  for (const { test, reason, examined, exceptions } of results) {
    const title = paperTestWords.en[test].padEnd(26)
    if (reason !== null) await print(`${title}${paperReasonWords.en[reason]}`)
    else
      await print(
        `${title}${examined} examined, ${exceptions} ${exceptions === 1 ? 'exception' : 'exceptions'}`,
      )
  }
  await print(`Sample of ${sample.items.length}, seed ${settings.sample.seed}`)
}

function moment(typed: string): number {
  const read = readZonedTime(typed, 'UTC')
  if (read.kind === 'problem') throw new InvalidArgumentError('Write it like 2024-09-14T13:52:07Z.')
  return read.seconds
}
