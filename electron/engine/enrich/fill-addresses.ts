import { setImmediate as nextTurn } from 'node:timers/promises'
import type { AddressFacts } from '../../../shared/domain/address.ts'
import type { ReadableCase, WritableCase } from '../case/rights.ts'
import type { AddressLookup } from './address-lookup.ts'

interface LastFill {
  readonly dataset: string
  readonly upTo: number
}

/** Rows that are gone through at a time: their addresses are in memory, and other calls wait meanwhile. */
const ROWS_AT_ONCE = 1000

/**
 * Looks up every source address of the case that has not been looked up with these data sets, and answers how many.
 * What is found can be made again at any time; records are not touched. Call it in a transaction.
 *
 * The last fill is remembered with the number of the last row it saw, so that opening a case of a million rows does
 * not read them all. A number that is no longer there means that rows were taken back: then all are read.
 */
export function fillAddresses(db: WritableCase, lookup: AddressLookup): number {
  let found = 0
  for (let count = fillNext(db, lookup); count !== null; count = fillNext(db, lookup)) found += count
  lookup.rest()
  return found
}

/** The same in short transactions, with other calls in between. */
export async function fillAddressesInTurns(db: WritableCase, lookup: AddressLookup): Promise<void> {
  const next = db.transaction(() => fillNext(db, lookup))
  while (next.immediate() !== null) await nextTurn()
  lookup.rest()
}

/** Looks up the addresses of the next rows; null when none are left. */
function fillNext(db: WritableCase, lookup: AddressLookup): number | null {
  const { last } = db.prepare('select ifnull(max(id), 0) as last from sign_in').get() as { last: number }
  const before = db.prepare('select dataset, up_to as upTo from address_fill').get() as LastFill | undefined
  const isSame = before?.dataset === lookup.dataset
  if (isSame && before.upTo === last) return null
  if (!isSame) db.prepare('delete from address').run()
  const after = isSame && before.upTo < last ? before.upTo : 0
  const upTo = Math.min(last, after + ROWS_AT_ONCE)

  // In order, so that neighbours in the table are written one after the other.
  const wanted = db
    .prepare(
      `select distinct source_ip as ip from sign_in where id > ? and id <= ? and source_ip is not null
         and source_ip not in (select source_ip from address) order by source_ip`,
    )
    .pluck()
    .all(after, upTo) as string[]
  const insert = db.prepare(
    `insert into address (source_ip, kind, country, network_number, network_name, dataset)
     values (?, ?, ?, ?, ?, ?)`,
  )
  for (const ip of wanted) {
    const { kind, country, networkNumber, networkName, dataset } = lookup.find(ip)
    insert.run(ip, kind, country, networkNumber, networkName, dataset)
  }
  db.prepare('insert or replace into address_fill values (1, ?, ?)').run(lookup.dataset, upTo)
  return wanted.length
}

const SELECT = `select source_ip as sourceIp, kind, country, network_number as networkNumber,
  network_name as networkName, dataset from address`

/** What the case keeps of one address; null when it was not looked up. */
export function addressFacts(db: ReadableCase, sourceIp: string): AddressFacts | null {
  return (db.prepare(`${SELECT} where source_ip = ?`).get(sourceIp) as AddressFacts | undefined) ?? null
}

/** The data sets of the last look-up; null when there was none. */
export function addressDataset(db: ReadableCase): string | null {
  const row = db.prepare('select dataset from address_fill').get() as { dataset: string } | undefined
  return row?.dataset ?? null
}

/** Fills what is missing in a transaction of its own. */
export function renewAddresses(db: WritableCase, lookup: AddressLookup): number {
  return db.transaction(() => fillAddresses(db, lookup)).immediate()
}
