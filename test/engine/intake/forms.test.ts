import { gzipSync } from 'node:zlib'
import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { signInDetail } from '../../../electron/engine/timeline/detail.ts'
import { packedLog, writeFile } from '../../fixtures/archive.ts'
import { minified } from '../../fixtures/layout.ts'
import { trail } from '../../fixtures/trail.ts'
import { freshCase, freshFolder, importInto as importWith, READERS, type TestCase } from '../open-case.ts'

const records = trail(
  '10:00 alice ConsoleLogin ok mfa',
  '10:05 bob ConsoleLogin failed',
  '10:06 bob sts:GetCallerIdentity',
)
const text = (value: unknown) => new TextEncoder().encode(minified(value))

describe.each(READERS)('archives and export forms, read with %s', (reader) => {
  const importInto = (made: TestCase, paths: readonly string[]) => importWith(made, paths, {}, reader)

  it('finds the same sign-ins in every form, once, with a place for each', async () => {
    const folder = freshFolder()
    const events = records.map((record) => ({
      EventId: record['eventID'],
      CloudTrailEvent: minified(record),
    }))
    writeFile(folder, '1-log.json.gz', packedLog(records))
    writeFile(folder, '2-list.json', minified(records))
    writeFile(folder, '3-lines.jsonl', records.map(minified).join('\n'))
    writeFile(folder, '4-lookup.json', minified({ Events: events }))
    writeFile(
      folder,
      '5-bucket.zip',
      zipSync({ 'AWSLogs/x/log.json.gz': packedLog(records), 'README.txt': text('hi') }),
    )
    writeFile(folder, '6-twice.json.gz.gz', gzipSync(packedLog(records)))
    const made = freshCase()
    const { sums, failed } = await importInto(made, [folder])
    expect(failed).toEqual([])
    expect(sums).toMatchObject({
      signIns: 12,
      indexed: 2,
      duplicates: 10,
      conflicts: 0,
      records: 18,
      companions: 6,
    })
    expect(
      signInDetail(made.db, 1).sightings.map(({ shownPath, encoding }) => [
        shownPath.split('/').slice(1).join('/'),
        encoding,
      ]),
    ).toEqual([
      ['1-log.json.gz', 'plain'],
      ['2-list.json', 'plain'],
      ['3-lines.jsonl', 'plain'],
      ['4-lookup.json', 'json-string'],
      ['5-bucket.zip!/AWSLogs/x/log.json.gz', 'plain'],
      [expect.stringContaining('6-twice.json.gz.gz'), 'plain'],
    ])
  })

  it('a sign-in from which somebody took the time and the version is still one', async () => {
    const folder = freshFolder()
    const kept = records.map(({ eventID, eventName, eventSource, userIdentity }) => ({
      eventID,
      eventName,
      eventSource,
      userIdentity,
    }))
    writeFile(folder, 'log.json', minified({ Records: kept }))
    writeFile(folder, 'log.json.gz', packedLog([...kept, ...records]))
    const { sums, failed, skipped } = await importInto(freshCase(), [folder])
    expect([failed, skipped]).toEqual([[], []])
    expect(sums).toMatchObject({ read: 2, records: 9, signIns: 6 })
  })

  it('messages of queues in a list named Records are no records, and the records in them are', async () => {
    const folder = freshFolder()
    const message = (body: string) => ({ messageId: 'm', body, eventSource: 'aws:sqs' })
    const bodies = records.map((record) => message(minified(record)))
    writeFile(folder, 'bodies.json', minified({ Records: bodies }))
    writeFile(folder, 'log.json.gz', packedLog([...records, ...bodies]))
    writeFile(folder, 'none.json', minified({ Records: [message('hi'), message('{}')] }))
    const { sums, failed, skipped } = await importInto(freshCase(), [folder])
    expect(failed).toEqual([])
    expect(skipped).toMatchObject([{ code: 'not-a-trail' }])
    expect(sums).toMatchObject({ read: 2, records: 9, signIns: 6 })
  })

  it('reads every record of a row of a table, each text once, and not what a record quotes', async () => {
    const folder = freshFolder()
    const [first, second] = records.map((record) => minified(record))
    const quoting = minified({ quoted: first })
    const cell = (content: string) => `"${content.replaceAll('"', '""')}"`
    const rows = [
      ['1', first!, second!],
      ['2', first!, first!],
      ['3', second!, quoting],
      ['4', 'none', first!],
      ['5', '', second!],
    ].map((row) => `${row.map(cell).join(',')}\n`)
    writeFile(folder, 'two.csv', `@timestamp,@message,other\n${rows.join('')}`)
    const { sums, failed } = await importInto(freshCase(), [folder])
    expect(failed).toEqual([])
    expect(sums).toMatchObject({ read: 1, records: 6, indexed: 2 })
  })

  it('gives an archive and its members lines of their own, which add up', async () => {
    const folder = freshFolder()
    writeFile(folder, 'bucket.zip', zipSync({ 'a.json.gz': packedLog(records), 'b.txt': text('hello') }))
    const made = freshCase()
    const { sums, skipped } = await importInto(made, [folder])
    expect(sums).toMatchObject({ found: 3, read: 2, skipped: 1, waiting: 0 })
    expect(skipped).toMatchObject([{ path: expect.stringMatching(/bucket\.zip!\/b\.txt$/) }])
    const rows = made.db.prepare('select format, parent_id from source order by id').all()
    expect(rows).toEqual([
      { format: 'zip', parent_id: null },
      { format: 'trail-json-gzip', parent_id: 1 },
      { format: 'unknown', parent_id: 1 },
    ])
    const again = await importInto(made, [folder])
    expect(again.sums).toMatchObject({ indexed: 0, unchanged: 1 })
  })

  it('links an addendum to what it amends', async () => {
    const folder = freshFolder()
    const [first] = records
    const addendum = {
      reason: 'UPDATED_DATA',
      originalEventID: first!['eventID'],
      updatedFields: 'additionalEventData',
    }
    writeFile(folder, 'log.json', minified({ Records: [first, { ...first, eventID: 'later', addendum }] }))
    const made = freshCase()
    await importInto(made, [folder])
    expect(signInDetail(made.db, 1).amendedBy).toEqual([2])
    expect(signInDetail(made.db, 2).amends).toEqual([1])
  })
})
