import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openAddressLookup } from '../../../electron/engine/enrich/address-lookup.ts'
import { networkIn } from '../../../electron/engine/enrich/network-table.ts'
import { mmdbFile } from '../../fixtures/mmdb.ts'
import { freshFolder } from '../open-case.ts'

describe('the data that ships', () => {
  const lookup = openAddressLookup([])

  it.each([
    ['8.8.8.8', 'US', 15_169],
    ['133.11.0.1', 'JP', 2501],
    ['2001:4860:4860::8888', 'US', 15_169],
    ['::ffff:8.8.8.8', 'US', 15_169],
  ])('knows country and network of %s', (ip, country, networkNumber) => {
    expect(lookup.find(ip)).toMatchObject({ sourceIp: ip, kind: 'public', country, networkNumber })
    expect(lookup.find(ip).networkName).toMatch(/\w/)
  })

  it.each(['10.0.0.1', '203.0.113.7', '2001:db8::1', 'AWS Internal', 'signin.amazonaws.com', 'x'])(
    'is not asked about %s',
    (ip) => {
      const { kind, ...rest } = lookup.find(ip)
      expect(kind).not.toBe('public')
      expect(rest).toEqual({
        sourceIp: ip,
        country: null,
        networkNumber: null,
        networkName: null,
        dataset: '',
      })
    },
  )

  it('says what it is and of which day', () => {
    expect(lookup.sets.map(({ holds, origin }) => [holds, origin])).toEqual([
      [['country'], 'shipped'],
      [['network'], 'shipped'],
    ])
    for (const { date, credit } of lookup.sets) {
      expect(date).toMatch(/^20\d\d-\d\d-\d\d$/)
      expect(credit).toMatch(/CC/)
    }
    expect(lookup.dataset).toMatch(/geo-whois-asn-country 20\d\d-\d\d-\d\d; .*asn 20\d\d-\d\d-\d\d/)
  })
})

describe('own data', () => {
  const written = (name: string, bytes: Buffer) => {
    const path = join(freshFolder(), name)
    writeFileSync(path, bytes)
    return path
  }

  it('comes before what ships and may know private networks', () => {
    const countries = mmdbFile(
      { '8.8.8.0/24': { country: { iso_code: 'CH' } }, '10.1.0.0/16': { country: { iso_code: 'JP' } } },
      'My-Country',
      '2026-10-01',
    )
    const networks = mmdbFile(
      {
        '8.8.8.0/24': { autonomous_system_number: 64_500, autonomous_system_organization: 'Ours' },
        '2001:db8::/32': { autonomous_system_number: 64_501, autonomous_system_organization: 'Lab' },
      },
      'My-ASN',
      '2026-10-02',
    )
    const lookup = openAddressLookup([written('c.mmdb', countries), written('n.mmdb', networks)])
    expect(lookup.troubles).toEqual([])
    expect(lookup.find('8.8.8.8')).toMatchObject({
      country: 'CH',
      networkNumber: 64_500,
      networkName: 'Ours',
    })
    expect(lookup.find('8.8.9.9')).toMatchObject({ country: 'US' })
    expect(lookup.find('10.1.2.3')).toMatchObject({ kind: 'private', country: 'JP', networkNumber: null })
    expect(lookup.find('2001:db8::1')).toMatchObject({ kind: 'documentation', networkName: 'Lab' })
    expect(lookup.sets[0]).toMatchObject({ name: 'c.mmdb (My-Country)', date: '2026-10-01', origin: 'own' })
    expect(lookup.sets[1]).toMatchObject({ date: '2026-10-02', holds: ['network'] })
    expect(lookup.dataset.startsWith('c.mmdb (My-Country) 2026-10-01; n.mmdb')).toBe(true)
  })

  it('that is damaged is named with its path and left out', () => {
    const whole = mmdbFile({ '8.8.8.0/24': { country_code: 'CH' } }, 'x', '2026-10-01')
    const missing = join(freshFolder(), 'none.mmdb')
    const paths = [
      written('text.mmdb', Buffer.from('not a database')),
      written('empty.mmdb', Buffer.alloc(0)),
      written('headless.mmdb', whole.subarray(whole.length - 120)),
      missing,
    ]
    const lookup = openAddressLookup(paths)
    expect(lookup.troubles.map(({ path }) => path)).toEqual(paths)
    for (const { path, message } of lookup.troubles) expect(message).toContain(path)
    expect(lookup.find('8.8.8.8').country).toBe('US')
  })
})

describe('the table of networks', () => {
  const lines = [
    [10n, 19n, 1, 'One'],
    [20n, 20n, 2, 'Two, "quoted"'],
    [30n, 4_000_000_000n, 3, ''],
  ] as const
  const table = Buffer.from(
    lines.map(([a, b, n, name]) => `${a},${b},${n},"${name.replaceAll('"', '""')}"\n`).join(''),
  )

  it('finds what a look at every line finds', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 60n }), (value) => {
        const line = lines.find(([first, last]) => value >= first && value <= last)
        const expected = line === undefined ? null : { number: line[2], name: line[3] || null }
        expect(networkIn(table, { version: 4, value })).toEqual(expected)
      }),
    )
  })

  it('of the package is sorted, and hardly any range reaches into the next', () => {
    for (const file of ['asn-ipv4-num.csv', 'asn-ipv6-num.csv']) {
      const url = new URL(`../../../node_modules/@ip-location-db/asn/${file}`, import.meta.url)
      let firstBefore = -1n
      let lastBefore = -1n
      let unsorted = 0
      let overlaps = 0
      for (const line of readFileSync(url, 'latin1').split('\n')) {
        if (line === '') continue
        const [first = '', last = ''] = line.split(',', 2)
        if (BigInt(first) <= firstBefore || BigInt(last) < BigInt(first)) unsorted += 1
        if (BigInt(first) <= lastBefore) overlaps += 1
        firstBefore = BigInt(first)
        lastBefore = BigInt(last)
      }
      expect(unsorted, file).toBe(0)
      expect(overlaps, file).toBeLessThan(3)
    }
  })
})
