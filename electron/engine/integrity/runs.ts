import {
  INTEGRITY_LEVELS,
  type INTEGRITY_VERDICTS,
  INTEGRITY_VIEWS,
  type IntegrityCheck,
  type IntegrityLevel,
  type IntegrityRun,
  type IntegritySummary,
  type IntegrityVerdict,
  type IntegrityView,
} from '../../../shared/domain/integrity.ts'
import { AppError } from '../../../shared/errors.ts'
import type { ReadableCase, WritableCase } from '../case/rights.ts'
import { type Actor, appendCustody } from '../custody/log.ts'
import type { IntegrityHooks } from './gather.ts'
import { type KeyFile, readKeyFiles } from './keys.ts'
import { type Verification, verifyFiles } from './verify.ts'

/**
 * Validates the files of a case, keeps the verdicts (those of the run before are replaced, its summary stays) and
 * writes a line of the custody log. Throws `invalid-input` for a file of keys, `cancelled`.
 */
export async function runVerification(
  db: WritableCase,
  actor: Actor,
  keyPaths: readonly string[],
  hooks: IntegrityHooks,
): Promise<IntegrityRun> {
  const { ring, files } = readKeyFiles(keyPaths)
  const basis = basisOf(db)
  let verified: Verification
  try {
    verified = await verifyFiles(db, keyPaths.length === 0 ? null : ring, hooks)
  } catch (cause) {
    if (hooks.signal.aborted) throw new AppError('cancelled', 'The validation was cancelled.')
    throw cause
  }
  const summary = summarise(verified, files)
  const save = db.transaction(() => {
    const { lastInsertRowid } = db
      .prepare('insert into integrity_run (at, author, basis, summary) values (?, ?, ?, ?)')
      .run(actor.now(), actor.name, basis, JSON.stringify(summary))
    const id = Number(lastInsertRowid)
    db.prepare('delete from integrity_check').run()
    const add = db.prepare('insert into integrity_check values (?, ?, ?, ?, ?, ?)')
    for (const [number, check] of verified.checks.entries()) {
      const { kind, verdict, fails } = check
      add.run(id, number, kind, verdict, fails ? 1 : 0, JSON.stringify(check))
    }
    const { gaps, ...rest } = summary
    appendCustody(db, actor, 'integrity.verified', { run: id, ...rest, gaps: gaps.length })
  })
  save.immediate()
  const run = lastVerification(db)
  if (run === null) throw new AppError('internal', 'The validation was not kept.')
  return run
}

function summarise({ checks, gaps, chains }: Verification, keyFiles: readonly KeyFile[]): IntegritySummary {
  const digests = checks.filter(({ kind }) => kind === 'digest')
  const logs = checks.filter(({ kind }) => kind === 'log')
  return {
    keyFiles: [...keyFiles],
    chains,
    digests: verdictsOf(digests),
    logs: verdictsOf(logs),
    lake: verdictsOf(checks.filter(({ kind }) => kind === 'lake')),
    digestsAtLeast: levelsOf(digests),
    logsAtLeast: levelsOf(logs),
    gaps: [...gaps],
    holds: !checks.some(({ fails }) => fails),
  }
}

function verdictsOf(checks: readonly IntegrityCheck[]): Record<IntegrityVerdict, number> {
  const counts = { valid: 0, invalid: 0, missing: 0, 'not-authenticated': 0, 'not-checked': 0 }
  for (const { verdict } of checks) counts[verdict] += 1
  return counts satisfies Record<(typeof INTEGRITY_VERDICTS)[number], number>
}

function levelsOf(checks: readonly IntegrityCheck[]): Record<IntegrityLevel, number> {
  const counts = { none: 0, hash: 0, chain: 0, signature: 0 }
  for (const { level } of checks) {
    for (const lower of INTEGRITY_LEVELS.slice(0, INTEGRITY_LEVELS.indexOf(level) + 1)) counts[lower] += 1
  }
  return counts
}

/** The last validation; null when there was none. */
export function lastVerification(db: ReadableCase): IntegrityRun | null {
  const row = db.prepare('select * from integrity_run order by id desc limit 1').get() as
    | { id: number; at: number; author: string; basis: string; summary: string }
    | undefined
  if (row === undefined) return null
  const { id, at, author, basis, summary } = row
  const counts = { all: 0, problems: 0, digests: 0, logs: 0, lake: 0 }
  for (const view of INTEGRITY_VIEWS) counts[view] = countOf(db, view)
  return {
    id,
    at,
    author,
    outdated: basis !== basisOf(db),
    counts,
    reasons: reasonsOf(db),
    summary: JSON.parse(summary) as IntegritySummary,
  }
}

function countOf(db: ReadableCase, view: IntegrityView | 'named'): number {
  const row = db.prepare(`select count(*) as total from integrity_check where ${WHERE[view]}`).get()
  return (row as { total: number }).total
}

function reasonsOf(db: ReadableCase): IntegrityRun['reasons'] {
  return db
    .prepare(
      `select kind, reason.value as reason, count(*) as files
       from integrity_check, json_each(body, '$.reasons') reason
       group by kind, reason.value order by files desc, kind, reason.value`,
    )
    .all() as IntegrityRun['reasons']
}

/** A log file that is in no digest file, with nothing else to say of it: there may be thousands, all alike. */
const UNLISTED = `fails = 1 and kind = 'log' and json_extract(body, '$.reasons') = '["in-no-digest"]'
  and json_extract(body, '$.sourceId') is not null`

const WHERE: Readonly<Record<IntegrityView | 'named', string>> = {
  all: 'true',
  problems: 'fails = 1',
  named: `fails = 1 and not (${UNLISTED})`,
  digests: "kind = 'digest'",
  logs: "kind = 'log'",
  lake: "kind = 'lake'",
}

/** Verdicts of the last validation, digests first, in order of path. */
export function verificationChecks(
  db: ReadableCase,
  view: IntegrityView | 'named',
  offset: number,
  limit: number,
): { readonly total: number; readonly rows: IntegrityCheck[] } {
  const rows = db
    .prepare(`select body from integrity_check where ${WHERE[view]} order by number limit ? offset ?`)
    .all(limit, offset) as { body: string }[]
  return { total: countOf(db, view), rows: rows.map(({ body }) => JSON.parse(body) as IntegrityCheck) }
}

/** Sources of the files that the view `named` leaves out, in order of path. */
export function unlistedLogs(db: ReadableCase): number[] {
  return db
    .prepare(`select json_extract(body, '$.sourceId') from integrity_check where ${UNLISTED} order by number`)
    .pluck()
    .all() as number[]
}

/** Changes whenever files come into the ledger. */
function basisOf(db: ReadableCase): string {
  return JSON.stringify(db.prepare('select count(*) as files, max(id) as last from source').get())
}
