import { describe, expect, it } from 'vitest'
import { DEFAULT_LIMITS, RAISED_LIMITS } from '../../../electron/engine/intake/limits.ts'
import type { ImportOutcome } from '../../../shared/domain/source.ts'
import { packedLog, writeFile } from '../../fixtures/archive.ts'
import { gz, type ZipMember, zipOf } from '../../fixtures/containers.ts'
import { jsonLines } from '../../fixtures/exports.ts'
import { trail } from '../../fixtures/trail.ts'
import { expectSound } from '../../robust/support/case-content.ts'
import { freshCase, freshFolder, importInto as importWith, READERS, type TestCase } from '../open-case.ts'

const NAME = 'log.json'

/** What cannot be unpacked: its bytes, and so their hash, are not known. */
function damaged(number: number): ZipMember {
  return { name: NAME, content: `${number}`.repeat(50), packed: Buffer.from([7, number % 256, number >> 8]) }
}

function log(who: string): ZipMember {
  return { name: NAME, content: jsonLines(trail(`10:00 ${who} ConsoleLogin ok`)) }
}

/** More than the limits let out of it. */
function tooLong(who: string): ZipMember {
  const [record] = trail(`11:00 ${who} ConsoleLogin ok`)
  return { name: NAME, content: jsonLines([{ ...record, filler: 'x'.repeat(3000) }]) }
}

const LOW = { ...DEFAULT_LIMITS, maxContentBytes: 3000 }

/** As if readers of an earlier version had written all lines: then all of it is read again. */
function readBefore({ db }: TestCase): void {
  db.exec('update source set reader_version = 1')
}

interface Line {
  readonly path: string
  readonly status: string
}

function lines({ db }: TestCase): Line[] {
  return db.prepare('select path, status from source order by id').all() as Line[]
}

/** Every file that was met is a line of the ledger. */
function expectReconciled(made: TestCase, { sums }: ImportOutcome): void {
  const { read, partial, skipped, failed } = sums
  const count = (status: string) => lines(made).filter((line) => line.status === status).length
  expect([count('read'), count('partial'), count('skipped'), count('failed')]).toEqual([
    read,
    partial,
    skipped,
    failed,
  ])
  expect(lines(made)).toHaveLength(sums.found)
}

describe.each(READERS)('members of one name, read with %s', (reader) => {
  it('have a line each when they cannot be read', async () => {
    const made = freshCase()
    const zip = zipOf([damaged(1), log('alice'), damaged(2), log('bob'), damaged(3)])
    const path = writeFile(freshFolder(), 'bucket.zip', zip)
    for (const _ of ['first', 'again']) {
      const outcome = await importWith(made, [path], {}, reader)
      expect(outcome.sums).toMatchObject({ found: 6, failed: 3, signIns: 2 })
      expectReconciled(made, outcome)
      expectSound(made.path)
      readBefore(made)
    }
  })

  it('have a line each when they are archives that cannot be read', async () => {
    const made = freshCase()
    const inner = zipOf([damaged(1), damaged(2)])
    const members = [inner, inner.subarray(0, -30), gz(packedLog(trail('10:00 carol ConsoleLogin ok')))]
    const zip = zipOf(members.map((content) => ({ name: 'inner', content })))
    const path = writeFile(freshFolder(), 'bucket.zip', zip)
    for (const _ of ['first', 'again']) {
      const outcome = await importWith(made, [path], {}, reader)
      expectReconciled(made, outcome)
      expectSound(made.path)
      readBefore(made)
    }
  })

  it('are one line when they have the same bytes, and counted as read before', async () => {
    const made = freshCase()
    const path = writeFile(freshFolder(), 'bucket.zip', zipOf([log('alice'), log('alice'), log('bob')]))
    const { sums } = await importWith(made, [path], {}, reader)
    expect(sums).toMatchObject({ found: 4, read: 4, unchanged: 1, records: 3, indexed: 2, duplicates: 1 })
    expect(lines(made)).toHaveLength(3)
    expectSound(made.path)
  })

  it('are each read on with higher limits', async () => {
    const made = freshCase()
    const zip = zipOf([tooLong('alice'), log('bob'), tooLong('carol'), damaged(1)])
    const path = writeFile(freshFolder(), 'bucket.zip', zip)
    const low = await importWith(made, [path], { limits: LOW }, reader)
    expect(low.sums).toMatchObject({ found: 5, failed: 3, read: 2, indexed: 1 })
    expectReconciled(made, low)
    const high = await importWith(made, [path], { limits: RAISED_LIMITS }, reader)
    expect(high.sums).toMatchObject({ found: 5, failed: 1, read: 4, indexed: 2 })
    expectReconciled(made, high)
    expectSound(made.path)
  })
})

it('very many members of one name do not take longer each', async () => {
  const made = freshCase()
  const zip = zipOf(Array.from({ length: 20_000 }, (_, number) => damaged(number)))
  const path = writeFile(freshFolder(), 'bucket.zip', zip)
  // Were each compared with those before it, this would take longer than a test may.
  const outcome = await importWith(made, [path], {}, 'threads')
  expect(outcome.sums).toMatchObject({ found: 20_001, failed: 20_000 })
  expectReconciled(made, outcome)
})

it.each(READERS)(
  'a folder called as an archive and its members stops nothing, read with %s',
  async (reader) => {
    const folder = freshFolder()
    const content = jsonLines(trail('10:00 alice ConsoleLogin ok'))
    const [other] = trail('10:00 alice ListBuckets ok')
    const quiet = jsonLines([{ ...other, eventSource: 's3.amazonaws.com' }])
    const members = [
      { name: 'a.json', content },
      { name: 'b.json', content: quiet },
    ]
    writeFile(folder, 'logs.zip', zipOf(members))
    for (const member of members) writeFile(folder, `logs.zip!/${member.name}`, member.content)
    writeFile(folder, 'logs.zip!/c.json', jsonLines(trail('11:00 bob ConsoleLogin ok')))
    const made = freshCase()
    const { sums } = await importWith(made, [folder], {}, reader)
    expect(sums).toMatchObject({ found: 6, read: 6, failed: 0, signIns: 3, indexed: 2, duplicates: 1 })
    expectSound(made.path)
  },
)
