import { readFileSync } from 'node:fs'
import { Reader, type Response } from 'mmdb-lib'
import { AppError } from '../../../shared/errors.ts'
import { textAt, valueAt } from '../signin/fields.ts'

/** Country and network that a file in MaxMind's DB format states for an address. */
export interface MmdbAnswer {
  readonly country: string | null
  readonly networkNumber: number | null
  readonly networkName: string | null
}

export interface Mmdb {
  readonly metadata: Reader<Response>['metadata']
  /** What the file states; all null when it does not have the address. Throws `invalid-input` when it is damaged. */
  find(address: string): MmdbAnswer
}

/**
 * Opens a file in MaxMind's DB format, of whatever make: plain columns as those of ip-location-db (`country_code`,
 * `autonomous_system_number`), nested ones as those of GeoLite2, DB-IP and IPinfo. Throws `not-found`, or
 * `invalid-input` with the path when it cannot be read.
 */
export function openMmdb(path: string): Mmdb {
  const bytes = bytesOf(path)
  const broken = (cause: unknown) => {
    const why = cause instanceof Error ? cause.message : String(cause)
    return new AppError('invalid-input', `${path} is not a sound MMDB file: ${why}`, { cause })
  }
  let reader: Reader<Response>
  try {
    reader = new Reader(bytes)
    const { nodeCount, recordSize, searchTreeSize } = reader.metadata
    if (!(nodeCount > 0 && [24, 28, 32].includes(recordSize) && searchTreeSize < bytes.length)) {
      throw new Error('its search tree does not fit into the file.')
    }
  } catch (cause) {
    throw broken(cause)
  }
  return {
    metadata: reader.metadata,
    find: (address) => {
      try {
        return answerOf(reader.get(address))
      } catch (cause) {
        throw broken(cause)
      }
    },
  }
}

function bytesOf(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : ''
    if (code === 'ENOENT') throw new AppError('not-found', `No file at ${path}.`, { cause })
    throw new AppError('invalid-input', `${path} cannot be read: ${String(cause)}`, { cause })
  }
}

function answerOf(found: unknown): MmdbAnswer {
  const country =
    textAt(found, 'country_code') ??
    textAt(found, 'country', 'iso_code') ??
    textAt(found, 'registered_country', 'iso_code') ??
    textAt(found, 'country')
  const number = valueAt(found, 'autonomous_system_number') ?? valueAt(found, 'asn')
  return {
    country: country !== null && /^[A-Za-z]{2}$/.test(country) ? country.toUpperCase() : null,
    networkNumber: numberOf(number),
    networkName:
      textAt(found, 'autonomous_system_organization') ??
      textAt(found, 'as_name') ??
      textAt(found, 'as_organization') ??
      textAt(found, 'organization'),
  }
}

/** A number, or a text such as `AS64500`. */
function numberOf(value: unknown): number | null {
  const number = typeof value === 'string' ? Number(value.replace(/^AS/i, '')) : value
  return typeof number === 'number' && Number.isSafeInteger(number) && number > 0 ? number : null
}
