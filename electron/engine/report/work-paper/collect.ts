import { emptyFilter } from '../../../../shared/domain/filter.ts'
import type { ReportOptions } from '../../../../shared/domain/report.ts'
import { AppError } from '../../../../shared/errors.ts'
import type { ReadableCase } from '../../case/rights.ts'
import { lastVerification } from '../../integrity/runs.ts'
import { inTurns } from '../../query/store/steps.ts'
import type { ToolInfo } from '../../tool.ts'
import { workPaper } from '../../work-paper/run.ts'
import { collectReport, hashOf } from '../collect.ts'
import type { ReportModel } from '../model.ts'

/** So many exceptions of each test are printed; the paper says where there are more. */
const PRINTED_AT_MOST = 500

/** Lets no sign-in through: the paper lists its own. */
const NO_ROWS = { ...emptyFilter, from: 0, to: 0 }

/**
 * Reads from a case all that the work paper says; nothing depends on the clock or the machine. Its second clock is the
 * zone of the paper. Throws `invalid-input` without settings and for a sample that is too large; rejects with the
 * reason of `signal`.
 */
export async function collectWorkPaper(
  db: ReadableCase,
  asked: ReportOptions,
  tool: ToolInfo,
  signal: AbortSignal,
): Promise<ReportModel> {
  const settings = asked.workPaper
  if (settings === undefined) throw new AppError('invalid-input', 'The work paper needs its settings.')
  const options: ReportOptions = {
    ...asked,
    zone: settings.zone,
    filter: NO_ROWS,
    exhibits: 'chosen',
    exhibitEvents: [],
  }
  const paper = await inTurns(workPaper(db, settings, PRINTED_AT_MOST), signal)
  const { contentHash: _, ...rest } = collectReport(db, options, tool)
  const model = { ...rest, workPaper: { paper, integrity: lastVerification(db) } }
  return { ...model, contentHash: hashOf(model) }
}
