import { createHash } from 'node:crypto'
import { copyFileSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { gunzipSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { ledgerPage } from '../../../electron/engine/intake/ledger-page.ts'
import { takeBackUnfinished } from '../../../electron/engine/intake/recover.ts'
import type { ImportHooks } from '../../../electron/engine/intake/run.ts'
import { addNote } from '../../../electron/engine/notes/notes.ts'
import { signInDetail } from '../../../electron/engine/timeline/detail.ts'
import { judgeSampled } from '../../../electron/engine/work-paper/judgements.ts'
import type { ImportProgress, ImportSums } from '../../../shared/domain/source.ts'
import { archive, packedLog, writeFile } from '../../fixtures/archive.ts'
import { flipped, truncated, withTail } from '../../fixtures/damage.ts'
import { decoys } from '../../fixtures/decoys.ts'
import { minified, pretty, shuffledKeys } from '../../fixtures/layout.ts'
import { trail } from '../../fixtures/trail.ts'
import { freshCase, freshFolder, importInto as importWith, READERS, type TestCase } from '../open-case.ts'

describe.each(READERS)('reading with %s', (reader) => {
  const importInto = (made: TestCase, paths: readonly string[], hooks: Partial<ImportHooks> = {}) =>
    importWith(made, paths, hooks, reader)

  const ALICE = '10:00 alice ConsoleLogin ok mfa'
  const BOB = '10:05 bob ConsoleLogin failed'

  function reconciles(sums: ImportSums): void {
    expect(sums.read + sums.partial + sums.skipped + sums.failed + sums.waiting).toBe(sums.found)
    expect(sums.indexed + sums.duplicates + sums.conflicts).toBe(sums.signIns)
  }

  describe('import', () => {
    it('finds the sign-ins of a tree, and counts every record', async () => {
      const folder = freshFolder()
      archive(folder, [...trail(ALICE, BOB, '10:06 alice ec2:DescribeInstances ok'), ...decoys()])
      const made = freshCase()
      const { sums, failed, skipped } = await importInto(made, [folder])
      expect(sums).toMatchObject({ records: 3 + decoys().length, signIns: 2, indexed: 2, partial: 0 })
      expect([failed, skipped]).toEqual([[], []])
      reconciles(sums)
    })

    it('adds nothing the second time, and says that the files are unchanged', async () => {
      const folder = freshFolder()
      archive(folder, trail(ALICE, BOB))
      const made = freshCase()
      const first = await importInto(made, [folder])
      const second = await importInto(made, [folder])
      expect(second.sums).toMatchObject({
        indexed: 0,
        duplicates: 2,
        signIns: 2,
        records: first.sums.records,
      })
      expect(second.sums.unchanged).toBe(first.sums.found)
      reconciles(second.sums)
      expect(made.db.prepare('select count(*) as n from sighting').get()).toEqual({ n: 2 })
    })

    it('hashes the content of what comes after a digest, whatever the digest is called', async () => {
      const folder = freshFolder()
      writeFile(folder, 'a.json', minified({ Records: trail(ALICE) }))
      writeFile(
        folder,
        'b.json',
        minified({
          awsAccountId: '111122223333',
          digestStartTime: '2026-04-01T10:00:00Z',
          digestEndTime: '2026-04-01T11:00:00Z',
          digestS3Bucket: 'logs',
          digestS3Object: 'AWSLogs/x.json.gz',
          logFiles: [],
          previousDigestHashValue: null,
        }),
      )
      for (let file = 0; file < 700; file += 1) {
        writeFile(
          folder,
          `c${String(file).padStart(3, '0')}.json`,
          minified({ Records: trail(`10:1${file % 10} u${file} ConsoleLogin ok`) }),
        )
      }
      const made = freshCase()
      // Time for the thread that has the digest; the other one could be through with all the rest before.
      let begun = 0
      const mayGoOn = () => {
        begun += 1
        return begun === 600 ? wait(1000) : undefined
      }
      await importInto(made, [folder], { hashContent: false, mayGoOn })
      const hashed = (name: string) =>
        made.db.prepare('select content_sha256 from source where shown_path like ?').pluck().get(`%/${name}`)
      // Hundreds are under way when the digest is recognised; the last one never is.
      expect(hashed('c699.json')).toMatch(/^[0-9a-f]{64}$/)
    })

    it('gives the hash of unpacked content only where all of it came out', async () => {
      const lines = trail(ALICE, BOB).map((record) => JSON.stringify(record))
      const log = minified({ Records: trail(ALICE, BOB) })
      const folder = freshFolder()
      const texts = { lines: lines.join('\n'), log }
      for (const [name, text] of Object.entries(texts)) {
        const packed = gzipSync(text)
        writeFile(folder, `${name}-plain.json`, text)
        writeFile(folder, `${name}-whole.json.gz`, packed)
        writeFile(folder, `${name}-tail.json.gz`, withTail(packed, 'x'))
        writeFile(folder, `${name}-cut.json.gz`, truncated(packed, packed.length - 12))
        writeFile(folder, `${name}-flipped.json.gz`, flipped(packed, packed.length - 6))
      }
      const made = freshCase()
      await importInto(made, [folder], { hashContent: true })
      const found = made.db.prepare('select shown_path as path, content_sha256 as hash from source').all()
      for (const { path, hash } of found as { path: string; hash: string | null }[]) {
        const [, name = '', kind] = /(\w+)-(\w+)\.json/.exec(path) ?? []
        const isWhole = kind !== 'cut' && kind !== 'flipped'
        const whole = createHash('sha256')
          .update(texts[name as keyof typeof texts])
          .digest('hex')
        expect([path, hash]).toEqual([path, isWhole ? whole : null])
      }
      expect(found).toHaveLength(10)
    })

    it('reads every layout of the same records alike', async () => {
      const records = trail(ALICE, BOB)
      const forms: Record<string, string> = {
        'minified.json': minified({ Records: records }),
        'pretty.json': pretty({ Records: records }),
        'shuffled.json': minified(shuffledKeys({ nextToken: null, Records: records, note: 'x' })),
        'crlf.json': pretty({ Records: records }).replaceAll('\n', '\r\n'),
        'marked.json': `\ufeff${minified({ Records: records })}`,
      }
      for (const [name, text] of Object.entries(forms)) {
        const folder = freshFolder()
        writeFile(folder, name, text)
        const made = freshCase()
        const { sums } = await importInto(made, [folder])
        expect({ name, ...sums }).toMatchObject({ name, records: 2, indexed: 2, read: 1 })
      }
    })

    it('keeps one row and both places of a record that is in two files', async () => {
      const folder = freshFolder()
      const [record] = trail(ALICE)
      writeFile(folder, 'a.json.gz', packedLog([record!]))
      writeFile(folder, 'b.json', pretty({ Records: [shuffledKeys(record!)] }))
      const made = freshCase()
      const { sums } = await importInto(made, [folder])
      expect(sums).toMatchObject({ signIns: 2, indexed: 1, duplicates: 1, conflicts: 0 })
      const { row, sightings } = signInDetail(made.db, 1)
      expect([row.sightings, sightings.map((seen) => basename(seen.path))]).toEqual([
        2,
        ['a.json.gz', 'b.json'],
      ])
    })

    it('keeps both of two differing copies and marks them', async () => {
      const folder = freshFolder()
      const [record] = trail(ALICE)
      writeFile(folder, 'a.json', minified({ Records: [record] }))
      writeFile(folder, 'b.json', minified({ Records: [{ ...record, sourceIPAddress: '192.0.2.99' }] }))
      const made = freshCase()
      const { sums } = await importInto(made, [folder])
      expect(sums).toMatchObject({ indexed: 1, conflicts: 1 })
      expect(
        [1, 2]
          .map((id) => signInDetail(made.db, id))
          .map(({ row, conflictsWith }) => [row.conflict, conflictsWith]),
      ).toEqual([
        [true, [2]],
        [true, [1]],
      ])
    })

    it('points at the exact bytes, with hashes that standard tools repeat', async () => {
      const folder = freshFolder()
      const path = writeFile(
        folder,
        'log.json.gz',
        packedLog([...trail('09:00 x ec2:RunInstances ok', ALICE)]),
      )
      const made = freshCase()
      await importInto(made, [folder])
      const { raw, sightings } = signInDetail(made.db, 1)
      const file = readFileSync(path)
      const content = gunzipSync(file)
      const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
      expect(sightings).toHaveLength(1)
      const [seen] = sightings
      expect(seen).toMatchObject({
        recordNumber: 2,
        recordsInSource: 2,
        sha256: hash(file),
        contentSha256: hash(content),
      })
      expect(content.subarray(seen!.byteStart, seen!.byteEnd).toString()).toBe(raw)
    })

    it('never changes a source', async () => {
      const folder = freshFolder()
      const path = writeFile(folder, 'log.json.gz', packedLog(trail(ALICE)))
      const before = { bytes: readFileSync(path), changed: statSync(path).mtimeMs }
      await importInto(freshCase(), [folder])
      expect({ bytes: readFileSync(path), changed: statSync(path).mtimeMs }).toEqual(before)
    })

    it('reads a file again whose bytes changed, and keeps what it said before', async () => {
      const folder = freshFolder()
      writeFile(folder, 'log.json', minified({ Records: trail(ALICE) }))
      const made = freshCase()
      await importInto(made, [folder])
      writeFile(folder, 'log.json', minified({ Records: trail(ALICE, BOB) }))
      const { sums } = await importInto(made, [folder])
      expect(sums).toMatchObject({ unchanged: 0, indexed: 1, duplicates: 1 })
      expect(ledgerPage(made.db, 'all', 0, 10).counts.all).toBe(2)
    })

    it('tells how far it is, and ends with all done', async () => {
      const folder = freshFolder()
      archive(folder, trail(ALICE, BOB))
      const seen: ImportProgress[] = []
      await importInto(freshCase(), [folder], { onProgress: (progress) => seen.push(progress) })
      const last = seen.at(-1)
      expect(seen[0]?.state).toBe('finding')
      expect(last?.sums.bytesDone).toBe(last?.sums.bytesTotal)
    })
  })

  describe('an import that is stopped', () => {
    it('keeps whole files and goes on with the rest next time', async () => {
      const folder = freshFolder()
      for (let i = 0; i < 20; i += 1) {
        writeFile(
          folder,
          `${String(i).padStart(2, '0')}.json`,
          minified({ Records: trail(`10:${10 + i} user${i} ConsoleLogin ok`) }),
        )
      }
      const made = freshCase()
      const stop = new AbortController()
      let taken = 0
      const first = await importInto(made, [folder], {
        signal: stop.signal,
        mayGoOn: async () => {
          taken += 1
          if (taken === 8) stop.abort()
        },
      })
      expect(first.stopped).toBe(true)
      const kept = first.sums.indexed
      // Files under way when it was stopped are given up whole.
      expect(kept).toBeLessThanOrEqual(7)
      reconciles(first.sums)
      const second = await importInto(made, [folder])
      expect(second.sums).toMatchObject({ unchanged: kept, indexed: 20 - kept, duplicates: kept, waiting: 0 })
    })

    it('by a kill leaves nothing half read: such a file is taken back and read again', async () => {
      const folder = freshFolder()
      writeFile(folder, 'a.json', minified({ Records: trail(ALICE) }))
      writeFile(folder, 'b.json', minified({ Records: trail(BOB) }))
      const made = freshCase()
      await importInto(made, [join(folder, 'a.json')])
      // What the last transaction before a kill may have left: a file begun, and one of its records seen.
      made.db.exec(`insert into source (import_id, path, shown_path, format, status)
        values (1, 'x', 'x', 'unknown', 'reading')`)
      made.db.exec(
        `insert into sighting (source_id, record_number, sign_in_id, byte_start, byte_end) values (2, 1, 1, 0, 10)`,
      )
      expect(takeBackUnfinished(made.db)).toBe(1)
      const { sums } = await importInto(made, [folder])
      expect(made.db.prepare('select count(*) as n from sign_in').get()).toEqual({ n: 2 })
      expect(sums).toMatchObject({ indexed: 1, duplicates: 1, unchanged: 1 })
      expect(signInDetail(made.db, 1).sightings).toHaveLength(1)
    })

    it.each<[string, (made: TestCase) => unknown]>([
      ['a note', (made) => addNote(made.db, made.actor, 1, 'seen')],
      [
        'a tag',
        (made) =>
          made.db.exec(
            `insert into tag values (1, 'suspect', 'red'); insert into sign_in_tag values (1, 1, 'me', 0)`,
          ),
      ],
      ['a mark', (made) => made.db.exec(`insert into sign_in_mark values (1, 'bookmark', 'me', 0)`)],
      ['a judgement', (made) => judgeSampled(made.db, made.actor, 1, 'pass', '')],
    ])('does not take an event with %s away', async (what, add) => {
      const folder = freshFolder()
      writeFile(folder, 'a.json', minified({ Records: trail(ALICE) }))
      const made = freshCase()
      await importInto(made, [folder])
      add(made)
      made.db.exec(`update source set status = 'reading'`)
      takeBackUnfinished(made.db)
      await importInto(made, [folder])
      expect(signInDetail(made.db, 1)).toMatchObject({
        row: { notes: what === 'a note' ? 1 : 0, sightings: 1 },
      })
    })
  })

  describe('real records', () => {
    const real = process.env['TRAILCASE_REAL_DATA'] ?? join(import.meta.dirname, '../../../../shared/data')
    const there = (name: string) =>
      statSync(join(real, name), { throwIfNoEntry: false })?.isDirectory() === true

    it.skipIf(!there('invictus'))('of an attack exercise: 2,900 records, three sign-ins', async () => {
      const made = freshCase()
      const { sums, failed } = await importInto(made, [join(real, 'invictus', 'AWSLogs')])
      expect(sums).toMatchObject({ records: 2900, signIns: 3, indexed: 3 })
      expect(failed).toEqual([])
    })

    it.skipIf(!there('first-signins'))('of 2014: with MFA, without, and failed', async () => {
      const made = freshCase()
      await importInto(made, [join(real, 'first-signins')])
      const rows = made.db.prepare('select outcome, mfa from sign_in order by event_time').all()
      expect(rows).toEqual([
        { outcome: 'success', mfa: 'used' },
        { outcome: 'success', mfa: 'not-used' },
        { outcome: 'failure', mfa: 'not-used' },
      ])
    })
  })

  describe('several paths', () => {
    it('count a file once that is given twice', async () => {
      const folder = freshFolder()
      const path = writeFile(folder, 'sub/log.json', minified({ Records: trail(ALICE) }))
      const { sums } = await importInto(freshCase(), [folder, join(folder, 'sub'), path])
      expect(sums).toMatchObject({ found: 1, indexed: 1, duplicates: 0 })
    })

    it('show a copy in another folder as a second place', async () => {
      const folder = freshFolder()
      const path = writeFile(folder, 'log.json', minified({ Records: trail(ALICE) }))
      mkdirSync(join(folder, 'copy'))
      copyFileSync(path, join(folder, 'copy', 'log.json'))
      const { sums } = await importInto(freshCase(), [folder])
      expect(sums).toMatchObject({ found: 2, indexed: 1, duplicates: 1 })
      writeFileSync(path, '')
    })
  })
})
