import { BlockList, isIPv4, isIPv6 } from 'node:net'
import type { ReadableCase } from '../case/rights.ts'

/** Asks whether an address lies in one of the networks that the examiner trusts. */
export type IsTrusted = (address: string) => boolean

/** The trusted networks of the case as a question; null when there is none. Lines that are no network are left out. */
export function trustedNetworks(db: ReadableCase): IsTrusted | null {
  const rows = db.prepare('select cidr from known_network where trusted = 1').all() as { cidr: string }[]
  const list = new BlockList()
  let networks = 0
  for (const { cidr } of rows) networks += addNetwork(list, cidr) ? 1 : 0
  if (networks === 0) return null
  return (address) => list.check(address, isIPv4(address) ? 'ipv4' : 'ipv6')
}

function addNetwork(list: BlockList, cidr: string): boolean {
  const [address = '', length] = cidr.trim().split('/')
  const family = isIPv4(address) ? 'ipv4' : isIPv6(address) ? 'ipv6' : null
  if (family === null) return false
  const bits = length === undefined ? (family === 'ipv4' ? 32 : 128) : Number(length)
  if (!Number.isInteger(bits) || bits < 0 || bits > (family === 'ipv4' ? 32 : 128)) return false
  list.addSubnet(address, bits, family)
  return true
}
