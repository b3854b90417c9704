import type { CaseSeal } from '../../../shared/domain/seal.ts'
import { toAppError } from '../../../shared/errors.ts'
import type { WritableCase } from '../case/rights.ts'
import { type Actor, appendCustody } from './log.ts'
import { type SealHooks, sealCase } from './seal.ts'

/** Why a case was closed without a seal. The log says so when it can still be written. */
const UNSEALED = ['skipped', 'in-use', 'failed'] as const
export type Unsealed = (typeof UNSEALED)[number]

export interface ClosedCase {
  readonly seal: CaseSeal | null
  /** Null when it is sealed. */
  readonly unsealed: Unsealed | null
}

/**
 * Seals a case and closes its file. Aborting `signal` leaves the seal out and closes at once; so does a case in which
 * another process imports, and a disk that is full. The log then ends with `case.closed` and the reason, so that
 * nobody takes the missing seal for a change from outside. Never throws: the case is closed in the end.
 */
export async function closeCase(db: WritableCase, actor: Actor, hooks: SealHooks): Promise<ClosedCase> {
  try {
    const seal = await sealCase(db, actor, hooks)
    if (seal !== null) return { seal, unsealed: null }
    return leave(db, actor, 'in-use')
  } catch (cause) {
    return leave(db, actor, toAppError(cause).code === 'cancelled' ? 'skipped' : 'failed')
  } finally {
    db.close()
  }
}

function leave(db: WritableCase, actor: Actor, why: Unsealed): ClosedCase {
  try {
    const write = db.transaction(() => appendCustody(db, actor, 'case.closed', { sealed: false, why }))
    // Where another process is at work, its entries follow; the case is not closed then.
    if (why !== 'in-use') write.immediate()
  } catch {
    // What kept the seal out, such as a full disk, may keep this entry out: the next opening says that there is none.
  }
  return { seal: null, unsealed: why }
}
