import type { CaseDetails } from '../../shared/domain/case.ts'
import { AppError } from '../../shared/errors.ts'
import { createCase, openCase } from '../engine/case/open.ts'
import type { WritableCase } from '../engine/case/rights.ts'
import { caseDetails } from '../engine/case/summary.ts'
import { accountName } from '../engine/custody/account-name.ts'
import { type Actor, appendCustody } from '../engine/custody/log.ts'
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
}

/** Holds at most one open case. */
export interface Session {
  create(path: string, details: CaseDetails): OpenCase
  open(path: string, examiner: string): OpenCase
  close(): void
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
  const hold = (db: WritableCase, actor: Actor): OpenCase => {
    now?.db.close()
    now = { db, actor, views: createTimelineViews(db), undo: createUndoStore() }
    return now
  }

  return {
    create(path, details) {
      const actor = actorNamed(details.examiner)
      return hold(createCase(path, details, actor), actor)
    },
    open(path, examiner) {
      const actor = actorNamed(examiner)
      const db = openCase(path, actor)
      try {
        // A case of an older version, or one whose import was killed, has addresses that nobody looked up.
        renewAddresses(db, addresses())
      } catch (cause) {
        db.close()
        throw cause
      }
      return hold(db, actor)
    },
    close() {
      now?.db.close()
      now = null
    },
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
