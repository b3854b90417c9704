import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import type { AddressSet } from '../../../shared/domain/address.ts'
import { AppError } from '../../../shared/errors.ts'

/** A data set that comes with the program: an npm package, and in the bundle a folder of the package's last name. */
interface ShippedSet {
  readonly pack: string
  /** What is read, and what the licence asks to be handed on. */
  readonly files: readonly string[]
  readonly licences: readonly string[]
  readonly holds: AddressSet['holds'][number]
  readonly credit: string
}

export const SHIPPED = {
  country: {
    pack: '@ip-location-db/geo-whois-asn-country-mmdb',
    files: ['geo-whois-asn-country.mmdb'],
    licences: ['NRO_LICENSE'],
    holds: 'country',
    credit: 'ip-location-db, CC0 1.0; registry statistics by nro.net, CC BY 4.0',
  },
  network: {
    pack: '@ip-location-db/asn',
    files: ['asn-ipv4-num.csv', 'asn-ipv6-num.csv'],
    licences: ['ROUTEVIEWS-LICENSE', 'DBIP-LICENSE', 'NRO_LICENSE', 'MODIFICATIONS'],
    holds: 'network',
    credit: 'routeviews.org, DB-IP.com and nro.net, CC BY 4.0, merged by ip-location-db',
  },
} as const satisfies Record<string, ShippedSet>

/** The files of the bundle: each package's file, and where it lies beside the engine. */
export function shippedFiles(): { readonly from: string; readonly to: string }[] {
  return Object.values(SHIPPED).flatMap(({ pack, files, licences }) =>
    [...files, ...licences, 'package.json'].map((file) => ({
      from: `${pack}/${file}`,
      to: `addresses/${basename(pack)}/${file}`,
    })),
  )
}

/**
 * The folder that holds a shipped data set: `addresses/NAME` beside the running bundle, else the package. Throws
 * `not-found` when it is in neither.
 */
export function shippedFolder(set: keyof typeof SHIPPED, bundleFolder = import.meta.dirname): string {
  const { pack } = SHIPPED[set]
  const beside = join(bundleFolder, 'addresses', basename(pack))
  if (existsSync(beside)) return beside
  try {
    return dirname(createRequire(import.meta.url).resolve(`${pack}/package.json`))
  } catch (cause) {
    throw new AppError('not-found', `The data set ${pack} is neither in ${beside} nor installed.`, { cause })
  }
}

/** Name and day of a shipped data set, read from its package: the version `2.3.2026061719` was made on 2026-06-17. */
export function describeShipped(set: keyof typeof SHIPPED, folder = shippedFolder(set)): AddressSet {
  const { pack, holds, credit } = SHIPPED[set]
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }
  const day = /\.(\d{4})(\d{2})(\d{2})\d*$/.exec(version)
  return {
    name: basename(pack).replace(/-mmdb$/, ''),
    date: day === null ? null : `${day[1]}-${day[2]}-${day[3]}`,
    holds: [holds],
    origin: 'shipped',
    path: null,
    credit,
  }
}
