import type { AddressFacts } from '../../../shared/domain/address.ts'
import type { ReadableCase, WritableCase } from '../case/rights.ts'
import type { AddressLookup } from './address-lookup.ts'

interface LastFill {
  readonly dataset: string
  readonly upTo: number
}

/**
 * Looks up every source address of the case that has not been looked up with these data sets, and answers how many.
 * What is found can be made again at any time; records are not touched. Call it in a transaction.
 *
 * The last fill is remembered with the number of the last row it saw, so that opening a case of a million rows does
 * not read them all. A number that is no longer there means that rows were taken back: then all are read.
 */
export function fillAddresses(db: WritableCase, lookup: AddressLookup): number {
  const { last } = db.prepare('select ifnull(max(id), 0) as last from sign_in').get() as { last: number }
  const before = db.prepare('select dataset, up_to as upTo from address_fill').get() as LastFill | undefined
  const isSame = before?.dataset === lookup.dataset
  if (isSame && before.upTo === last) return 0
  if (!isSame) db.prepare('delete from address').run()
  const after = isSame && before.upTo < last ? before.upTo : 0

  const wanted = db
    .prepare(
      `select distinct source_ip as ip from sign_in where id > ? and source_ip is not null
         and source_ip not in (select source_ip from address)`,
    )
    .pluck()
    .all(after) as string[]
  const insert = db.prepare(
    `insert into address values (@sourceIp, @kind, @country, @networkNumber, @networkName, @dataset)`,
  )
  for (const ip of wanted) insert.run(lookup.find(ip))
  lookup.rest()
  db.prepare('insert or replace into address_fill values (1, ?, ?)').run(lookup.dataset, last)
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
