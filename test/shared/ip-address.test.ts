import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cidrText, ipText, isIn, readCidr, readIp } from '../../shared/domain/ip-address.ts'

describe('an address', () => {
  it.each([
    ['0.0.0.0', 4, 0n],
    ['203.0.113.7', 4, 0xcb007107n],
    ['255.255.255.255', 4, 0xffffffffn],
    ['::', 6, 0n],
    ['::1', 6, 1n],
    ['2001:db8::1', 6, 0x20010db8000000000000000000000001n],
    ['2001:DB8:0:0:0:0:0:1', 6, 0x20010db8000000000000000000000001n],
    ['::ffff:203.0.113.7', 4, 0xcb007107n],
    ['::ffff:cb00:7107', 4, 0xcb007107n],
    ['64:ff9b::203.0.113.7', 6, 0x0064ff9b0000000000000000cb007107n],
  ] as const)('%s', (text, version, value) => {
    expect(readIp(text)).toEqual({ version, value })
  })

  it.each([
    '',
    ' 1.2.3.4',
    '1.2.3',
    '1.2.3.256',
    '01.2.3.4',
    '1.2.3.4.5',
    ':::',
    '1::2::3',
    '1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:8:9',
    '1:2:3:4:5:6:7::8:9',
    '1.2.3.4::',
    'fe80::1%eth0',
    '12345::',
    'AWS Internal',
    'signin.amazonaws.com',
  ])('is not %j', (text) => {
    expect(readIp(text)).toBeNull()
  })

  it('reads again what it wrote', () => {
    const v4 = fc.bigInt({ min: 0n, max: 0xffffffffn }).map((value) => ({ version: 4 as const, value }))
    // Below 2^48 some are IPv4 addresses in another form.
    const v6 = fc.bigInt({ min: 1n << 48n, max: (1n << 128n) - 1n }).map((value) => ({
      version: 6 as const,
      value,
    }))
    fc.assert(
      fc.property(fc.oneof(v4, v6), (ip) => {
        expect(readIp(ipText(ip))).toEqual(ip)
      }),
    )
  })

  it('is written in the usual way (RFC 5952)', () => {
    expect(ipText(readIp('2001:0DB8:0:0:1:0:0:1')!)).toBe('2001:db8::1:0:0:1')
    expect(ipText(readIp('2001:db8:0:1:1:1:1:1')!)).toBe('2001:db8:0:1:1:1:1:1')
    expect(ipText(readIp('0:0:0:0:0:0:0:0')!)).toBe('::')
  })
})

describe('a network', () => {
  it('holds its first and last address and none beyond', () => {
    const range = readCidr('203.0.113.0/24')!
    const holds = (text: string) => isIn(readIp(text)!, range)
    expect(['203.0.112.255', '203.0.113.0', '203.0.113.255', '203.0.114.0'].map(holds)).toEqual([
      false,
      true,
      true,
      false,
    ])
    expect(isIn(readIp('::cb00:7107')!, range)).toBe(false)
  })

  it.each([
    ['203.0.113.7/24', '203.0.113.0/24'],
    ['203.0.113.7', '203.0.113.7/32'],
    ['2001:db8::5/32', '2001:db8::/32'],
    ['0.0.0.0/0', '0.0.0.0/0'],
    ['::/0', '::/0'],
  ])('%s has one spelling', (text, spelling) => {
    expect(cidrText(text)).toBe(spelling)
  })

  it.each([
    '',
    '/24',
    '1.2.3.4/33',
    '1.2.3.4/-1',
    '1.2.3.4/08',
    '::/129',
    '::ffff:1.2.3.4/96',
    'a/8',
    '1.2.3.4/8/8',
  ])('is not %j', (text) => {
    expect(readCidr(text)).toBeNull()
  })
})
