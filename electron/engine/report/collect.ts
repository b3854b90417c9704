import { createHash } from 'node:crypto'
import type { ReportOptions } from '../../../shared/domain/report.ts'
import { utcText } from '../../../shared/domain/time.ts'
import type { EpochMs } from '../../../shared/domain/units.ts'
import type { ReadableCase } from '../case/rights.ts'
import { caseDetails } from '../case/summary.ts'
import { addressDataset } from '../enrich/fill-addresses.ts'
import { gapCauses } from '../integrity/gap-causes.ts'
import { atOnce, type Steps } from '../query/store/steps.ts'
import type { ToolInfo } from '../tool.ts'
import { zoneClock } from './clock.ts'
import { collectCoverage, collectTrailChanges } from './collect/coverage.ts'
import { collectCustody } from './collect/custody.ts'
import { collectExhibit, exhibitsNotFound, numberExhibits } from './collect/exhibits.ts'
import { citedRows, collectFindings } from './collect/findings.ts'
import { collectIntegrity } from './collect/integrity.ts'
import { collectLimits } from './collect/limits.ts'
import { collectRevisions } from './collect/revisions.ts'
import { collectAccounts, countNotes, countRoot } from './collect/scope.ts'
import { collectSignIns } from './collect/sign-ins.ts'
import { collectSources, collectSums } from './collect/sources.ts'
import { collectZone } from './collect/zone.ts'
import type { RowHooks } from './listed-rows.ts'
import { manifestFacts } from './manifest.ts'
import type { ReportModel } from './model.ts'

/**
 * Reads from a case all that a report says. Nothing depends on the clock, the machine but for the program on it, or the
 * order in which SQLite gives its rows. The caller refuses a moment of issue before `lastChangeAt`.
 */
export function collectReport(db: ReadableCase, options: ReportOptions, tool: ToolInfo): ReportModel {
  return atOnce(collectingReport(db, options, tool, () => undefined))
}

/** The same in steps, with the sign-ins read so far and all of them. The case must stay as it is in between. */
export function* collectingReport(
  db: ReadableCase,
  options: ReportOptions,
  tool: ToolInfo,
  onRows: RowHooks['onRows'],
): Steps<ReportModel> {
  const details = caseDetails(db)
  const sources = collectSources(db)
  const numbers = numberExhibits(db, options, options.exhibits === 'cited' ? citedRows(db) : [])
  const integrity = collectIntegrity(db)
  const custody = collectCustody(db, options.issuedAt)
  const { rows, summary } = yield* collectSignIns(db, options.filter, numbers, onRows)
  const model = {
    reportId: reportIdOf(details.caseNumber, options),
    options,
    tool,
    program: tool.files(),
    details,
    caseCreatedAt: createdAt(db),
    manifest: manifestFacts(sources),
    sources,
    sums: collectSums(db, sources),
    zone: collectZone(options.zone, zoneClock(options.zone), rows),
    rows,
    summary,
    addressData: addressDataset(db),
    exhibits: [...numbers].map(([id, number]) => collectExhibit(db, id, number, sources)),
    exhibitsNotFound: exhibitsNotFound(db, options),
    notesInCase: countNotes(db),
    accounts: collectAccounts(db),
    root: countRoot(db),
    integrity,
    coverage: collectCoverage(db, sources),
    trailChanges: collectTrailChanges(db, sources),
    gapCauses: gapCauses(db, integrity.run?.summary.gaps ?? []).causes,
    limits: collectLimits(db),
    revisions: collectRevisions(custody.entries, options.issuedAt),
    findings: collectFindings(db, sources, numbers),
    custody,
    workPaper: null,
  }
  return { ...model, contentHash: yield* hashing(model) }
}

function createdAt(db: ReadableCase): EpochMs {
  return db.prepare('select created_at from case_info').pluck().get() as EpochMs
}

/** `TC-<case number>-<moment of issue>`: two reports of one case never share it. */
function reportIdOf(caseNumber: string, options: ReportOptions): string {
  const number = caseNumber.replaceAll(/[^\p{L}\p{N}._-]+/gu, '-').slice(0, 40)
  const moment = utcText(options.issuedAt).replaceAll(/[-:]/g, '')
  return ['TC', ...(number === '' ? [] : [number]), moment].join('-')
}

/** SHA-256 of a model. */
export function hashOf(model: Omit<ReportModel, 'contentHash'>): string {
  return atOnce(hashing(model))
}

const HASHED_AT_A_TIME = 5_000

/** Rows are hashed one by one: as one text, a million of them would be too long for a string. */
function* hashing(model: Omit<ReportModel, 'contentHash'>): Steps<string> {
  const { rows, sources, exhibits, ...rest } = model
  const hash = createHash('sha256').update(JSON.stringify(rest))
  for (const list of [rows, sources, exhibits]) {
    hash.update(`\n${list.length}`)
    for (const [index, entry] of list.entries()) {
      hash.update(`\n${JSON.stringify(entry)}`)
      if (index % HASHED_AT_A_TIME === HASHED_AT_A_TIME - 1) yield
    }
  }
  return hash.digest('hex')
}
