import { existsSync, realpathSync } from 'node:fs'
import type { CaseDetails } from '../../shared/domain/case.ts'
import type { SealState } from '../../shared/domain/seal.ts'
import { AppError } from '../../shared/errors.ts'
import { createCase, openAndCompare } from '../engine/case/open.ts'
import type { WritableCase } from '../engine/case/rights.ts'
import { caseDetails } from '../engine/case/summary.ts'
import { accountName } from '../engine/custody/account-name.ts'
import { type ClosedCase, closeCase } from '../engine/custody/close-case.ts'
import { type Actor, appendCustody } from '../engine/custody/log.ts'
import type { SealHooks } from '../engine/custody/seal.ts'
import { type AddressLookup, openAddressLookup } from '../engine/enrich/address-lookup.ts'
import { addressDataset, fillAddresses, renewAddresses } from '../engine/enrich/fill-addresses.ts'
import { createTimelineViews, type TimelineViews } from '../engine/timeline/views.ts'
import type { ToolInfo } from '../engine/tool.ts'
import { createUndoStore, type UndoStore } from '../engine/undo-store.ts'

/** The case that is open, and who works on it. */
export interface OpenCase {
  readonly db: WritableCase
  readonly actor: Actor
  readonly views: TimelineViews
  readonly undo: UndoStore
  /** How it stood against its last seal when it was opened; null for a new case and for one older than seals. */
  readonly onOpening: SealState | null
}

/** Holds at most one open case. */
export interface Session {
  /** Makes a case; the one that was open is sealed and closed. */
  create(path: string, details: CaseDetails, hooks: SealHooks): Promise<OpenCase>
  /** Opens a case; the one that was open is sealed and closed, but stays open when the other cannot be opened. */
  open(path: string, examiner: string, hooks: SealHooks): Promise<OpenCase>
  /** Seals the case and closes it; null when none is open. See `closeCase`. */
  close(hooks: SealHooks): Promise<ClosedCase | null>
  /** Throws `no-case-open`. */
  current(): OpenCase
  /** The data sets that addresses are looked up in. */
  addresses(): AddressLookup
  /**
   * Takes the user's own data sets beside those that ship, and looks the addresses of the open case up again when the
   * sets are others now. Answers how many, or null when no case is open.
   */
  useAddressSets(paths: readonly string[]): number | null
  /** The examiner's name follows the case's details. */
  renamed(): void
}

export function createSession(tool: ToolInfo): Session {
  let now: OpenCase | null = null
  let ownSets: readonly string[] = []
  let lookup: AddressLookup | null = null
  const addresses = () => {
    lookup ??= openAddressLookup(ownSets)
    return lookup
  }

  const actorNamed = (name: string): Actor => ({ name: name || accountName(), tool, now: Date.now })
  const hold = (db: WritableCase, actor: Actor, onOpening: SealState | null): OpenCase => {
    now = { db, actor, views: createTimelineViews(db), undo: createUndoStore(), onOpening }
    return now
  }
  const leave = async (hooks: SealHooks): Promise<ClosedCase | null> => {
    const left = now
    now = null
    return left === null ? null : closeCase(left.db, left.actor, hooks)
  }
  const isOpenAt = (path: string): boolean => {
    if (now === null || !existsSync(path)) return false
    return realpathSync(now.db.name) === realpathSync(path)
  }

  return {
    async create(path, details, hooks) {
      const actor = actorNamed(details.examiner)
      const db = createCase(path, details, actor)
      await leave(hooks)
      return hold(db, actor, null)
    },
    async open(path, examiner, hooks) {
      const actor = actorNamed(examiner)
      // The same case once more: it is closed first, so that its seal stands before the entry of the opening.
      if (isOpenAt(path)) await leave(hooks)
      const { db, onOpening } = openAndCompare(path, actor)
      try {
        // A case of an older version, or one whose import was killed, has addresses that nobody looked up.
        renewAddresses(db, addresses())
      } catch (cause) {
        db.close()
        throw cause
      }
      await leave(hooks)
      return hold(db, actor, onOpening)
    },
    close: leave,
    current() {
      if (now === null) throw new AppError('no-case-open', 'No case is open.')
      return now
    },
    addresses,
    useAddressSets(paths) {
      ownSets = paths
      lookup = openAddressLookup(paths)
      return now === null ? null : lookUpAgain(now, lookup)
    },
    renamed() {
      if (now === null) return
      now = { ...now, actor: actorNamed(caseDetails(now.db).examiner) }
    },
  }
}

/** The custody log says when what is known of addresses comes from other data than before. */
function lookUpAgain({ db, actor }: OpenCase, lookup: AddressLookup): number {
  const again = db.transaction(() => {
    const before = addressDataset(db)
    const renewed = fillAddresses(db, lookup)
    if (before !== null && before !== lookup.dataset) {
      appendCustody(db, actor, 'addresses.renewed', { before, now: lookup.dataset, addresses: renewed })
    }
    return renewed
  })
  return again.immediate()
}
