import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { takeBackUnfinished } from '../../../electron/engine/intake/recover.ts'
import { coverageOf } from '../../../electron/engine/integrity/coverage.ts'
import { trailChangesOf } from '../../../electron/engine/integrity/gap-causes.ts'
import type { Coverage } from '../../../shared/domain/coverage.ts'
import {
  changedTrail,
  changeRecord,
  type MadeChange,
  TRAIL_ACCOUNT,
  TRAIL_ARN,
} from '../../fixtures/changed-trail.ts'
import { madeLog } from '../../fixtures/digests.ts'
import { freshCase, freshFolder, importInto, READERS } from '../open-case.ts'

const quiet = { signal: new AbortController().signal, onProgress: () => undefined }
const ACCOUNT = TRAIL_ACCOUNT
const ARN = TRAIL_ARN

function archive(changes: readonly MadeChange[]): string {
  const root = join(freshFolder(), 'bucket')
  changedTrail(root, changes)
  return root
}

async function coverage(changes: readonly MadeChange[]): Promise<Coverage> {
  const one = freshCase(freshFolder())
  await importInto(one, [archive(changes)])
  return coverageOf(one.db, quiet)
}

/** What is linked to the only gap, as `name role match`. */
function linked({ gaps, gapCauses, trailChanges }: Coverage): string[] {
  expect(gaps).toHaveLength(1)
  expect(gaps[0]).toMatchObject({ account: ACCOUNT, trail: 'my_trail', why: 'restart' })
  expect(gapCauses).toHaveLength(1)
  return (gapCauses[0]?.changes ?? []).map(({ change: id, role, match }) => {
    const { eventName } = trailChanges.find((each) => each.id === id) ?? { eventName: '?' }
    return `${eventName} ${role} ${match}`
  })
}

describe('a gap in the digests', () => {
  it('is linked to what stopped logging and what started it again, and to who did it', async () => {
    const found = await coverage([
      { at: '12:59:30', name: 'StopLogging', trail: ARN },
      { at: '15:00:05', name: 'StartLogging' },
    ])
    expect(linked(found)).toEqual(['StopLogging stops same-trail', 'StartLogging resumes same-trail'])
    expect(found.trailChanges[0]).toMatchObject({
      eventId: `StopLogging-12:59:30-${ACCOUNT}`,
      principalArn: `arn:aws:iam::${ACCOUNT}:user/mallory`,
      account: ACCOUNT,
      region: 'us-east-1',
      trail: ARN,
      errorCode: null,
      recordNumber: 2,
      places: 1,
    })
  })

  it('tells validation switched off from other updates, and what was refused', async () => {
    const found = await coverage([
      { at: '12:10:00', name: 'UpdateTrail', parameters: { enableLogFileValidation: false } },
      { at: '12:20:00', name: 'UpdateTrail', parameters: { s3BucketName: 'other' } },
      { at: '12:30:00', name: 'DeleteTrail', error: 'AccessDenied' },
      { at: '12:40:00', name: 'PutEventSelectors', trail: null, parameters: { trailName: 'my_trail' } },
      { at: '14:50:00', name: 'UpdateTrail', parameters: { enableLogFileValidation: true } },
    ])
    expect(linked(found)).toEqual([
      'UpdateTrail stops same-trail',
      'UpdateTrail other same-trail',
      'DeleteTrail failed same-trail',
      'PutEventSelectors other same-trail',
      'UpdateTrail resumes same-trail',
    ])
  })

  it('is not linked to other trails, accounts, regions and times, and then nothing explains it', async () => {
    const found = await coverage([
      { at: '12:50:00', name: 'StopLogging', trail: 'your_trail' },
      { at: '12:51:00', name: 'StopLogging', account: '444455556666', trail: null },
      { at: '12:52:00', name: 'StopLogging', region: 'eu-west-1' },
      { at: '11:30:00', name: 'StopLogging' },
      { at: '16:30:00', name: 'StopLogging' },
      { at: '12:53:00', name: 'DescribeTrails' },
      { at: '12:54:00', name: 'StopLogging', source: 'example.amazonaws.com' },
    ])
    expect(linked(found)).toEqual([])
    expect(found.trailChangeCount).toBe(5)
  })

  it('says when a record names no trail, and when the trail belongs to another account', async () => {
    const found = await coverage([
      { at: '12:50:00', name: 'StopLogging', trail: null },
      {
        at: '12:51:00',
        name: 'StopLogging',
        account: '444455556666',
        trail: 'arn:aws:cloudtrail:us-east-1:444455556666:trail/my_trail',
      },
    ])
    expect(linked(found)).toEqual(['StopLogging stops trail-not-stated', 'StopLogging stops other-account'])
  })
})

