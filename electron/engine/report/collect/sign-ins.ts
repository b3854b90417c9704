import { isIP } from 'node:net'
import type { SignInFilter } from '../../../../shared/domain/filter.ts'
import type { SignInRow } from '../../../../shared/domain/sign-in.ts'
import type { ReadableCase } from '../../case/rights.ts'
import type { Steps } from '../../query/store/steps.ts'
import { listedIds, type RowHooks, rowParts } from '../listed-rows.ts'
import type { EventTally, NumberedSignIn, PrincipalTally, ReportRow, SummaryFacts } from '../model.ts'

/** Successes without MFA that the summary tells in words; the rest is counted and marked in the list. */
export const SHOWN_WITHOUT_MFA = 12

type Counts = Record<SignInRow['outcome'], number>
const none = (): Counts => ({ success: 0, failure: 0, 'not-stated': 0 })

export interface SignInFindings {
  readonly rows: readonly ReportRow[]
  readonly summary: SummaryFacts
}

/**
 * Reads the listed sign-ins once, a part in each step, and counts as it goes. `exhibits` gives the exhibit of a row, by
 * row number.
 */
export function* collectSignIns(
  db: ReadableCase,
  filter: SignInFilter,
  exhibits: ReadonlyMap<number, number>,
  onRows: RowHooks['onRows'],
): Steps<SignInFindings> {
  const rows: ReportRow[] = []
  const outcomes = none()
  const mfa = { used: 0, 'not-used': 0, 'not-visible': 0, 'not-stated': 0 }
  const root = none()
  const events = new Map<string, { name: string | null; source: string | null; counts: Counts }>()
  const principals = new Map<string, PrincipalTally & { counts: Counts }>()
  const addresses = new Set<string>()
  const shown: NumberedSignIn[] = []
  let withoutMfa = 0
  let withoutAddress = 0
  let hiddenFailures = 0
  // The same few names and addresses stand in thousands of rows: one string each.
  const seen = new Map<string, string>()
  const once = (text: string | null): string | null => {
    if (text === null) return null
    const known = seen.get(text)
    if (known !== undefined) return known
    seen.set(text, text)
    return text
  }

  const ids = listedIds(db, filter)
  for (const part of rowParts(db, ids)) {
    for (const row of part) {
      const exhibit = exhibits.get(row.id) ?? null
      rows.push(toReportRow(row, exhibit, once))
      outcomes[row.outcome] += 1
      mfa[row.mfa] += 1
      if (row.principalKind === 'root') root[row.outcome] += 1
      if (row.principalKind === 'hidden' && row.outcome === 'failure') hiddenFailures += 1
      if (row.sourceIp !== null && isIP(row.sourceIp) !== 0) addresses.add(row.sourceIp)
      else withoutAddress += 1
      if (row.outcome === 'success' && row.mfa === 'not-used') {
        withoutMfa += 1
        if (shown.length < SHOWN_WITHOUT_MFA) shown.push({ row, exhibit })
      }
      countEvent(events, row)
      countPrincipal(principals, row)
    }
    onRows(rows.length, ids.length)
    yield
  }
  const times = rows.flatMap((row) => (row.time === null ? [] : [row.time]))
  const inCase = db.prepare('select count(*) as n from sign_in').get() as { n: number }
  const summary: SummaryFacts = {
    listed: rows.length,
    inCase: inCase.n,
    // Rows stand in order of time.
    first: times[0] ?? null,
    last: times.at(-1) ?? null,
    outcomes,
    mfa,
    events: [...events.values()].sort((a, b) => total(b.counts) - total(a.counts) || compare(a.name, b.name)),
    principals: [...principals.values()].sort(
      (a, b) => total(b.counts) - total(a.counts) || compare(a.kind, b.kind) || compare(a.name, b.name),
    ),
    addresses: addresses.size,
    withoutAddress,
    hiddenFailures,
    root,
    withoutMfa: { count: withoutMfa, shown },
  }
  return { rows, summary }
}

export function total(counts: EventTally['counts']): number {
  return counts.success + counts.failure + counts['not-stated']
}

function compare(a: string | null, b: string | null): number {
  if (a === b) return 0
  if (a === null) return 1
  if (b === null) return -1
  return a < b ? -1 : 1
}

function toReportRow(
  row: SignInRow,
  exhibit: number | null,
  once: (text: string | null) => string | null,
): ReportRow {
  return {
    id: row.id,
    time: row.eventTime,
    timeText: row.eventTime === null ? row.eventTimeText : null,
    outcome: row.outcome,
    kind: row.principalKind,
    name: once(row.principalName),
    event: once(row.eventName),
    ip: once(row.sourceIp),
    region: once(row.region),
    account: once(row.recipientAccountId ?? row.accountId),
    mfa: row.mfa,
    conflict: row.conflict,
    exhibit,
  }
}

function countEvent(
  events: Map<string, { name: string | null; source: string | null; counts: Counts }>,
  row: SignInRow,
): void {
  const key = JSON.stringify([row.eventSource, row.eventName])
  const tally = events.get(key) ?? { name: row.eventName, source: row.eventSource, counts: none() }
  tally.counts[row.outcome] += 1
  events.set(key, tally)
}

function countPrincipal(principals: Map<string, PrincipalTally & { counts: Counts }>, row: SignInRow): void {
  const key = JSON.stringify([row.principalKind, row.principalName])
  const { eventTime: time, outcome } = row
  const tally = principals.get(key)
  if (tally === undefined) {
    const counts = none()
    counts[outcome] += 1
    const { principalKind: kind, principalName: name } = row
    principals.set(key, { kind, name, counts, first: time, last: time })
    return
  }
  tally.counts[outcome] += 1
  // Rows stand in order of time, those without a time last.
  principals.set(key, { ...tally, first: tally.first ?? time, last: time ?? tally.last })
}
