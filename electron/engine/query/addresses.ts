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
  const size = 2 ** (32 - range.bits)
  const network = range.family === 'ipv4' ? Math.floor(ipv4Number(range.address) / size) : null
  return (text) => {
    if (network !== null) {
      // Plain numbers: a case has tens of thousands of addresses, and a list of Node takes a microsecond for each.
      const number = ipv4Number(text)
      if (number !== -1) return Math.floor(number / size) === network
    } else if (isIPv4(text)) return list.check(text, 'ipv4')
    if (!isIPv6(text)) return false
    if (list.check(text, 'ipv6')) return true
    const mapped = MAPPED.exec(text)?.[1]
    return mapped !== undefined && isIPv4(mapped) && list.check(mapped, 'ipv4')
  }
}

/** The number of an address such as `192.0.2.1`, or -1 for any other text. */
function ipv4Number(text: string): number {
  let number = 0
  let part = -1
  let parts = 0
  for (let at = 0; at <= text.length; at += 1) {
    const digit = at === text.length ? -2 : text.charCodeAt(at) - 48
    if (digit === -2) {
      if (part === -1) return -1
      number = number * 256 + part
      parts += 1
      part = -1
    } else if (digit < 0 || digit > 9 || part === 0) return -1
    else {
      part = part === -1 ? digit : part * 10 + digit
      if (part > 255) return -1
    }
  }
  return parts === 4 ? number : -1
}
