import { describe, expect, it } from 'vitest'
import { placeOf, readDigestName, readLogName } from '../../../electron/engine/integrity/names.ts'

const NAME = '111122223333_CloudTrail_us-east-1_20240914T1305Z_AbCdEfGhIjKlMnOp.json.gz'
const KEY = `audit/AWSLogs/o-abc/111122223333/CloudTrail/us-east-1/2024/09/14/${NAME}`

describe('the place of a file', () => {
  it.each([
    [`/evidence/${KEY}`, 'as-stated'],
    [
      `/evidence/AWSLogs/o-abc/111122223333/CloudTrail/us-east-1/2024/09/14/${NAME.slice(0, -3)}`,
      'as-stated',
    ],
    [`D:\\evidence\\AWSLogs\\o-abc\\111122223333\\CloudTrail\\us-east-1\\2024\\09\\14\\${NAME}`, 'as-stated'],
    [`/evidence/bucket.zip!/AWSLogs/o-abc/111122223333/CloudTrail/us-east-1/2024/09/14/${NAME}`, 'as-stated'],
    // A part of the bucket, copied below another folder.
    [`/evidence/us-east-1/2024/09/14/${NAME}`, 'as-stated'],
    [`/evidence/AWSLogs/111122223333/CloudTrail/us-east-1/2024/09/14/${NAME}`, 'as-stated'],
    [`/evidence/AWSLogs/o-abc/111122223333/CloudTrail/us-east-1/2024/09/15/${NAME}`, 'elsewhere'],
    [`/evidence/${NAME}`, 'unknown'],
    ['/evidence/renamed.json.gz', 'elsewhere'],
  ])('%s is %s', (path, place) => {
    expect(placeOf(path, KEY)).toBe(place)
  })
})

describe('names', () => {
  it('of digests hold trails with underscores, and say whether they were backfilled', () => {
    const name = '111122223333_CloudTrail-Digest_us-east-1_my_trail-1.x_eu-west-1_20240914T140000Z'
    const facts = {
      account: '111122223333',
      region: 'us-east-1',
      trail: 'my_trail-1.x',
      homeRegion: 'eu-west-1',
    }
    expect(readDigestName(`a/${name}.json.gz`)).toEqual({ ...facts, backfill: false })
    expect(readDigestName(`${name}_backfill.json`)).toEqual({ ...facts, backfill: true })
    expect(readDigestName(`${name}.json.gz.head.json`)).toBeNull()
    expect(readDigestName(NAME)).toBeNull()
  })

  it('of logs say when they were delivered, with or without the last underscore', () => {
    const log = {
      account: '111122223333',
      region: 'us-east-1',
      delivered: Date.UTC(2024, 8, 14, 13, 5) / 1000,
    }
    expect(readLogName(`x/${NAME}`)).toEqual(log)
    expect(readLogName(NAME.replace('Z_', 'Z'))).toEqual(log)
    expect(readLogName('export.json')).toBeNull()
  })
})
