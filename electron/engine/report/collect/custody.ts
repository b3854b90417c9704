import type { CustodyEntry } from '../../../../shared/domain/custody.ts'
import type { EpochSeconds } from '../../../../shared/domain/units.ts'
import type { ReadableCase } from '../../case/rights.ts'
import { checkCustody, listCustody } from '../../custody/log.ts'
import { PASSING_ACTIONS } from '../../custody/passing.ts'
import type { ReportCustody } from '../model.ts'

/**
 * The custody log up to the moment of issue. Handing over and opening the case at or after that moment are left
 * out, so that a report that is written again has the same bytes. What is printed is always the beginning of the
 * log without a gap, so that its hashes can be followed.
 */
export function collectCustody(db: ReadableCase, issuedAt: EpochSeconds): ReportCustody {
  const moment = issuedAt * 1000
  const entries = listCustody(db, 0, Number.MAX_SAFE_INTEGER)
  const counts = ({ at, action }: CustodyEntry) =>
    at < moment || (at === moment && !PASSING_ACTIONS.has(action))
  const printed = entries.slice(0, entries.findLastIndex(counts) + 1)
  const { firstBroken, clockBack } = checkCustody(db)
  const last = printed.at(-1)
  const broken =
    firstBroken !== null && last !== undefined && firstBroken <= last.sequence ? firstBroken : null
  return {
    entries: printed,
    intact: broken === null && printed.length > 0,
    firstBroken: broken,
    head: last?.hash ?? null,
    clockBack: clockBack !== null && last !== undefined && clockBack <= last.sequence ? clockBack : null,
  }
}
