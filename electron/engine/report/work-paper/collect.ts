import type { ReportOptions } from '../../../../shared/domain/report.ts'
import { AppError } from '../../../../shared/errors.ts'
import type { ReadableCase } from '../../case/rights.ts'
import { addressDataset } from '../../enrich/fill-addresses.ts'
import { lastVerification } from '../../integrity/runs.ts'
import { inTurns } from '../../query/store/steps.ts'
import type { ToolInfo } from '../../tool.ts'
import { workPaper } from '../../work-paper/run.ts'
import { zoneClock } from '../clock.ts'
import { collectCustody } from '../collect/custody.ts'
import { collectSources, collectSums } from '../collect/sources.ts'
import { collectZone } from '../collect/zone.ts'
import { caseInfo, hashOf, reportIdOf } from '../collect.ts'
import { manifestFacts } from '../manifest.ts'
import type { ReportModel, SummaryFacts } from '../model.ts'

/** So many exceptions of each test are printed; the paper says where there are more. */
const PRINTED_AT_MOST = 500

const NOTHING: SummaryFacts = {
  listed: 0,
  inCase: 0,
  first: null,
  last: null,
  outcomes: { success: 0, failure: 0, 'not-stated': 0 },
  mfa: { used: 0, 'not-used': 0, 'not-visible': 0, 'not-stated': 0 },
  events: [],
  principals: [],
  addresses: 0,
  withoutAddress: 0,
  hiddenFailures: 0,
  root: { success: 0, failure: 0, 'not-stated': 0 },
  withoutMfa: { count: 0, shown: [] },
}

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
  const options = { ...asked, zone: settings.zone }
  const paper = await inTurns(workPaper(db, settings, PRINTED_AT_MOST), signal)
  const { createdAt: caseCreatedAt, ...details } = caseInfo(db)
  const sources = collectSources(db)
  const model: Omit<ReportModel, 'contentHash'> = {
    reportId: reportIdOf(details.caseNumber, options),
    options,
    tool,
    details,
    caseCreatedAt,
    manifest: manifestFacts(sources),
    sources,
    sums: collectSums(db, sources),
    zone: collectZone(options.zone, zoneClock(options.zone), []),
    rows: [],
    summary: NOTHING,
    addressData: addressDataset(db),
    exhibits: [],
    findings: { run: null, outdated: false, rules: 0, notAsked: [], hints: 0, left: 0, findings: [] },
    custody: collectCustody(db, options.issuedAt),
    workPaper: { paper, integrity: lastVerification(db) },
  }
  return { ...model, contentHash: hashOf(model) }
}
