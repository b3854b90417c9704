import type { AddressKind } from '../../../shared/domain/address.ts'
import { type IpAddress, type IpRange, isIn, readCidr, readIp } from '../../../shared/domain/ip-address.ts'

/** What stands in `sourceIPAddress`, and the address that data sets are asked about; null when there is none. */
export interface AddressReading {
  readonly kind: AddressKind
  readonly ip: IpAddress | null
}

/**
 * The IANA registries of special-purpose addresses (IPv4 and IPv6) and of multicast addresses; the first that fits
 * counts. Anycast addresses inside 192.0.0.0/24 and 2001::/23 that are reachable are public.
 */
const SPECIAL: readonly (readonly [string, AddressKind])[] = [
  ['192.0.0.9/32', 'public'],
  ['192.0.0.10/32', 'public'],
  ['10.0.0.0/8', 'private'],
  ['172.16.0.0/12', 'private'],
  ['192.168.0.0/16', 'private'],
  ['100.64.0.0/10', 'shared'],
  ['127.0.0.0/8', 'loopback'],
  ['169.254.0.0/16', 'link-local'],
  ['192.0.2.0/24', 'documentation'],
  ['198.51.100.0/24', 'documentation'],
  ['203.0.113.0/24', 'documentation'],
  ['0.0.0.0/8', 'reserved'],
  ['192.0.0.0/24', 'reserved'],
  ['192.88.99.0/24', 'reserved'],
  ['198.18.0.0/15', 'reserved'],
  ['224.0.0.0/4', 'multicast'],
  ['240.0.0.0/4', 'reserved'],
  ['::1/128', 'loopback'],
  ['fc00::/7', 'private'],
  ['fe80::/10', 'link-local'],
  ['ff00::/8', 'multicast'],
  ['64:ff9b:1::/48', 'private'],
  ['2001:db8::/32', 'documentation'],
  ['3fff::/20', 'documentation'],
  ['2001:1::1/128', 'public'],
  ['2001:1::2/128', 'public'],
  ['2001:1::3/128', 'public'],
  ['2001:3::/32', 'public'],
  ['2001:4:112::/48', 'public'],
  ['2001:20::/28', 'public'],
  ['2001:30::/28', 'public'],
  ['2001::/32', 'public'],
  ['2001::/23', 'reserved'],
  // Global unicast; what lies outside is not handed out.
  ['2000::/3', 'public'],
  ['64:ff9b::/96', 'public'],
  ['::/0', 'reserved'],
]

const RANGES: readonly { readonly range: IpRange; readonly kind: AddressKind }[] = SPECIAL.map(
  ([network, kind]) => {
    const range = readCidr(network)
    if (range === null) throw new Error(`${network} is no network.`)
    return { range, kind }
  },
)

const INTERNAL = /^AWS Internal(\/.*)?$/i
const SERVICE = /^[a-z0-9.-]+\.(amazonaws\.com(\.cn)?|aws\.internal|api\.aws)$/i

/**
 * Tells what a `sourceIPAddress` is. CloudTrail writes an address, the DNS name of a service that called, or
 * `AWS Internal` (record contents, `sourceIPAddress`).
 */
export function readAddress(sourceIp: string): AddressReading {
  if (INTERNAL.test(sourceIp)) return { kind: 'aws-internal', ip: null }
  const ip = readIp(sourceIp)
  if (ip === null) return { kind: SERVICE.test(sourceIp) ? 'aws-service' : 'other', ip: null }
  const kind = RANGES.find(({ range }) => isIn(ip, range))?.kind ?? 'public'
  return { kind, ip: insideOf(ip) }
}

const NAT64 = readCidr('64:ff9b::/96')
const SIX_TO_FOUR = readCidr('2002::/16')

/** NAT64 (RFC 6052) and 6to4 (RFC 3056) addresses carry the IPv4 address that they stand for. */
function insideOf(ip: IpAddress): IpAddress {
  if (NAT64 !== null && isIn(ip, NAT64)) return { version: 4, value: ip.value & 0xffffffffn }
  if (SIX_TO_FOUR !== null && isIn(ip, SIX_TO_FOUR)) {
    return { version: 4, value: (ip.value >> 80n) & 0xffffffffn }
  }
  return ip
}
