import type { RelatedEvents, RelatedGroup, Relation } from '../../../shared/domain/related.ts'
import type { SignInRow } from '../../../shared/domain/sign-in.ts'
import { AppError } from '../../../shared/errors.ts'
import type { ReadableCase } from '../case/rights.ts'
import { failuresBefore } from './failures-before.ts'
import { type Candidates, near } from './related-candidates.ts'
import { type SessionKeys, sessionKeysOf } from './session-keys.ts'
import { signInRows } from './views.ts'

const MINUTE = 60
const HOUR = 60 * MINUTE

/** A console session ends after twelve hours at the latest; its records lie no farther apart. */
const SESSION_SECONDS = 12 * HOUR
/** The steps of one sign-in follow each other within minutes; a person who waits longer has to begin again. */
const ATTEMPT_SECONDS = 10 * MINUTE

/** So many of a group are handed out, the nearest in time. */
const LISTED = 25

/** Ids of a group before they are made rows. */
interface Found {
  readonly relation: Relation
  readonly value: string
  readonly ids: readonly number[]
  readonly complete: boolean
}

/**
 * Other sign-in records of the case that belong to one, each group with the reason (`Relation`). `minutes` is how far
 * "around" reaches for the same principal, address and key, and how long a run of failures may pause. Values that
 * have no column of their own are read from the records' bytes, of candidates that indexed columns choose. A record
 * without a readable time has no surroundings. Throws `not-found`.
 */
export function relatedEvents(db: ReadableCase, id: number, minutes: number): RelatedEvents {
  const [row] = signInRows(db, [id])
  if (row === undefined) throw new AppError('not-found', `No event ${id} in this case.`)
  const time = row.eventTime
  if (time === null) return { id, minutes, groups: [] }
  const keysOf = sessionKeysOf(db)
  const own = keysOf(id)
  const found = [
    attempt(db, row, time),
    workflow(db, row, time, own, keysOf),
    session(db, row, time, own, keysOf),
    sessionStart(db, row, time, own, keysOf),
    roleSwitch(db, row, time),
    failuresBefore(db, row, time, minutes * MINUTE),
    around(db, row, time, minutes, 'principal'),
    around(db, row, time, minutes, 'address'),
    around(db, row, time, minutes, 'access-key'),
  ]
  const groups = found.flatMap((group) =>
    group === null || group.ids.length === 0 ? [] : [groupOf(db, group, time)],
  )
  return { id, minutes, groups }
}

function groupOf(db: ReadableCase, { relation, value, ids, complete }: Found, time: number): RelatedGroup {
  const times = db.prepare('select event_time from sign_in where id = ?').pluck()
  const distance = new Map(ids.map((id) => [id, Math.abs(Number(times.get(id)) - time)]))
  const nearest = [...ids].sort((a, b) => (distance.get(a) ?? 0) - (distance.get(b) ?? 0) || a - b)
  const rows = signInRows(db, nearest.slice(0, LISTED))
  rows.sort((a, b) => (a.eventTime ?? 0) - (b.eventTime ?? 0) || a.id - b.id)
  return { relation, value, count: ids.length, complete, rows }
}

/** The MFA step and the sign-in after it: same name, account and address, within minutes, nothing in between. */
function attempt(db: ReadableCase, row: SignInRow, time: number): Found | null {
  const other = { CheckMfa: 'ConsoleLogin', ConsoleLogin: 'CheckMfa' }[row.eventName ?? '']
  const { principalName: name, sourceIp, recipientAccountId: account } = row
  if (other === undefined || name === null || sourceIp === null) return null
  const isStep = other === 'ConsoleLogin'
  const [from, to] = isStep ? [time, time + ATTEMPT_SECONDS] : [time - ATTEMPT_SECONDS, time]
  const { ids } = near(db, 'source_ip = ?', [sourceIp], [from, to], {
    sql: `principal_name = ? and recipient_account_id is ? and event_name in ('CheckMfa', 'ConsoleLogin')`,
    params: [name, account],
  })
  const names = db.prepare('select event_name from sign_in where id = ?').pluck()
  // Away from the event in time: the first record met must be the other half.
  const [next] = (isStep ? ids : ids.toReversed()).filter((id) => id !== row.id)
  return next !== undefined && names.get(next) === other
    ? { relation: 'attempt', value: name, ids: [next], complete: true }
    : null
}

