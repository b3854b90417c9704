/** An IP address as a number. An IPv4 address that is written as IPv6 (`::ffff:192.0.2.1`) is the IPv4 address. */
export interface IpAddress {
  readonly version: 4 | 6
  readonly value: bigint
}

/** All addresses from `first` to `last`, both included. */
export interface IpRange {
  readonly version: 4 | 6
  readonly first: bigint
  readonly last: bigint
}

const BITS = { 4: 32, 6: 128 } as const
const MAPPED = 0xffffn << 32n
const LOW_32 = 0xffffffffn

/**
 * Reads an address in its usual forms: `192.0.2.1`, `2001:db8::1`, `::ffff:192.0.2.1`. Null for everything else:
 * numbers with leading zeros (some programs take them for octal), a zone (`fe80::1%eth0`), names, spaces around.
 */
export function readIp(text: string): IpAddress | null {
  if (!text.includes(':')) {
    const value = readIpv4(text)
    return value === null ? null : { version: 4, value }
  }
  const value = readIpv6(text)
  if (value === null) return null
  return value >> 32n === MAPPED >> 32n ? { version: 4, value: value & LOW_32 } : { version: 6, value }
}

function readIpv4(text: string): bigint | null {
  const parts = text.split('.')
  if (parts.length !== 4) return null
  let value = 0n
  for (const part of parts) {
    if (!/^(0|[1-9]\d{0,2})$/.test(part) || Number(part) > 255) return null
    value = (value << 8n) | BigInt(part)
  }
  return value
}

function readIpv6(text: string): bigint | null {
  const halves = text.split('::')
  if (halves.length > 2) return null
  const [head = '', tail] = halves
  const before = groupsOf(head, tail === undefined)
  const after = tail === undefined ? [] : groupsOf(tail, true)
  if (before === null || after === null) return null
  const missing = 8 - before.length - after.length
  // `::` stands for one group or more (RFC 4291, section 2.2).
  if (tail === undefined ? missing !== 0 : missing < 1) return null
  // Two groups at a time: there may be as many addresses as sign-ins, and each step of a large number is slow.
  const groups = [...before, ...Array<number>(missing).fill(0), ...after]
  let value = 0n
  for (let at = 0; at < 8; at += 2)
    value = (value << 32n) | BigInt((groups[at] ?? 0) * 0x1_0000 + (groups[at + 1] ?? 0))
  return value
}

/** The 16-bit groups of one side of `::`; the last side may end in an IPv4 address, which is two groups. */
function groupsOf(text: string, isLast: boolean): number[] | null {
  if (text === '') return []
  const groups: number[] = []
  const parts = text.split(':')
  for (const [index, part] of parts.entries()) {
    if (isLast && index === parts.length - 1 && part.includes('.')) {
      const embedded = readIpv4(part)
      if (embedded === null) return null
      groups.push(Number(embedded >> 16n), Number(embedded & 0xffffn))
    } else if (/^[0-9a-f]{1,4}$/i.test(part)) groups.push(Number.parseInt(part, 16))
    else return null
  }
  return groups
}

/**
 * Reads a network such as `203.0.113.0/24` or `2001:db8::/32`, or a single address. Bits beyond the prefix may be
 * set: `203.0.113.7/24` is the network that holds that address. Null when it is none.
 */
export function readCidr(text: string): IpRange | null {
  const [address = '', prefix, ...more] = text.split('/')
  const ip = readIp(address)
  if (ip === null || more.length > 0) return null
  const bits = BITS[ip.version]
  if (prefix === undefined) return { version: ip.version, first: ip.value, last: ip.value }
  // A prefix beside an IPv4 address in IPv6 form would count bits that are no longer there.
  if (address.includes(':') && ip.version === 4) return null
  if (!/^(0|[1-9]\d{0,2})$/.test(prefix) || Number(prefix) > bits) return null
  const host = (1n << BigInt(bits - Number(prefix))) - 1n
  const first = (ip.value >> BigInt(bits - Number(prefix))) << BigInt(bits - Number(prefix))
  return { version: ip.version, first, last: first | host }
}

/** True when the address lies in the range. */
export function isIn({ version, value }: IpAddress, range: IpRange): boolean {
  return version === range.version && value >= range.first && value <= range.last
}

/** How many addresses a range has; of two that hold an address, the smaller tells more. */
export function sizeOf({ first, last }: IpRange): bigint {
  return last - first + 1n
}

/** The one spelling of a network that was read from `text`: `203.0.113.7/24` reads `203.0.113.0/24`. Null for none. */
export function cidrText(text: string): string | null {
  const range = readCidr(text)
  if (range === null) return null
  const length = BITS[range.version] - (sizeOf(range).toString(2).length - 1)
  return `${ipText({ version: range.version, value: range.first })}/${length}`
}

/** The usual spelling of an address (RFC 5952 for IPv6: lower case, the longest run of zero groups as `::`). */
export function ipText({ version, value }: IpAddress): string {
  if (version === 4) return [24n, 16n, 8n, 0n].map((shift) => (value >> shift) & 255n).join('.')
  const groups = Array.from({ length: 8 }, (_, index) => (value >> BigInt(112 - 16 * index)) & 0xffffn)
  const hex = groups.map((group) => group.toString(16))
  const { start, length } = longestZeros(groups)
  if (length < 2) return hex.join(':')
  return `${hex.slice(0, start).join(':')}::${hex.slice(start + length).join(':')}`
}

function longestZeros(groups: readonly bigint[]): { start: number; length: number } {
  let best = { start: 0, length: 0 }
  let start = 0
  for (const [index, group] of groups.entries()) {
    if (group !== 0n) start = index + 1
    else if (index + 1 - start > best.length) best = { start, length: index + 1 - start }
  }
  return best
}
