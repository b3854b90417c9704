import { BlockList, isIP, isIPv4, isIPv6 } from 'node:net'

/** One address or a network in CIDR form. */
export interface AddressRange {
  /** As it was typed, for messages. */
  readonly text: string
  readonly family: 'ipv4' | 'ipv6'
  readonly address: string
  readonly bits: number
}

/** Reads `203.0.113.0/24`, `2001:db8::/32` or a single address. Null when it is neither. */
export function readAddressRange(text: string): AddressRange | null {
  const [address = '', bits, ...rest] = text.split('/')
  const version = isIP(address)
  if (version === 0 || rest.length > 0 || address.includes('%')) return null
  const most = version === 4 ? 32 : 128
  if (bits !== undefined && !/^(?:0|[1-9]\d{0,2})$/.test(bits)) return null
  const length = bits === undefined ? most : Number(bits)
  if (length > most) return null
  return { text, family: version === 4 ? 'ipv4' : 'ipv6', address, bits: length }
}

/** An IPv6 address that stands for an IPv4 one is in the networks of both. */
const MAPPED = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/i

/** Says for a `sourceIPAddress` whether it lies in the range; names of services lie in none. */
export function inRange(range: AddressRange): (text: string) => boolean {
  const list = new BlockList()
  list.addSubnet(range.address, range.bits, range.family)
  return (text) => {
    if (isIPv4(text)) return list.check(text, 'ipv4')
    if (!isIPv6(text)) return false
    if (list.check(text, 'ipv6')) return true
    const mapped = MAPPED.exec(text)?.[1]
    return mapped !== undefined && isIPv4(mapped) && list.check(mapped, 'ipv4')
  }
}
