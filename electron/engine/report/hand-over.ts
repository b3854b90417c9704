import type { Writable } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import type {
  ExportFormat,
  ReportOptions,
  ReportProgress,
  WrittenFile,
} from '../../../shared/domain/report.ts'
import { utcText, utcTextMs } from '../../../shared/domain/time.ts'
import type { EpochSeconds } from '../../../shared/domain/units.ts'
import { AppError } from '../../../shared/errors.ts'
import type { ReadableCase, WritableCase } from '../case/rights.ts'
import type { Actor } from '../custody/log.ts'
import { inTurns } from '../query/store/steps.ts'
import type { ToolInfo } from '../tool.ts'
import { collectingReport } from './collect.ts'
import { writeCsv } from './csv.ts'
import { handOverFile } from './hand-over-file.ts'
import { writeHtml } from './html.ts'
import { writeJsonl } from './jsonl.ts'
import { lastChangeAt } from './last-change.ts'
import { writeLedgerCsv } from './ledger-csv.ts'
import type { RowHooks } from './listed-rows.ts'
import type { ReportModel } from './model.ts'
import { writePdf } from './pdf.ts'
import { collectWorkPaper } from './work-paper/collect.ts'

export interface ReportHooks {
  readonly signal: AbortSignal
  readonly onProgress: (progress: ReportProgress) => void
}

type Facts = Omit<WrittenFile, 'path' | 'format'>

/**
 * Writes the sign-ins as PDF or HTML report, CSV or JSON Lines and notes it in the custody log. The file appears under
 * its name only when it is whole. Throws `invalid-input` when the case changed after the moment of issue, and
 * `disk-full`, `write-failed` or `cancelled`.
 */
export async function writeReport(
  db: WritableCase,
  actor: Actor,
  options: ReportOptions,
  format: ExportFormat,
  path: string,
  hooks: ReportHooks,
): Promise<WrittenFile> {
  const write = (stream: Writable): Promise<Facts> => {
    if (format === 'pdf') return pdfInto(db, actor.tool, options, stream, hooks)
    if (format === 'html') return htmlInto(db, actor.tool, options, stream, hooks)
    const { filter, zone } = options
    const all = Number.POSITIVE_INFINITY
    const rows = rowHooks(hooks)
    if (format === 'csv') return withoutPages(writeCsv(db, filter, zone, stream, all, rows))
    return withoutPages(writeJsonl(db, filter, stream, all, rows))
  }
  return handOver(db, actor, path, format, whatWasChosen(actor, options, format), async (stream) => {
    const facts = await write(stream)
    // The last moment: from here on the file gets its name.
    hooks.signal.throwIfAborted()
    return facts
  })
}

/** Writes the file ledger as CSV and notes it in the custody log. Throws as `writeReport`. */
export function writeLedger(db: WritableCase, actor: Actor, path: string): Promise<WrittenFile> {
  return handOver(db, actor, path, 'ledger-csv', {}, (stream) => withoutPages(writeLedgerCsv(db, stream)))
}

/** Lays the PDF out as `writeReport` would write it, into `stream`. Throws `invalid-input` as it does. */
export async function pdfInto(
  db: ReadableCase,
  tool: ToolInfo,
  options: ReportOptions,
  stream: Writable,
  hooks: ReportHooks,
): Promise<Facts> {
  const model = await modelFor(db, tool, options, hooks)
  const { pages, bytes, sha256 } = await writePdf(model, stream, hooks)
  return { rows: rowsOf(model), pages, bytes, sha256 }
}

/** The same report as one HTML file. Throws as `pdfInto`. */
export async function htmlInto(
  db: ReadableCase,
  tool: ToolInfo,
  options: ReportOptions,
  stream: Writable,
  hooks: ReportHooks,
): Promise<Facts> {
  const model = await modelFor(db, tool, options, hooks)
  return { rows: rowsOf(model), pages: null, ...(await writeHtml(model, stream, hooks)) }
}

