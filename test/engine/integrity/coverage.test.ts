import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { coverageOf } from '../../../electron/engine/integrity/coverage.ts'
import { hoursOfDay, stateOfHours } from '../../../shared/domain/coverage-days.ts'
import { madeChain, madeLog, makeKey, writeBytes, writeObjects } from '../../fixtures/digests.ts'
import { freshCase, freshFolder, importInto } from '../open-case.ts'

const KEY = makeKey('aa'.repeat(16))
const quiet = { signal: new AbortController().signal, onProgress: () => undefined }

async function coverage(folder: string) {
  const one = freshCase(freshFolder())
  await importInto(one, [folder])
  return coverageOf(one.db, quiet)
}

/** Hours 10 to 15 of one day; hour 13 has a digest and no log. */
function trail() {
  const root = join(freshFolder(), 'bucket')
  const logs = [10, 11, 12, 14, 15].map((hour) => madeLog(hour))
  const hours = [10, 11, 12, 13, 14, 15].map((hour) => ({
    hour,
    logs: logs.filter(({ key }) => key.includes(`T${hour}11Z`)),
  }))
  const chain = madeChain(hours, KEY)
  writeObjects(root, [...logs, ...chain])
  return { root, logs, chain }
}

describe('coverage', () => {
  it('tells hours with logs, hours that a digest says are empty, and all that is not part of the import', async () => {
    const { root } = trail()
    const { rows, period, hours, signInRegions, digestFiles, logFiles } = await coverage(root)
    expect(period).toEqual({ from: '2024-09-14', to: '2024-09-14' })
    expect(rows).toEqual([
      {
        account: '111122223333',
        region: 'us-east-1',
        hasDigests: true,
        hours: '----------cccecc--------',
        logFiles: [5],
      },
    ])
    expect(hours).toEqual({ covered: 5, empty: 1, missing: 0, damaged: 0, 'not-imported': 18 })
    expect({ digestFiles, logFiles }).toEqual({ digestFiles: 6, logFiles: 5 })
    expect(signInRegions.filter(({ present }) => present).map(({ region }) => region)).toEqual(['us-east-1'])
  })

  it('shows a log that is missing, one that is cut off, one that was changed, and a digest that is missing', async () => {
    const { root, logs, chain } = trail()
    rmSync(join(root, logs[0]?.key ?? ''))
    writeBytes(root, logs[1]?.key ?? '', gzipSync(logs[1]?.content ?? '').subarray(0, -30))
    writeObjects(root, [
      { key: logs[2]?.key ?? '', content: (logs[2]?.content ?? '').replace('alice', 'malic') },
    ])
    rmSync(join(root, chain[3]?.key ?? ''))
    const { rows, missingFiles, damagedFiles, files, gaps } = await coverage(root)
    expect(rows[0]?.hours).toBe('----------mddmcc--------')
    expect(stateOfHours(rows[0]?.hours ?? '')).toBe('damaged')
    expect(files.map(({ state, key }) => [state, key])).toEqual([
      ['missing', logs[0]?.key],
      ['damaged', logs[1]?.key],
      ['damaged', logs[2]?.key],
    ])
    expect({ missingFiles, damagedFiles }).toEqual({ missingFiles: 1, damagedFiles: 2 })
    expect(gaps).toHaveLength(1)
  })

  it('does not take a region for a part of the import of which only missing files are known', async () => {
    const root = join(freshFolder(), 'bucket')
    const log = madeLog(10)
    writeObjects(root, [log, ...madeChain([{ hour: 10, logs: [log] }], KEY)])
    const lost = madeLog(10, 2, 'us-east-2')
    writeObjects(root, madeChain([{ hour: 10, logs: [lost] }], KEY, { region: 'us-east-2' }))
    const { signInRegions } = await coverage(root)
    expect(signInRegions.filter(({ present }) => present).map(({ region }) => region)).toEqual(['us-east-1'])
  })

  it('says which accounts lack a sign-in region that others have', async () => {
    const root = join(freshFolder(), 'bucket')
    writeObjects(root, [
      madeLog(10),
      madeLog(10, 1, 'us-east-2'),
      madeLog(10, 1, 'us-east-2', '444455556666'),
      madeLog(10, 1, 'eu-west-1', '777788889999'),
    ])
    const { signInRegions } = await coverage(root)
    expect(signInRegions).toEqual([
      { region: 'us-east-1', present: true, without: ['444455556666', '777788889999'] },
      { region: 'us-east-2', present: true, without: ['777788889999'] },
      { region: 'eu-north-1', present: false, without: [] },
      { region: 'ap-southeast-2', present: false, without: [] },
    ])
  })

  it('proves nothing about quiet hours without digests, over accounts, regions and days', async () => {
    const root = join(freshFolder(), 'bucket')
    const later = madeLog(9, 1, 'eu-north-1', '444455556666')
    const nextDay = { ...later, key: later.key.replace('20240914', '20240916') }
    writeObjects(root, [madeLog(3), madeLog(3, 2), nextDay])
    const { rows, period, hours, digestFiles } = await coverage(root)
    expect(period).toEqual({ from: '2024-09-14', to: '2024-09-16' })
    expect(rows.map(({ account, region, hasDigests }) => [account, region, hasDigests])).toEqual([
      ['111122223333', 'us-east-1', false],
      ['444455556666', 'eu-north-1', false],
    ])
    const [first] = rows
    expect(first?.logFiles).toEqual([2, 0, 0])
    expect([0, 1, 2].map((day) => first && stateOfHours(hoursOfDay(first, day)))).toEqual([
      'covered',
      'not-imported',
      'not-imported',
    ])
    expect(hours).toMatchObject({ covered: 2, 'not-imported': 6 * 24 - 2, missing: 0 })
    expect(digestFiles).toBe(0)
  })

  it('measures how long delivery took, and names the first and the last event', async () => {
    const root = join(freshFolder(), 'bucket')
    // Events at minute 1 and 2 of the hour, delivered at minute 11 and 12; one more that is not on the map.
    writeObjects(root, [madeLog(3), madeLog(5, 2)])
    writeBytes(root, 'download.json', madeLog(7, 3).content)
    const { delay, firstEvent, lastEvent, unplacedFiles } = await coverage(root)
    expect(delay).toEqual({ records: 2, median: 600, p95: 600, longest: 600 })
    expect(firstEvent).toBe(Date.UTC(2024, 8, 14, 3, 1) / 1000)
    expect(lastEvent).toBe(Date.UTC(2024, 8, 14, 7, 3) / 1000)
    expect(unplacedFiles).toBe(1)
  })

  it('is not led to endless maps by times that nobody can have', async () => {
    const { root, chain } = trail()
    const { key = '', content = '' } = chain[5] ?? {}
    const far = JSON.stringify({ ...JSON.parse(content), digestEndTime: '9999-12-31T00:00:00Z' })
    const long = JSON.stringify({
      ...JSON.parse(content),
      digestEndTime: '2099-12-31T00:00:00Z',
      logFiles: [],
    })
    writeObjects(root, [
      { key, content: far },
      { key: key.replace('160000Z', '170000Z'), content: long },
      { ...madeLog(3), key: madeLog(3).key.replace('20240914T', '99990914T') },
    ])
    const { period, unreadDigests } = await coverage(root)
    expect(unreadDigests).toBe(1)
    expect(period).toEqual({ from: '2024-09-14', to: '2024-09-16' })
  })

  it('of a case without files is empty', async () => {
    const { db } = freshCase(freshFolder())
    const { period, rows, firstEvent, delay } = await coverageOf(db, quiet)
    expect({ period, rows, firstEvent, delay }).toEqual({
      period: null,
      rows: [],
      firstEvent: null,
      delay: null,
    })
  })
})
