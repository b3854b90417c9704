import { describe, expect, it } from 'vitest'
import { sniff } from '../../../electron/engine/intake/containers/sniff.ts'
import { sniffGzip } from '../../../electron/engine/intake/containers/sniff-gzip.ts'
import { gz, tarOf, zipOf, zst } from '../../fixtures/containers.ts'
import { gnuTar } from './gnu-tars.ts'

const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex')

describe('sniff', () => {
  it('knows the containers that are read', () => {
    expect(sniff(zipOf([{ name: 'a', content: 'x' }]))).toEqual({ kind: 'zip' })
    expect(sniff(zipOf([]))).toEqual({ kind: 'zip' })
    expect(sniff(tarOf([{ name: 'a', content: 'x' }]))).toEqual({ kind: 'tar' })
    expect(sniff(gnuTar('v7'))).toEqual({ kind: 'tar' })
    expect(sniff(gz('x'))).toEqual({ kind: 'gzip' })
    expect(sniff(zst('x'))).toEqual({ kind: 'zstd' })
    expect(sniff(hex('522a4d18 00000000'))).toEqual({ kind: 'zstd' })
  })

  it.each([
    ['7-Zip', '377abcaf271c0004'],
    ['RAR', '526172211a070100'],
    ['xz', 'fd377a585a0000'],
    ['bzip2', '425a6839314159265359'],
    ['Parquet', '5041523115'],
    ['ORC', '4f5243'],
    ['SQLite', '53514c69746520666f726d6174203300'],
    ['PDF', '255044462d312e37'],
    ['split zip', '504b070800000000'],
  ])('knows %s by name', (what, bytes) => {
    expect(sniff(hex(bytes))).toEqual({ kind: 'unsupported', what })
  })

  it.each([
    '',
    '{"Records":[',
    '[{',
    '\ufeff{"a":1}',
    'eventTime,eventName\r\n',
    'MZ,name\n',
    'PK',
    'BZh9 is text',
    'ustar',
  ])('takes %j for content', (text) => {
    expect(sniff(Buffer.from(text.padEnd(600, ' ')))).toEqual({ kind: 'content' })
    expect(sniff(Buffer.from(text))).toEqual({ kind: 'content' })
  })

  it('takes a tar with a wrong checksum for content', () => {
    const tar = tarOf([{ name: 'a', content: 'x' }])
    tar[0] = 0x62
    expect(sniff(tar)).toEqual({ kind: 'content' })
  })

  it('sees what a gzip holds from its first bytes', () => {
    const tar = tarOf([{ name: 'a', content: 'x'.repeat(100_000) }])
    expect(sniffGzip(gz(tar).subarray(0, 4096))).toEqual({ kind: 'tar' })
    expect(sniffGzip(gz(zipOf([])))).toEqual({ kind: 'zip' })
    expect(sniffGzip(gz(gz('x')))).toEqual({ kind: 'gzip' })
    expect(sniffGzip(gz('{"Records":[]}'))).toEqual({ kind: 'content' })
    expect(sniffGzip(gz('').subarray(0, 5))).toEqual({ kind: 'content' })
    expect(sniffGzip(gz(tar).subarray(0, 12))).toEqual({ kind: 'content' })
  })
})
