import { isIP } from 'node:net'
import { inRange, readAddressRange } from '../../query/addresses.ts'
import { cannotTest, type Tester, testEach } from '../tester.ts'

/** Successes from an address that lies in none of the trusted networks, each in CIDR form. */
export function outsideNetworksTest(trusted: readonly string[]): Tester {
  const ranges = trusted.flatMap((cidr) => {
    const range = readAddressRange(cidr)
    return range === null ? [] : [inRange(range)]
  })
  if (ranges.length === 0) return cannotTest('no-trusted-networks')
  return testEach(({ outcome, sourceIp }) => {
    if (outcome !== 'success') return 'none'
    // `AWS Internal` and names of services are no addresses: nothing can be said of their network.
    if (sourceIp === null || isIP(sourceIp) === 0) return 'no-address'
    return ranges.some((holds) => holds(sourceIp)) ? 'fine' : {}
  })
}
