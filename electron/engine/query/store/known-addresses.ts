import type { ReadableCase } from '../../case/rights.ts'

/** What is known of an address. */
export interface KnownAddress {
  readonly country: string | null
  /** Its owner's name, else its number as `AS16509`. */
  readonly network: string | null
  /** The number as `AS16509`, by which it can also be asked for. */
  readonly number: string | null
}

/** All addresses of which something is known. Another object when all were read anew. */
export interface KnownAddresses {
  readonly of: ReadonlyMap<string, KnownAddress>
  /** Those that were added or changed since they were read, in this order. */
  readonly changed: readonly string[]
}

/** When more of them were changed, all are read again. */
const FEW_CHANGES = 50_000

type Row = readonly [address: string, country: string | null, number: number | null, name: string | null]
type Change = readonly [...Row, isThere: 0 | 1]

/**
 * Gives the addresses as they are now. There may be hundreds of thousands, and an import adds to them all the time: only
 * what was changed is read. That is noted by triggers that belong to this connection alone and leave no trace in the
 * case file; what other connections do is seen by SQLite's own counter.
 */
export function watchAddresses(db: ReadableCase): () => KnownAddresses {
  const run = (sql: string) => db.prepare(sql).run()
  run('create temp table if not exists changed_address (source_ip text primary key) strict, without rowid')
  for (const [what, ...rows] of [
    ['insert', 'new'],
    ['update', 'old', 'new'],
    ['delete', 'old'],
  ] as const) {
    const values = rows.map((row) => `(${row}.source_ip)`).join(', ')
    run(`create temp trigger if not exists address_${what} after ${what} on main.address
      begin insert or ignore into changed_address values ${values}; end`)
  }
  const select = 'select source_ip, country, network_number, network_name from address'
  const all = db.prepare(select).raw()
  const version = db.prepare('pragma data_version').pluck()
  const changes = db
    .prepare(
      `select c.source_ip, country, network_number, network_name, a.source_ip is not null
       from temp.changed_address c left join address a on a.source_ip = c.source_ip`,
    )
    .raw()
  const forget = db.prepare('delete from temp.changed_address')
  let seen: unknown = null
  let known: { readonly of: Map<string, KnownAddress>; readonly changed: string[] } | null = null

  return () => {
    const now = version.get()
    const changed = changes.all() as Change[]
    if (known === null || now !== seen || changed.length > FEW_CHANGES) {
      known = { of: new Map((all.all() as Row[]).map(entryOf)), changed: [] }
      seen = now
    } else {
      for (const change of changed) {
        const [address, , , , isThere] = change
        if (isThere === 1) known.of.set(...entryOf(change))
        else known.of.delete(address)
        known.changed.push(address)
      }
    }
    if (changed.length > 0) forget.run()
    return known
  }
}

function entryOf([address, country, asn, name]: Row | Change): [string, KnownAddress] {
  const number = asn === null ? null : `AS${asn}`
  return [address, { country, network: name ?? number, number }]
}
