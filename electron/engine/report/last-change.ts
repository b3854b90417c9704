import type { EpochMs } from '../../../shared/domain/units.ts'
import type { ReadableCase } from '../case/rights.ts'
import { PASSING_ACTIONS } from '../custody/passing.ts'

/**
 * When the case was last changed, in milliseconds. A report must not be issued before this moment (the caller
 * refuses); null for a case without custody entries.
 */
export function lastChangeAt(db: ReadableCase): EpochMs | null {
  const passing = [...PASSING_ACTIONS]
  const { at } = db
    .prepare(
      `select max(at) as at from custody_entry where action not in (${passing.map(() => '?').join(', ')})`,
    )
    .get(...passing) as { at: EpochMs | null }
  return at
}
