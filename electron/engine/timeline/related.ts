import type { RelatedEvents, RelatedGroup, Relation } from '../../../shared/domain/related.ts'
import type { SignInRow } from '../../../shared/domain/sign-in.ts'
import { AppError } from '../../../shared/errors.ts'
import type { ReadableCase } from '../case/rights.ts'
import { type RowStore, rowStoreOf } from '../query/store/row-store.ts'
import type { Steps } from '../query/store/steps.ts'
import { failuresBefore } from './failures-before.ts'
import { type Candidates, near, RELATED_COLUMNS, type Wanted } from './related-candidates.ts'
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
 * have no column of their own are read from the records' bytes, of candidates that the columns in memory choose. A record
 * without a readable time has no surroundings. Throws `not-found`.
 */
export function* relatedEvents(db: ReadableCase, id: number, minutes: number): Steps<RelatedEvents> {
  const store = rowStoreOf(db)
  yield* store.need(RELATED_COLUMNS)
  const [row] = signInRows(db, [id])
  if (row === undefined) throw new AppError('not-found', `No event ${id} in this case.`)
  const time = row.eventTime
  if (time === null) return { id, minutes, groups: [] }
  const keysOf = sessionKeysOf(db)
  const event: Event = { store, row, time, own: keysOf(id), keysOf }
  const found = [
    attempt(event),
    workflow(event),
    session(event),
    sessionStart(event),
    roleSwitch(event),
    failuresBefore(store, row, time, minutes * MINUTE),
    around(event, minutes, 'principal'),
    around(event, minutes, 'address'),
    around(event, minutes, 'access-key'),
  ]
  const groups = found.flatMap((group) =>
    group === null || group.ids.length === 0 ? [] : [groupOf(store, group, time)],
  )
  return { id, minutes, groups }
}

/** The event that others are related to. */
interface Event {
  readonly store: RowStore
  readonly row: SignInRow
  readonly time: number
  readonly own: SessionKeys
  readonly keysOf: (id: number) => SessionKeys
}

function groupOf(store: RowStore, { relation, value, ids, complete }: Found, time: number): RelatedGroup {
  const distance = (id: number) => Math.abs((store.times[store.rowOf(id)] ?? 0) - time)
  const nearest = [...ids].sort((a, b) => distance(a) - distance(b) || a - b)
  const rows = signInRows(store.db, nearest.slice(0, LISTED))
  rows.sort((a, b) => (a.eventTime ?? 0) - (b.eventTime ?? 0) || a.id - b.id)
  return { relation, value, count: ids.length, complete, rows }
}

/** The MFA step and the sign-in after it: same name, account and address, within minutes, nothing in between. */
function attempt({ store, row, time }: Event): Found | null {
  const other = { CheckMfa: 'ConsoleLogin', ConsoleLogin: 'CheckMfa' }[row.eventName ?? '']
  const { principalName: name, sourceIp: ip } = row
  if (other === undefined || name === null || ip === null) return null
  const isStep = other === 'ConsoleLogin'
  const span = isStep ? ([time, time + ATTEMPT_SECONDS] as const) : ([time - ATTEMPT_SECONDS, time] as const)
  const account = row.recipientAccountId ?? row.accountId
  const of = (event: string) =>
    near(store, span, { ip, name, account, event }).ids.filter((id) => id !== row.id)
  const [next] = isStep ? of(other) : of(other).toReversed()
  if (next === undefined) return null
  // Another half of the same kind in between belongs to the other one.
  const at = store.times[store.rowOf(next)] ?? Number.NaN
  const between = of(row.eventName ?? '').some((id) => {
    const when = store.times[store.rowOf(id)] ?? Number.NaN
    return isStep ? when < at : when > at
  })
  return between ? null : { relation: 'attempt', value: name, ids: [next], complete: true }
}

function workflow({ store, row, time, own, keysOf }: Event): Found | null {
  const value = own.workflow
  if (value === null) return null
  const lists = (['CredentialChallenge', 'CredentialVerification', 'UserAuthentication'] as const).map(
    (event) => near(store, [time - HOUR, time + HOUR], { event }),
  )
  return same('workflow', value, row, joined(lists), (id) => keysOf(id).workflow)
}

/** The same session ARN; it stands in records of the same principal, or of the same address after a role switch. */
function session({ store, row, time, own, keysOf }: Event): Found | null {
  const value = own.session
  if (value === null) return null
  const { principalName: name, sourceIp: ip } = row
  const wanted: Wanted[] = [...(name === null ? [] : [{ name }]), ...(ip === null ? [] : [{ ip }])]
  const lists = wanted.map((one) => near(store, spanAround(time), one))
  return same('session', value, row, joined(lists), (id) => keysOf(id).session)
}

/** Without a session ARN: the same ARN and the same moment at which the session began. */
function sessionStart({ store, row, time, own, keysOf }: Event): Found | null {
  const { principalArn: arn } = row
  if (own.start === null || arn === null) return null
  return same(
    'session-start',
    own.start,
    row,
    near(store, spanAround(time), { arn }),
    (id) => keysOf(id).start,
  )
}

/** A switch and the session that it came from: `SwitchFrom` is the ARN of the origin, maybe in another account. */
function roleSwitch({ store, row, time }: Event): Found | null {
  const { switchedFrom: origin, principalArn: arn } = row
  if (origin !== null) {
    const span = [time - SESSION_SECONDS, time] as const
    const { ids, complete } = near(store, span, { arn: origin, outcome: 'success' })
    return { relation: 'switch', value: origin, ids: ids.filter((id) => id !== row.id), complete }
  }
  if (arn === null) return null
  return {
    relation: 'switch',
    value: arn,
    ...near(store, [time, time + SESSION_SECONDS], { switchedfrom: arn }),
  }
}

function around(
  { store, row, time }: Event,
  minutes: number,
  relation: 'principal' | 'address' | 'access-key',
): Found | null {
  const { principalName: name, principalKind: kind, sourceIp: ip, accessKeyId: key } = row
  // A role and a user may share a name; the kind tells them apart.
  const wanted: Wanted = { principal: { name, kind }, address: { ip }, 'access-key': { key } }[relation]
  const value = { principal: name, address: ip, 'access-key': key }[relation]
  if (value === null) return null
  const { ids, complete } = near(store, [time - minutes * MINUTE, time + minutes * MINUTE], wanted)
  return { relation, value, ids: ids.filter((id) => id !== row.id), complete }
}

function joined(lists: readonly Candidates[]): Candidates {
  return {
    ids: [...new Set(lists.flatMap(({ ids }) => ids))],
    complete: lists.every(({ complete }) => complete),
  }
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
