import { readFileSync } from 'node:fs'
import { type Command, Option } from 'commander'
import {
  EXHIBIT_CHOICES,
  type ExhibitChoice,
  OPTIONAL_CHAPTERS,
  type OptionalChapter,
  plainReport,
  type ReportChoices,
  ReportOptions,
} from '../../shared/domain/report.ts'
import { AppError } from '../../shared/errors.ts'

/** What the command line says of the content of a report. */
export interface ChoiceOptions {
  readonly leaveOut?: readonly OptionalChapter[]
  readonly exhibits?: ExhibitChoice
  readonly exhibit?: readonly string[]
  readonly rawBytes: boolean
  readonly certification?: boolean
  readonly classification?: string
  readonly scope?: string
  readonly interpretation?: string
  readonly alternatives?: string
}

/** Adds the options that choose chapters, exhibits and texts. */
export function withChoices(command: Command): Command {
  return command
    .addOption(
      new Option('--leave-out <chapter...>', 'chapters to leave out; the report names them').choices([
        ...OPTIONAL_CHAPTERS,
      ]),
    )
    .addOption(
      new Option(
        '--exhibits <which>',
        'records with a note, those and the ones under findings, or those of --exhibit',
      ).choices([...EXHIBIT_CHOICES]),
    )
    .option('--exhibit <event-id...>', 'event IDs to print as exhibits')
    .option('--no-raw-bytes', 'print place and hash of an exhibit, but not its record')
    .option(
      '--certification',
      'add text for a certification under US FRE 902(13) and (14), for counsel to review',
    )
    .option('--classification <text>', 'printed on every page, such as Confidential')
    .option('--scope <text>', "the examiner's words on the scope; @FILE reads a file")
    .option('--interpretation <text>', "the examiner's interpretation; @FILE reads a file")
    .option('--alternatives <text>', 'other explanations that were considered; @FILE reads a file')
}

/** The choices of the command line. Throws `invalid-input` for a text that cannot be read or is too long. */
export function choicesOf(options: ChoiceOptions): ReportChoices {
  const { exhibit = [], exhibits, leaveOut = [] } = options
  if (exhibits === 'chosen' && exhibit.length === 0) {
    throw new AppError('invalid-input', 'With --exhibits chosen, name the events with --exhibit.')
  }
  return {
    ...plainReport,
    leaveOut: [...leaveOut],
    exhibits: exhibits ?? (exhibit.length > 0 ? 'chosen' : plainReport.exhibits),
    exhibitEvents: [...exhibit],
    rawBytes: options.rawBytes,
    certification: options.certification === true,
    classification: options.classification ?? '',
    scope: textOf(options.scope),
    interpretation: textOf(options.interpretation),
    alternatives: textOf(options.alternatives),
  }
}

/** The options that a report prints in its last commands, saved as a file. Throws `invalid-input`. */
export function savedOptions(path: string): ReportOptions {
  let content: unknown
  try {
    content = JSON.parse(readFileSync(path, 'utf8'))
  } catch (cause) {
    throw new AppError('invalid-input', `The options in ${path} cannot be read.`, { cause })
  }
  const read = ReportOptions.safeParse(content)
  if (read.success) return read.data
  const where = read.error.issues[0]?.path.join('.') ?? ''
  throw new AppError('invalid-input', `${path} does not hold the options of a report (${where}).`)
}

function textOf(given: string | undefined): string {
  if (given === undefined || !given.startsWith('@')) return given ?? ''
  try {
    return readFileSync(given.slice(1), 'utf8').trim()
  } catch (cause) {
    throw new AppError('invalid-input', `The text in ${given.slice(1)} cannot be read.`, { cause })
  }
}
