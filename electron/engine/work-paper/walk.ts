import type { MfaState, Outcome, PrincipalKind } from '../../../shared/domain/sign-in.ts'
import type { EpochSeconds } from '../../../shared/domain/units.ts'
import type { ReadableCase } from '../case/rights.ts'

/** What the tests look at. */
export interface WalkedRow {
  readonly id: number
  readonly time: EpochSeconds
  readonly eventName: string | null
  readonly outcome: Outcome
  readonly mfa: MfaState
  readonly kind: PrincipalKind
  readonly name: string | null
  readonly accountId: string | null
  readonly sourceIp: string | null
}

// Rows are fetched in parts: an open statement would block every other call of the case.
const PART = 20_000

/** All sign-ins with a readable time before `to`, in the order of the timeline, in parts. */
export function* walkedParts(db: ReadableCase, to: EpochSeconds): Generator<WalkedRow[]> {
  const next = db.prepare(
    `select id, event_time as time, event_id as eventId, event_name as eventName, outcome, mfa,
       principal_kind as kind, principal_name as name, account_id as accountId, source_ip as sourceIp
     from sign_in
     where (event_time is null) = 0 and event_time >= @time and event_time < @to and (event_time > @time
       or ifnull(event_id, '') > @eventId or (ifnull(event_id, '') = @eventId and id > @id))
     order by event_time is null, event_time, event_id, id limit ${PART}`,
  )
  let after = { time: Number.MIN_SAFE_INTEGER, eventId: '', id: 0 }
  for (;;) {
    const rows = next.all({ ...after, to }) as (WalkedRow & { eventId: string | null })[]
    const last = rows.at(-1)
    if (last === undefined) return
    yield rows
    after = { time: last.time, eventId: last.eventId ?? '', id: last.id }
  }
}