describe('records of changes of trails', () => {
  const CHANGES: readonly MadeChange[] = [
    { at: '12:50:00', name: 'StopLogging' },
    { at: '12:55:00', name: 'DeleteTrail' },
  ]
  const file = (records: readonly unknown[]) => JSON.stringify({ Records: records })
  const others = [
    { ...changeRecord({ at: '12:00:00', name: 'AssumeRole', source: 'sts.amazonaws.com' }) },
    JSON.parse(madeLog(12).content).Records[0],
  ]

  it.each(READERS)('are kept and counted as before, once for all copies (%s)', async (reader) => {
    const folder = freshFolder()
    const records = [...others, ...CHANGES.map(changeRecord)]
    writeFileSync(join(folder, 'one.json'), file(records))
    writeFileSync(join(folder, 'two.json.gz'), gzipSync(file(records.toReversed())))
    writeFileSync(join(folder, 'lines.jsonl'), records.map((record) => JSON.stringify(record)).join('\n'))
    const one = freshCase(freshFolder())
    const { sums } = await importInto(one, [folder], {}, reader)
    expect(sums).toMatchObject({ records: 12, signIns: 3, companions: 3 })
    const changes = trailChangesOf(one.db)
    expect(changes.map(({ eventName, places }) => [eventName, places])).toEqual([
      ['StopLogging', 3],
      ['DeleteTrail', 3],
    ])
    const raws = one.db.prepare('select raw from trail_change order by id').pluck().all() as Buffer[]
    expect(raws.map(String).sort()).toEqual(CHANGES.map((made) => JSON.stringify(changeRecord(made))).sort())
    const { path, byteStart, byteEnd } = changes[0] ?? { path: '', byteStart: 0, byteEnd: 0 }
    if (path.endsWith('one.json')) {
      expect(file(records).slice(byteStart, byteEnd)).toBe(
        JSON.stringify(changeRecord(CHANGES[0] as MadeChange)),
      )
    }

    await importInto(one, [folder], {}, reader)
    expect(trailChangesOf(one.db)).toEqual(changes)
  })

  it('are rows of their own where copies differ', async () => {
    const folder = freshFolder()
    writeFileSync(
      join(folder, 'a.json'),
      file([changeRecord({ at: '12:50:00', name: 'StopLogging', id: 'x' })]),
    )
    writeFileSync(
      join(folder, 'b.json'),
      file([changeRecord({ at: '12:50:00', name: 'StopLogging', id: 'x', error: 'AccessDenied' })]),
    )
    const one = freshCase(freshFolder())
    await importInto(one, [folder])
    expect(trailChangesOf(one.db).map(({ errorCode }) => errorCode)).toEqual([null, 'AccessDenied'])
  })

  it('go with an import that was broken off, but for those seen elsewhere, and come back with the next', async () => {
    const folder = freshFolder()
    writeFileSync(join(folder, 'a.json'), file([changeRecord(CHANGES[0] as MadeChange)]))
    writeFileSync(join(folder, 'b.json'), file(CHANGES.map(changeRecord)))
    const one = freshCase(freshFolder())
    await importInto(one, [folder])
    const names = () => trailChangesOf(one.db).map(({ eventName, places }) => [eventName, places])
    expect(names()).toEqual([
      ['StopLogging', 2],
      ['DeleteTrail', 1],
    ])
    one.db.exec(`update source set status = 'reading', sha256 = null where path like '%b.json'`)
    expect(takeBackUnfinished(one.db)).toBe(1)
    expect(names()).toEqual([['StopLogging', 1]])
    await importInto(one, [folder])
    expect(names()).toEqual([
      ['StopLogging', 2],
      ['DeleteTrail', 1],
    ])
  })
})
