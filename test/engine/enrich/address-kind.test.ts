import { describe, expect, it } from 'vitest'
import { readAddress } from '../../../electron/engine/enrich/address-kind.ts'

// Words of the IANA registries of special-purpose addresses and of CloudTrail's record contents.
describe('what a source address is', () => {
  it.each([
    ['8.8.8.8', 'public'],
    ['2001:4860:4860::8888', 'public'],
    ['9.255.255.255', 'public'],
    ['10.0.0.0', 'private'],
    ['10.255.255.255', 'private'],
    ['11.0.0.0', 'public'],
    ['172.15.255.255', 'public'],
    ['172.16.0.1', 'private'],
    ['172.32.0.0', 'public'],
    ['192.168.1.1', 'private'],
    ['fd00::1', 'private'],
    ['100.63.255.255', 'public'],
    ['100.64.0.0', 'shared'],
    ['100.127.255.255', 'shared'],
    ['100.128.0.0', 'public'],
    ['127.0.0.1', 'loopback'],
    ['::1', 'loopback'],
    ['169.254.169.254', 'link-local'],
    ['fe80::1', 'link-local'],
    ['192.0.2.1', 'documentation'],
    ['198.51.100.23', 'documentation'],
    ['203.0.113.7', 'documentation'],
    ['2001:db8::1', 'documentation'],
    ['3fff::1', 'documentation'],
    ['224.0.0.1', 'multicast'],
    ['ff02::1', 'multicast'],
    ['0.0.0.0', 'reserved'],
    ['255.255.255.255', 'reserved'],
    ['198.18.0.1', 'reserved'],
    ['::', 'reserved'],
    ['100::1', 'reserved'],
    ['::ffff:10.0.0.1', 'private'],
    ['AWS Internal', 'aws-internal'],
    ['AWS Internal/1', 'aws-internal'],
    ['signin.amazonaws.com', 'aws-service'],
    ['cloudformation.amazonaws.com.cn', 'aws-service'],
    ['example.com', 'other'],
    ['notamazonaws.com', 'other'],
    ['', 'other'],
    ['8.8.8.8, 10.0.0.1', 'other'],
  ] as const)('%s is %s', (sourceIp, kind) => {
    expect(readAddress(sourceIp).kind).toBe(kind)
  })

  it('asks about the IPv4 address that an IPv6 address stands for', () => {
    const google = { version: 4, value: 0x08080808n }
    expect(readAddress('64:ff9b::808:808')).toEqual({ kind: 'public', ip: google })
    expect(readAddress('2002:808:808::1')).toEqual({ kind: 'public', ip: google })
    expect(readAddress('AWS Internal').ip).toBeNull()
  })
})
