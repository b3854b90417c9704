import type { DetectionState, FindingDetail, FindingRow } from '../../shared/domain/finding.ts'
import { AppError } from '../../shared/errors.ts'
import type { Handlers, Served } from '../../shared/ipc/serve.ts'
import { at, rows } from './fake-case.ts'

type DetectionCalls =
  | 'detection.run'
  | 'detection.state'
  | 'detection.rules'
  | 'finding.list'
  | 'finding.detail'
  | 'finding.events'
  | 'finding.judge'
  | 'finding.note'
  | 'finding.noteRemoved'

const found = (
  id: number,
  rule: FindingRow['rule'],
  severity: FindingRow['severity'],
  subject: string | null,
  grouping: FindingRow['grouping'] = 'person',
): FindingRow => ({
  id,
  rule,
  severity,
  grouping,
  subject,
  firstTime: at(14, '13:02:11') + id * 60,
  lastTime: at(14, '13:52:07') + id * 60,
  events: 1 + (id % 4),
  verdict: 'open',
  grown: false,
  gone: false,
  notes: 0,
})

/** A few findings kept in memory that can be judged and noted. */
export function fakeDetections(emit: () => Served['emit']): Pick<Handlers, DetectionCalls> {
  const state: DetectionState = {
    run: { at: at(16, '01:00:00') * 1000, author: 'M. Kobayashi', signIns: rows.length },
    outdated: [],
    open: 3,
    accepted: 0,
    dismissed: 0,
    hints: 1,
    rules: 4,
    federated: 12,
    withoutTime: 0,
    damagedFiles: 0,
    beforeRootFailures: false,
  }
  const kept = new Map<number, FindingDetail>()
  for (const row of [
    found(1, 'failures-then-success', 'critical', 'alice'),
    found(2, 'no-mfa', 'high', 'alice'),
    found(3, 'root-failed', 'medium', '111122223333', 'account'),
    found(4, 'console-failed', 'info', null, 'case'),
  ]) {
    const facts = {
      successes: 1,
      failures: row.events - 1,
      names: ['alice'],
      nameCount: 1,
      hidden: 0,
      addresses: ['198.51.100.23'],
      addressCount: 1,
      accounts: ['111122223333'],
      accountCount: 1,
      countries: [],
      agents: ['Chrome 109'],
      matched: row.events,
    }
    kept.set(row.id, { row, facts, judgements: [], notes: [], foundAt: at(16, '01:00:00') * 1000 })
  }
  const one = (id: number): FindingDetail => {
    const detail = kept.get(id)
    if (detail === undefined) throw new AppError('not-found', `There is no finding ${id}.`)
    return detail
  }
  const change = (id: number, to: (now: FindingDetail) => FindingDetail): FindingDetail => {
    const next = to(one(id))
    kept.set(id, next)
    emit()('case.changed', { what: 'findings' })
    return next
  }
  const now = () => Date.now()
  const author = 'M. Kobayashi'

  return {
    'detection.run': () => state,
    'detection.state': () => {
      const all = [...kept.values()].filter(({ row }) => row.severity !== 'info')
      const count = (verdict: FindingRow['verdict']) =>
        all.filter(({ row }) => row.verdict === verdict).length
      return { ...state, open: count('open'), accepted: count('accepted'), dismissed: count('dismissed') }
    },
    'detection.rules': () =>
      [...kept.values()].map(({ row }) => ({
        id: row.rule,
        severity: row.severity,
        attack: ['T1078.004'],
        source: null,
        impossible: null,
        findings: 1,
      })),
    'finding.list': ({ verdicts, severities, rules, signInId }) => {
      const list = [...kept.values()]
        .map(({ row }) => row)
        .filter((row) => verdicts.length === 0 || verdicts.includes(row.verdict))
        .filter((row) => severities.length === 0 || severities.includes(row.severity))
        .filter((row) => rules.length === 0 || rules.includes(row.rule))
        .filter(() => signInId === null)
      return { total: list.length, rows: list }
    },
    'finding.detail': ({ id }) => one(id),
    'finding.events': ({ id, offset, limit }) =>
      rows.slice(0, one(id).row.events).slice(offset, offset + limit),
    'finding.judge': ({ id, verdict, reason }) =>
      change(id, (detail) => ({
        ...detail,
        row: { ...detail.row, verdict },
        judgements: [...detail.judgements, { verdict, reason, author, at: now(), events: detail.row.events }],
      })),
    'finding.note': ({ id, text }) =>
      change(id, (detail) => ({
        ...detail,
        row: { ...detail.row, notes: detail.row.notes + 1 },
        notes: [
          ...detail.notes,
          {
            id: detail.notes.length + 1,
            text,
            author,
            createdAt: now(),
            changedAt: now(),
            revisions: 1,
            removed: false,
          },
        ],
      })),
    'finding.noteRemoved': ({ id, note, removed }) =>
      change(id, (detail) => ({
        ...detail,
        notes: detail.notes.map((kept) => (kept.id === note ? { ...kept, removed } : kept)),
      })),
  }
}
