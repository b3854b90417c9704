import type { WritableCase } from '../case/rights.ts'
import { type Actor, appendCustody } from '../custody/log.ts'
import type { Basis } from './basis.ts'
import { factsReader } from './facts.ts'
import { RULES_SHA256 } from './rules.ts'
import type { Draft } from './watch/draft.ts'

export interface RunSums {
  readonly run: number
  readonly findings: number
  readonly hints: number
  /** Findings that no earlier run had. */
  readonly fresh: number
}

/** One finding of this run: drafts that begin with the same record are one. */
interface Found {
  readonly key: string
  readonly draft: Draft
  readonly ids: readonly number[]
  readonly matched: number
}

/** So many records of a finding are asked whether an earlier finding held them. */
const ASKED_FOR_SAME = 1000

/** Keeps the findings of one run, all or nothing. */
export function saveRun(db: WritableCase, actor: Actor, basis: Basis, drafts: readonly Draft[]): RunSums {
  const save = db.transaction(() => {
    const { signIns } = db.prepare('select count(*) as signIns from sign_in').get() as { signIns: number }
    const at = actor.now()
    const run = Number(
      db
        .prepare(
          `insert into detection_run (at, author, rules_sha256, sign_ins, basis) values (?, ?, ?, ?, ?)`,
        )
        .run(at, actor.name, RULES_SHA256, signIns, JSON.stringify(basis)).lastInsertRowid,
    )
    const keep = keeper(db, run)
    const found = foundIn(db, drafts)
    let fresh = 0
    for (const one of found) fresh += keep(one) ? 1 : 0
    dropUnfound(db, run)
    const hints = found.filter(({ draft }) => draft.rule.severity === 'info').length
    const sums = { run, findings: found.length - hints, hints, fresh }
    appendCustody(db, actor, 'detection.run', { ...sums, signIns, rulesSha256: RULES_SHA256 })
    return sums
  })
  return save.immediate()
}

/** Joins drafts that begin alike, and leaves out what was taken back while the rules were asked. */
function foundIn(db: WritableCase, drafts: readonly Draft[]): readonly Found[] {
  const recordKey = db.prepare('select record_key as key from sign_in where id = ?')
  const found = new Map<string, Found>()
  for (const draft of drafts) {
    const ids = [...new Set(draft.ids)].filter((id) => recordKey.get(id) !== undefined)
    const [first] = ids
    if (first === undefined) continue
    const record = (recordKey.get(first) as { key: string }).key
    const key = [draft.rule.id, draft.groupKey, record].join('|')
    const before = found.get(key)
    const all = before === undefined ? ids : [...new Set([...before.ids, ...ids])]
    const matched = Math.max(all.length, draft.matched, before?.matched ?? 0)
    found.set(key, { key, draft: before?.draft ?? draft, ids: all, matched })
  }
  return [...found.values()]
}

/** Answers with a function that keeps one finding and says whether it is new. */
function keeper(db: WritableCase, run: number): (found: Found) => boolean {
  const factsOf = factsReader(db)
  const byKey = db.prepare('select id from finding where finding_key = ? and run_id < ?')
  // The first record may have changed, because an import brought earlier ones: what shares a record is the same.
  const byRecord = db.prepare(
    `select f.id as id from finding_event e join finding f on f.id = e.finding_id
     where e.sign_in_id = ? and f.rule = ? and f.group_key = ? and f.run_id < ?`,
  )
  const insert = db.prepare(
    `insert into finding (finding_key, rule, severity, grouping, group_key, subject, run_id, first_time, last_time, facts)
     values (@key, @rule, @severity, @grouping, @group, @subject, @run, @first, @last, @facts)`,
  )
  const update = db.prepare(
    `update finding set finding_key = @key, rule = @rule, severity = @severity, grouping = @grouping,
       group_key = @group, subject = @subject, run_id = @run, first_time = @first, last_time = @last, facts = @facts
     where id = @id`,
  )
  const clear = db.prepare('delete from finding_event where finding_id = ?')
  const hold = db.prepare('insert into finding_event (finding_id, sign_in_id) values (?, ?)')

  const knownAs = ({ key, ids, draft: { rule, groupKey } }: Found): number | null => {
    const same = byKey.get(key, run) as { id: number } | undefined
    if (same !== undefined) return same.id
    for (const id of ids.slice(0, ASKED_FOR_SAME)) {
      const shared = byRecord.get(id, rule.id, groupKey, run) as { id: number } | undefined
      if (shared !== undefined) return shared.id
    }
    return null
  }
  return (found) => {
    const { key, ids, matched, draft } = found
    const { firstTime, lastTime, facts } = factsOf(ids, matched)
    const values = {
      key,
      rule: draft.rule.id,
      severity: draft.rule.severity,
      grouping: draft.rule.per,
      group: draft.groupKey,
      subject: draft.subject,
      run,
      first: firstTime,
      last: lastTime,
      facts: JSON.stringify(facts),
    }
    const known = knownAs(found)
    if (known !== null) {
      clear.run(known)
      update.run({ ...values, id: known })
    }
    const finding = known ?? insert.run(values).lastInsertRowid
    for (const id of ids) hold.run(finding, id)
    return known === null
  }
}

/** What is no longer found goes, unless somebody judged it or wrote on it: then it stays and says so. */
function dropUnfound(db: WritableCase, run: number): void {
  db.prepare(
    `delete from finding where run_id < ?
       and not exists (select 1 from finding_judgement j where j.finding_id = finding.id)
       and not exists (select 1 from finding_note_revision n where n.finding_id = finding.id)`,
  ).run(run)
}