type KeysOf = (id: number) => SessionKeys

function workflow(
  db: ReadableCase,
  row: SignInRow,
  time: number,
  own: SessionKeys,
  keysOf: KeysOf,
): Found | null {
  const value = own.workflow
  if (value === null) return null
  const among = near(db, '1', [], [time - HOUR, time + HOUR], {
    sql: `event_name in ('CredentialChallenge', 'CredentialVerification', 'UserAuthentication')`,
    params: [],
  })
  return same('workflow', value, row, among, (id) => keysOf(id).workflow)
}

/** The same session ARN; it stands in records of the same principal, or of the same address after a role switch. */
function session(
  db: ReadableCase,
  row: SignInRow,
  time: number,
  own: SessionKeys,
  keysOf: KeysOf,
): Found | null {
  const value = own.session
  if (value === null) return null
  const span = spanAround(time)
  const lists = [
    ...(row.principalName === null ? [] : [near(db, 'principal_name = ?', [row.principalName], span)]),
    ...(row.sourceIp === null ? [] : [near(db, 'source_ip = ?', [row.sourceIp], span)]),
  ]
  const among: Candidates = {
    ids: [...new Set(lists.flatMap(({ ids }) => ids))],
    complete: lists.every(({ complete }) => complete),
  }
  return same('session', value, row, among, (id) => keysOf(id).session)
}

/** Without a session ARN: the same ARN and the same moment at which the session began. */
function sessionStart(
  db: ReadableCase,
  row: SignInRow,
  time: number,
  own: SessionKeys,
  keysOf: KeysOf,
): Found | null {
  const { principalArn: arn, principalName: name } = row
  if (own.start === null || arn === null || name === null) return null
  const among = near(db, 'principal_name = ?', [name], spanAround(time), {
    sql: 'principal_arn = ?',
    params: [arn],
  })
  return same('session-start', own.start, row, among, (id) => keysOf(id).start)
}

/** A switch and the session that it came from: `SwitchFrom` is the ARN of the origin, maybe in another account. */
function roleSwitch(db: ReadableCase, row: SignInRow, time: number): Found | null {
  const { switchedFrom: origin, principalArn: arn } = row
  const name = origin?.split('/').at(-1)
  if (origin !== null && name !== undefined) {
    // The origin's records carry its ARN; a user's name is the last part of it, a role session's `Role/session`.
    const role = /:assumed-role\/(.+)$/.exec(origin)?.[1]
    const before = near(db, 'principal_name = ?', [role ?? name], [time - SESSION_SECONDS, time], {
      sql: `principal_arn = ? and outcome = 'success'`,
      params: [origin],
    })
    const others = before.ids.filter((id) => id !== row.id)
    return { relation: 'switch', value: origin, ids: others, complete: before.complete }
  }
  if (arn === null) return null
  const after = near(db, 'switched_from = ?', [arn], [time, time + SESSION_SECONDS])
  return { relation: 'switch', value: arn, ids: after.ids, complete: after.complete }
}

const AROUND = {
  principal: { column: 'principal_name', field: 'principalName' },
  address: { column: 'source_ip', field: 'sourceIp' },
  'access-key': { column: 'access_key_id', field: 'accessKeyId' },
} as const

function around(
  db: ReadableCase,
  row: SignInRow,
  time: number,
  minutes: number,
  relation: keyof typeof AROUND,
): Found | null {
  const { column, field } = AROUND[relation]
  const value = row[field]
  if (value === null) return null
  const span = [time - minutes * MINUTE, time + minutes * MINUTE] as const
  // A role and a user may share a name; the kind tells them apart.
  const more =
    relation === 'principal' ? { sql: 'principal_kind = ?', params: [row.principalKind] } : undefined
  const among = near(db, `${column} = ?`, [value], span, more)
  return { relation, value, ids: among.ids.filter((id) => id !== row.id), complete: among.complete }
}

function same(
  relation: Relation,
  value: string,
  row: SignInRow,
  { ids, complete }: Candidates,
  keyOf: (id: number) => string | null,
): Found {
  return { relation, value, ids: ids.filter((id) => id !== row.id && keyOf(id) === value), complete }
}

function spanAround(time: number): readonly [number, number] {
  return [time - SESSION_SECONDS, time + SESSION_SECONDS]
}
