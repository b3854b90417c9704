import { basename, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { seeded } from '../engine/intake-fast/seeded.ts'
import { freshCase, freshFolder, importInto, READERS } from '../engine/open-case.ts'
import { packedLog, writeFile } from '../fixtures/archive.ts'
import { logText } from '../fixtures/layout.ts'
import { trail } from '../fixtures/trail.ts'
import { expectSound } from './support/case-content.ts'
import { oddTrail } from './support/odd-trail.ts'
import { readPlainly, signInLine } from './support/plain-twin.ts'

describe.each(READERS)('read with %s', { timeout: 120_000 }, (reader) => {
  it('600 odd trail files hold what one JSON.parse of each finds', async () => {
    const folder = freshFolder()
    const tree = join(folder, 'trail')
    const files = new Map<string, Uint8Array>()
    for (let seed = 1; seed <= 600; seed += 1) {
      const random = seeded(seed)
      const text = Buffer.from(oddTrail(random))
      const cut = random.below(text.length)
      const bytes =
        seed % 3 === 0
          ? text
          : seed % 3 === 1
            ? gzipSync(text, { level: random.below(10) })
            : Buffer.concat([gzipSync(text.subarray(0, cut)), gzipSync(text.subarray(cut))])
      const name = `${String(seed).padStart(4, '0')}.json${seed % 3 === 0 ? '' : '.gz'}`
      files.set(name, bytes)
      writeFile(tree, name, bytes)
    }
    const made = freshCase(folder)
    await importInto(made, [tree], {}, reader)
    expectSound(made.path)
    const sources = made.db.prepare(
      'select id, path, status, detail, records, sign_ins as signIns, companions from source',
    )
    const sightings = made.db.prepare(
      `select g.record_number as number, s.raw from sighting g join sign_in s on s.id = g.sign_in_id
       where g.source_id = ? order by g.record_number`,
    )
    let signIns = 0
    for (const row of sources.all() as {
      id: number
      path: string
      status: string
      detail: string | null
      records: number
      signIns: number
      companions: number
    }[]) {
      const wanted = readPlainly(files.get(basename(row.path))!)
      const lines = (sightings.all(row.id) as { number: number; raw: Buffer }[]).map(({ number, raw }) =>
        signInLine(number, JSON.parse(raw.toString('utf8'))),
      )
      const { records, companions, status, detail } = row
      expect({
        path: row.path,
        records,
        companions,
        signIns: lines,
        count: row.signIns,
        status,
        detail,
      }).toEqual({
        path: row.path,
        records: wanted.records,
        companions: wanted.companions,
        signIns: wanted.signIns,
        count: wanted.signIns.length,
        status: 'read',
        detail: null,
      })
      signIns += lines.length
    }
    expect(signIns).toBeGreaterThan(300)
  })

  it.each(['json', 'json.gz'])(
    'a %s cut at any byte: never one record more or less than stands there whole',
    async (kind) => {
      const records = trail(
        '10:00 alice ConsoleLogin ok',
        '10:01 bob s3:GetObject',
        '10:02 cy sts:AssumeRole',
        '10:03 di ConsoleLogin failed',
      )
      const text = logText(records)
      const whole = kind === 'json' ? Buffer.from(text) : Buffer.from(packedLog(records))
      const folder = freshFolder()
      for (let cut = 0; cut < whole.length; cut += 1) {
        writeFile(folder, `trail/${String(cut).padStart(5, '0')}.${kind}`, whole.subarray(0, cut))
      }
      const made = freshCase(folder)
      const { sums, failed, skipped } = await importInto(made, [join(folder, 'trail')], {}, reader)
      expectSound(made.path)
      expect(sums.found).toBe(whole.length)
      expect(sums.read).toBe(0)
      expect(failed.length + skipped.length).toBe(whole.length)
      const rows = made.db
        .prepare(
          'select path, records, sign_ins as signIns, companions, content_bytes as contentBytes from source order by path',
        )
        .all() as {
        path: string
        records: number
        signIns: number
        companions: number
        contentBytes: number | null
      }[]
      const ends = [...text.matchAll(/\}(?=,\{"eventVersion|\]\}$)/g)].map((match) => match.index + 1)
      let before = 0
      for (const { path, records: found, signIns, companions, contentBytes } of rows) {
        const stands = ends.filter((end) => end <= (contentBytes ?? 0)).length
        expect([path, found]).toEqual([path, stands])
        expect([path, signIns, companions]).toEqual([path, [0, 1, 1, 1, 2][stands], stands > 2 ? 1 : 0])
        // A longer piece never holds less.
        expect(found).toBeGreaterThanOrEqual(before)
        before = found
      }
      // All places were seen: every cut behind the last record still has it.
      expect(before).toBe(4)
    },
    60_000,
  )
})