async function modelFor(
  db: ReadableCase,
  tool: ToolInfo,
  options: ReportOptions,
  hooks: ReportHooks,
): Promise<ReportModel> {
  refuseOtherMoments(db, options.issuedAt)
  hooks.onProgress({ step: 'collecting', unit: 'sign-ins', done: 0, total: 0 })
  const { signal } = hooks
  const paper = options.variant === 'work-paper'
  const model = paper
    ? await collectWorkPaper(db, options, tool, signal)
    : await inTurns(
        collectingReport(db, options, tool, (done, total) =>
          hooks.onProgress({ step: 'collecting', unit: 'sign-ins', done, total }),
        ),
        signal,
      )
  // Others had their turns while it was collected, and may have changed the case.
  refuseOtherMoments(db, options.issuedAt)
  return model
}

function rowHooks({ signal, onProgress }: ReportHooks): RowHooks {
  return {
    signal,
    onRows: (done, total) => onProgress({ step: 'writing', unit: 'sign-ins', done, total }),
  }
}

function rowsOf(model: ReportModel): number {
  return model.workPaper?.paper.population.inPeriod ?? model.rows.length
}

/**
 * The present whole second, once the last change of the case lies before it: what was written in the same second could
 * otherwise stand in the report or not. Throws `invalid-input` when the case was changed later than this clock shows:
 * one of two clocks is or was wrong, and waiting may take years.
 */
export async function momentOfIssue(db: ReadableCase): Promise<EpochSeconds> {
  for (;;) {
    const now = Date.now()
    const issuedAt = Math.floor(now / 1000)
    const last = lastChangeAt(db) ?? 0
    if (last <= issuedAt * 1000) return issuedAt
    if (last > now + ROUNDING_MS) {
      const [changed, earliest] = [utcTextMs(last), utcText(Math.ceil(last / 1000))]
      throw new AppError(
        'invalid-input',
        `The last change of the case is dated ${changed}; this computer's clock shows ${utcTextMs(now)}. ` +
          `Set the clock right, or, where the earlier one was wrong, state the moment of issue: --issued-at ${earliest}.`,
      )
    }
    await wait(1000 - (now % 1000))
  }
}

/** Room for a moment that was rounded up to a whole second, and for the clock of a window that is a little ahead. */
const ROUNDING_MS = 2000

/**
 * A report states the case at its moment of issue: not what was written later, and not what is to come, unless a clock
 * that was ahead dated the case itself so: then its last second is the earliest that can be stated.
 */
function refuseOtherMoments(db: ReadableCase, issuedAt: number): void {
  const last = lastChangeAt(db)
  const at = utcText(issuedAt)
  if (last !== null && last > issuedAt * 1000) {
    const changed = utcTextMs(last)
    throw new AppError(
      'invalid-input',
      `The case was changed at ${changed}, after the moment of issue ${at}.`,
    )
  }
  const isEarliest = last !== null && issuedAt === Math.ceil(last / 1000)
  if (issuedAt * 1000 > Date.now() + ROUNDING_MS && !isEarliest) {
    throw new AppError('invalid-input', `The moment of issue ${at} lies in the future.`)
  }
}

function handOver(
  db: WritableCase,
  actor: Actor,
  path: string,
  format: WrittenFile['format'],
  chosen: Readonly<Record<string, unknown>>,
  write: (stream: Writable) => Promise<Facts>,
): Promise<WrittenFile> {
  const written = async (stream: Writable, target: string) => ({
    path: target,
    format,
    ...(await write(stream)),
  })
  return handOverFile(db, actor, path, written, chosen)
}

/** What the custody log keeps beside the file, so that it can be written again. */
function whatWasChosen(
  { tool }: Actor,
  options: ReportOptions,
  format: ExportFormat,
): Readonly<Record<string, unknown>> {
  const { issuedAt, language, zone, filter, variant } = options
  if (format !== 'pdf' && format !== 'html') return { zone, filter }
  return { issuedAt, language, variant, options, program: tool.files().sha256 }
}

async function withoutPages(facts: Promise<Omit<Facts, 'pages'>>): Promise<Facts> {
  return { ...(await facts), pages: null }
}
