import { execFileSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { checkCustody, listCustody } from '../../../electron/engine/custody/log.ts'
import { drawHash, drawLowest, shares } from '../../../electron/engine/work-paper/draw.ts'
import { judgementsOf, judgeSampled } from '../../../electron/engine/work-paper/judgements.ts'
import {
  keepSettings,
  keptSettings,
  proposedSettings,
} from '../../../electron/engine/work-paper/kept-settings.ts'
import { PaperSettings, type SamplePlan } from '../../../shared/domain/work-paper.ts'
import { paperCase, paperOf, SEPTEMBER } from './paper-case.ts'

const lines = Array.from({ length: 60 }, (_, index) => {
  const day = String(1 + (index % 28)).padStart(2, '0')
  const clock = `0${index % 8}:${String(index % 60).padStart(2, '0')}`
  return `2024-09-${day}T${clock} user${index % 9} ConsoleLogin ${index % 4 === 0 ? 'failed' : 'ok'}`
})
const plan = (changes: Partial<SamplePlan> = {}) => ({ sample: { ...SEPTEMBER.sample, ...changes } })

describe('the sample', () => {
  test('somebody else draws the same with sqlite, sha256sum and sort', async () => {
    const opened = await paperCase(...lines)
    const { sample } = paperOf(opened, plan({ amount: 7, seed: "O'Brien's seed 監査" }))
    opened.db.pragma('wal_checkpoint(truncate)')
    const script = [
      'import sqlite3, sys',
      'case = sqlite3.connect("file:" + sys.argv[1] + "?mode=ro", uri=True)',
      'for (key,) in case.execute(sys.argv[2]): print(key)',
    ].join('\n')
    const shell = `python3 -c "$EXPORT" "$CASE" "$SQL" | while IFS= read -r key; do
        printf '%s  %s\\n' "$(printf '%s:%s' "$SEED" "$key" | sha256sum | cut -d' ' -f1)" "$key"
      done | LC_ALL=C sort | head -n 7`
    const env = {
      ...process.env,
      EXPORT: script,
      CASE: opened.path,
      SQL: sample.strata[0]!.sql,
      SEED: "O'Brien's seed 監査",
    }
    const drawn = execFileSync('sh', ['-c', shell], { env, encoding: 'utf8' })
    expect(drawn.trim().split('\n')).toEqual(sample.items.map(({ drawHash: hash, key }) => `${hash}  ${key}`))
    expect(sample.items).toHaveLength(7)
  })

  test('the same seed gives the same records, another seed others', async () => {
    const opened = await paperCase(...lines)
    const ids = (seed: string) => paperOf(opened, plan({ seed })).sample.items.map(({ row }) => row.id)
    expect(ids('one')).toEqual(ids('one'))
    expect(ids('one')).not.toEqual(ids('two'))
  })

  test('is the same however the files were imported', async () => {
    const keys = async (order: readonly string[]) =>
      paperOf(await paperCase(...order)).sample.items.map(({ key }) => key)
    expect(await keys([...lines].reverse())).toEqual(await keys(lines))
  })

  test('comes from the period only, and a larger one begins with the smaller', async () => {
    const opened = await paperCase(...lines, '2024-10-05T00:00 later ConsoleLogin ok')
    const all = paperOf(opened, plan({ size: 'percent', amount: 100 })).sample
    expect(all.strata).toMatchObject([{ outcome: null, population: 60, drawn: 60 }])
    const few = paperOf(opened, plan({ size: 'percent', amount: 5 })).sample.items.map(({ key }) => key)
    expect(few).toEqual(all.items.slice(0, 3).map(({ key }) => key))
  })

  test('by outcome takes from each its share', async () => {
    const opened = await paperCase(...lines)
    const { strata, items } = paperOf(opened, plan({ amount: 8, byOutcome: true })).sample
    expect(strata).toMatchObject([
      { outcome: 'success', population: 45, drawn: 6 },
      { outcome: 'failure', population: 15, drawn: 2 },
      { outcome: 'not-stated', population: 0, drawn: 0 },
    ])
    expect(items.map(({ row }) => row.outcome)).toEqual([
      ...Array(6).fill('success'),
      ...Array(2).fill('failure'),
    ])
  })

  test('names the file, the record and its bytes', async () => {
    const opened = await paperCase(...lines)
    const { items } = paperOf(opened, plan({ amount: 3 })).sample
    for (const { place, row } of items) {
      const raw = opened.db.prepare('select length(raw) from sign_in where id = ?').pluck().get(row.id)
      expect(place?.path).toMatch(/^items\/AWSLogs\/.*\.json\.gz$/)
      expect(place?.fileSha256).toMatch(/^[0-9a-f]{64}$/)
      expect(place!.byteEnd - place!.byteStart).toBe(raw)
      expect(place!.recordNumber).toBeGreaterThan(0)
    }
  })

  test('a sample beyond what is printed is refused, not cut', async () => {
    expect(PaperSettings.safeParse({ ...SEPTEMBER, ...plan({ amount: 5001 }) }).success).toBe(false)
    expect(PaperSettings.safeParse({ ...SEPTEMBER, ...plan({ seed: 'two\nlines' }) }).success).toBe(false)
  })
})

describe('drawing', () => {
  test('keeps the lowest hashes of many, as sorting all of them would', () => {
    const rows = Array.from({ length: 5000 }, (_, id) => ({ id, key: `key-${id % 2500}` }))
    const slow = rows
      .map((row) => ({ ...row, hash: drawHash('s', row.key) }))
      .sort((a, b) => (a.hash < b.hash ? -1 : a.hash > b.hash ? 1 : a.id - b.id))
    expect(drawLowest(rows, 's', 41)).toEqual(slow.slice(0, 41))
    // SHA-256 of `s:key-0`, as sha256sum prints it.
    expect(drawHash('s', 'key-0')).toBe(
      execFileSync('sh', ['-c', 'sha256sum'], { input: 's:key-0', encoding: 'utf8' }).slice(0, 64),
    )
  })

  test('shares add up and never exceed a stratum', () => {
    expect(shares([90, 9, 1], 10)).toEqual([8, 1, 1])
    expect(shares([5, 0, 1], 100)).toEqual([5, 0, 1])
    expect(shares([0, 0, 0], 10)).toEqual([0, 0, 0])
    expect(shares([1000, 1, 1], 2)).toEqual([2, 0, 0])
    for (let size = 0; size < 60; size += 1) {
      const given = shares([33, 7, 14], size)
      expect(given.reduce((sum, share) => sum + share, 0)).toBe(Math.min(size, 54))
      expect(given.every((share, at) => share <= [33, 7, 14][at]!)).toBe(true)
    }
  })
})

describe('judgements', () => {
  test('are added, never changed, and stand in the custody log', async () => {
    const { db, actor } = await paperCase(...lines)
    judgeSampled(db, actor, 3, 'pass', 'Agrees with the rota.')
    judgeSampled(db, actor, 3, 'exception', 'Was on leave.')
    judgeSampled(db, actor, 3, 'pass', 'Agrees with the rota.')
    expect(judgementsOf(db, 3).map(({ result, remark }) => [result, remark])).toEqual([
      ['pass', 'Agrees with the rota.'],
      ['exception', 'Was on leave.'],
      ['pass', 'Agrees with the rota.'],
    ])
    const logged = listCustody(db, 0, 100).filter(({ action }) => action === 'sample.judged')
    expect(logged).toHaveLength(3)
    expect(checkCustody(db).intact).toBe(true)
    expect(() => db.exec("update sample_judgement set result = 'pass'")).toThrow(/never changed/)
    expect(() => db.exec('delete from sample_judgement')).toThrow(/never deleted/)
  })

  test('an exception needs a remark, and a record must be in the case', async () => {
    const { db, actor } = await paperCase(...lines)
    expect(() => judgeSampled(db, actor, 3, 'exception', '  ')).toThrow('with a remark')
    expect(() => judgeSampled(db, actor, 9999, 'pass', '')).toThrow('No event 9999')
    expect(listCustody(db, 0, 100).some(({ action }) => action === 'sample.judged')).toBe(false)
  })
})

describe('kept settings', () => {
  test('are proposed from the case until some are kept; the same again change nothing', async () => {
    const { db, actor } = await paperCase(...lines)
    expect(keptSettings(db)).toBeNull()
    const proposed = proposedSettings(db, 'Asia/Tokyo')
    expect(new Date(proposed.from * 1000).toISOString()).toBe('2024-08-31T15:00:00.000Z')
    expect(new Date(proposed.to * 1000).toISOString()).toBe('2024-09-28T15:00:00.000Z')
    expect(proposedSettings(db, 'Asia/Tokyo').sample.seed).not.toBe(proposed.sample.seed)
    keepSettings(db, actor, proposed)
    keepSettings(db, actor, proposed)
    expect(keptSettings(db)).toEqual(proposed)
    expect(listCustody(db, 0, 100).filter(({ action }) => action === 'work-paper.set')).toHaveLength(1)
  })
})
