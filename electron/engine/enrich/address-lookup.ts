import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { AddressFacts, AddressSet, AddressSetTrouble } from '../../../shared/domain/address.ts'
import { type IpAddress, ipText } from '../../../shared/domain/ip-address.ts'
import { toAppError } from '../../../shared/errors.ts'
import { readAddress } from './address-kind.ts'
import { type Mmdb, type MmdbAnswer, openMmdb } from './mmdb.ts'
import { networkIn } from './network-table.ts'
import { describeShipped, SHIPPED, shippedFolder } from './shipped-sets.ts'

/** The data sets that are asked about addresses. */
export interface AddressLookup {
  /** In the order in which they are asked: the user's own first. */
  readonly sets: readonly AddressSet[]
  /** Own files that cannot be used. */
  readonly troubles: readonly AddressSetTrouble[]
  /** Names and days of all sets, as the case keeps them beside what they said. */
  readonly dataset: string
  find(sourceIp: string): AddressFacts
  /** Lets go of the files in memory; they are read again when needed. */
  rest(): void
}

interface OpenSet {
  readonly set: AddressSet
  /** The user's own data may know private networks; what ships is not asked about addresses that are not public. */
  readonly own: boolean
  find(ip: IpAddress): MmdbAnswer
  rest(): void
}

const NOTHING: MmdbAnswer = { country: null, networkNumber: null, networkName: null }

/**
 * Opens the sets that ship with the program and the user's own MMDB files at `paths`, which are asked first. A file
 * that cannot be used is named in `troubles` and left out. Nothing is asked over a network.
 */
export function openAddressLookup(paths: readonly string[]): AddressLookup {
  const troubles: AddressSetTrouble[] = []
  const own = paths.flatMap((path) => {
    try {
      return [openOwn(path)]
    } catch (cause) {
      troubles.push({ path, message: toAppError(cause).message })
      return []
    }
  })
  const open: readonly OpenSet[] = [...own, shippedCountries(), shippedNetworks()]
  const sets = open.map(({ set }) => set)
  const dataset = sets.map(({ name, date }) => (date === null ? name : `${name} ${date}`)).join('; ')
  return {
    sets,
    troubles,
    dataset,
    find(sourceIp) {
      const { kind, ip } = readAddress(sourceIp)
      const asked = ip === null ? [] : open.filter((set) => set.own || kind === 'public')
      let { country, networkNumber, networkName } = NOTHING
      for (const set of asked) {
        if (ip === null || (country !== null && networkNumber !== null)) break
        const found = set.find(ip)
        country ??= found.country
        // Number and name belong together: they come from one set.
        if (networkNumber === null && networkName === null) ({ networkNumber, networkName } = found)
      }
      return {
        sourceIp,
        kind,
        country,
        networkNumber,
        networkName,
        dataset: asked.length === 0 ? '' : dataset,
      }
    },
    rest: () => {
      for (const set of open) set.rest()
    },
  }
}

/** Reads a file of the user's. Throws `not-found`, or `invalid-input` when it is damaged or states neither. */
function openOwn(path: string): OpenSet {
  const mmdb = openMmdb(path)
  const { databaseType, buildEpoch } = mmdb.metadata
  const date = Number.isNaN(buildEpoch.getTime()) ? null : buildEpoch.toISOString().slice(0, 10)
  const about = databaseType === '' ? basename(path) : `${basename(path)} (${databaseType})`
  const isNetwork = /asn|isp/i.test(databaseType)
  const isCountry = /country|city|enterprise|location/i.test(databaseType)
  const holds: AddressSet['holds'] = [
    ...(isCountry || !isNetwork ? (['country'] as const) : []),
    ...(isNetwork || !isCountry ? (['network'] as const) : []),
  ]
  return {
    set: { name: about, date, holds, origin: 'own', path, credit: null },
    own: true,
    find: (ip) => {
      // A file of IPv4 addresses alone cannot be asked about others.
      if (ip.version === 6 && mmdb.metadata.ipVersion === 4) return NOTHING
      return mmdb.find(ipText(ip))
    },
    rest: () => undefined,
  }
}

function shippedCountries(): OpenSet {
  const folder = shippedFolder('country')
  let mmdb: Mmdb | null = null
  return {
    set: describeShipped('country', folder),
    own: false,
    find: (ip) => {
      mmdb ??= openMmdb(join(folder, SHIPPED.country.files[0]))
      return mmdb.find(ipText(ip))
    },
    rest: () => {
      mmdb = null
    },
  }
}

function shippedNetworks(): OpenSet {
  const folder = shippedFolder('network')
  const tables = new Map<4 | 6, Buffer>()
  const table = (version: 4 | 6): Buffer => {
    const kept = tables.get(version)
    if (kept !== undefined) return kept
    const read = readFileSync(join(folder, SHIPPED.network.files[version === 4 ? 0 : 1]))
    tables.set(version, read)
    return read
  }
  return {
    set: describeShipped('network', folder),
    own: false,
    find: (ip) => {
      const network = networkIn(table(ip.version), ip)
      return { country: null, networkNumber: network?.number ?? null, networkName: network?.name ?? null }
    },
    rest: () => tables.clear(),
  }
}
