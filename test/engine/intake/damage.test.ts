import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { DEFAULT_LIMITS, RAISED_LIMITS } from '../../../electron/engine/intake/limits.ts'
import type { ImportHooks } from '../../../electron/engine/intake/run.ts'
import type { SourceTrouble } from '../../../shared/domain/source.ts'
import { packedLog, writeFile } from '../../fixtures/archive.ts'
import { flipped, truncated, withTail } from '../../fixtures/damage.ts'
import { logText, minified } from '../../fixtures/layout.ts'
import { trail } from '../../fixtures/trail.ts'
import { freshCase, freshFolder, importInto as importWith, READERS, type TestCase } from '../open-case.ts'

describe.each(READERS)('reading with %s', (reader) => {
  const importInto = (made: TestCase, paths: readonly string[], hooks: Partial<ImportHooks> = {}) =>
    importWith(made, paths, hooks, reader)

  const lines = Array.from(
    { length: 40 },
    (_, i) => `10:${String(i).padStart(2, '0')} user${i} ConsoleLogin ok`,
  )
  const records = trail(...lines)
  const whole = packedLog(records)
  const text = logText(records)
  const GOOD = trail('11:00 good ConsoleLogin ok')

  /** Imports one file beside a good one, which must come in whatever happens to the first. */
  async function beside(name: string, content: Uint8Array | string) {
    const folder = freshFolder()
    writeFile(folder, name, content)
    writeFile(folder, 'zz-good.json', minified({ Records: GOOD }))
    const { sums, failed, skipped } = await importInto(freshCase(), [folder])
    return { sums, trouble: [...failed, ...skipped][0], failed, skipped, kept: sums.indexed - 1 }
  }

  describe('a damaged log is named with place and cause, and what stood before the damage is kept', () => {
    it.each([
      [0.5, 1, 39],
      [0.9, 20, 39],
      [whole.length - 1, 40, 40],
      [whole.length - 8, 40, 40],
    ])('gzip cut at %s', async (cut, least, most) => {
      const { sums, trouble, kept } = await beside('log.json.gz', truncated(whole, cut))
      expect(trouble).toMatchObject({ code: 'gzip-truncated', offset: truncated(whole, cut).length })
      expect(kept).toBeGreaterThanOrEqual(least)
      expect(kept).toBeLessThanOrEqual(most)
      expect(sums).toMatchObject({ partial: 1, read: 1 })
    })

    it('gzip with a wrong checksum keeps every record and says so', async () => {
      const { trouble, kept } = await beside('log.json.gz', flipped(whole, whole.length - 6))
      expect(trouble).toMatchObject({ code: 'gzip-corrupt' })
      expect(kept).toBe(40)
    })

    it('gzip with a changed bit in the middle keeps what came before', async () => {
      const { trouble, kept } = await beside('log.json.gz', flipped(whole, Math.floor(whole.length / 2), 3))
      expect(['gzip-corrupt', 'json-syntax']).toContain(trouble?.code)
      expect(trouble?.offset).toBeGreaterThan(0)
      expect(kept).toBeGreaterThan(0)
    })

    it('bytes after the gzip data are reported with their place', async () => {
      for (const tail of ['more', '\0\0\0\0']) {
        const { trouble, kept } = await beside('log.json.gz', withTail(whole, tail))
        expect(trouble).toMatchObject({ code: 'gzip-trailing-bytes', offset: whole.length })
        expect(kept).toBe(40)
      }
    })

    it('two gzip members are one content', async () => {
      const half = Math.floor(text.length / 2)
      const members = Buffer.concat([gzipSync(text.slice(0, half)), gzipSync(text.slice(half))])
      const { trouble, kept } = await beside('log.json.gz', members)
      expect([trouble, kept]).toEqual([undefined, 40])
    })

    it('JSON cut at any byte never invents or loses a whole record', async () => {
      const small = logText(trail('10:00 alice ConsoleLogin ok', '10:01 bob ConsoleLogin failed'))
      const ends = [...small.matchAll(/\}(?=,\{"eventVersion|\]\}$)/g)].map((match) => match.index + 1)
      const folder = freshFolder()
      for (let cut = 1; cut < small.length; cut += 1) {
        writeFile(folder, `${String(cut).padStart(5, '0')}.json`, small.slice(0, cut))
      }
      const made = freshCase()
      await importInto(made, [folder])
      const rows = made.db.prepare(`select * from source order by path`).all() as Record<string, unknown>[]
      const found = rows.map((row) => [row['bytes'], row['reason'], row['trouble_offset'], row['sign_ins']])
      const wanted = Array.from({ length: small.length - 1 }, (_, at) => at + 1).map((cut) => [
        cut,
        'json-truncated',
        cut,
        ends.filter((end) => end <= cut).length,
      ])
      expect(found).toEqual(wanted)
    })

    it('a record that is no JSON is counted and named, and those after it are read', async () => {
      const broken = text.replace('"eventName":"ConsoleLogin"', '"eventName":ConsoleLogin')
      const { sums, trouble, kept } = await beside('log.json', broken)
      expect(trouble).toMatchObject({ code: 'json-syntax', offset: 12 })
      expect([sums.records, kept]).toEqual([41, 39])
    })

    it.each<[string, string, SourceTrouble['code']]>([
      ['bytes after the document', `${text} ]`, 'json-trailing-bytes'],
      ['a bracket of the wrong kind', text.replace('"userIdentity":{', '"userIdentity":{]'), 'json-syntax'],
      ['a missing comma', text.replace('},{"eventVersion', '} {"eventVersion'), 'json-syntax'],
      ['deep nesting', `{"Records":[${'['.repeat(5000)}`, 'nesting-too-deep'],
      ['nothing but white space', ' \n ', 'empty'],
      ['no bytes', '', 'empty'],
      ['zero bytes only', '\0\0\0\0', 'not-json'],
    ])('%s', async (_what, content, code) => {
      const { sums, trouble } = await beside('log.json', content)
      expect(trouble?.code).toBe(code)
      expect(sums.read).toBe(1)
      expect(sums.partial + sums.failed).toBe(1)
    })
  })

  describe('what is no log is skipped with the reason', () => {
    it.each<[string, string | Uint8Array, SourceTrouble['code']]>([
      ['README.md', '# Hello', 'not-json'],
      ['list.json', '[1,2]', 'not-a-trail'],
      ['other.json', '{"a":1}', 'not-a-trail'],
      ['digest.json.gz', gzipSync('{"awsAccountId":"1","digestS3Object":"x","logFiles":[]}'), 'digest'],
      [
        'mention.json',
        '{"note":"\\"Records\\":[{\\"eventSource\\":\\"signin.amazonaws.com\\"}]"}',
        'not-a-trail',
      ],
    ])('%s', async (name, content, code) => {
      const { sums, skipped, failed } = await beside(name, content)
      expect(skipped).toMatchObject([{ code }])
      expect(failed).toEqual([])
      expect(sums).toMatchObject({ skipped: 1, read: 1, records: 1 })
    })
  })

  describe('what looks like records in no form that is read is never said to be none', () => {
    const record = minified(GOOD[0] ?? {})
    const deep = `${'{"more":'.repeat(10)}${record}${'}'.repeat(10)}`
    const padding = 'nothing of note\n'.repeat(6000)
    const other = { level: 'info', message: 'nothing of note' }
    const utf16 = (text: string) => Buffer.from(text, 'utf16le')

    it.each<[string, string, string | Uint8Array]>([
      ['a wrapper in a text among words', 'a.txt', minified({ note: `see {"Records":[${record}]} there` })],
      ['deep in other things', 'a.txt', deep],
      ['one line of syslog', 'a.log', `Mar  9 10:00:00 host trail: ${record}\n`],
      ['YAML', 'a.yml', `- event:\n    eventVersion: '1.08'\n    eventSource: signin.amazonaws.com\n`],
      ['a table with other signs', 'a.csv', `time;event\n10:00;"${record.replaceAll('"', '""')}"\n`],
      ['base64', 'a.txt', minified({ data: Buffer.from(record).toString('base64') })],
      ['base64 of gzip', 'a.txt', minified({ awslogs: { data: gzipSync(record).toString('base64') } })],
      ['a log in base64', 'a.b64', Buffer.from(`{"Records":[${record}]}`).toString('base64')],
      ['names in small letters', 'a', `{"eventversion":"1.08","eventsource":"signin.amazonaws.com"}`],
      ['behind much else', 'a.log', `${padding}x: ${record}\n`],
      ['behind much else, in JSON', 'a', `{"pad":${minified(padding)},"rows":${deep}}`],
      ['in UTF-16', 'a.log', utf16(`\ufeff${padding}x: ${record}\n`)],
      ['among bytes', 'a.db', Buffer.concat([Buffer.alloc(80_000), Buffer.from(record)])],
    ])('%s', async (_what, name, content) => {
      const at = Buffer.from(content)
        .toString('latin1')
        .search(/eventVersion|eyJldmVudFZ|H4sI/i)
      const offset = at < 0 ? null : at
      const { skipped, failed } = await beside(name, content)
      expect(skipped).toMatchObject([{ code: 'form-not-known', offset }])
      expect(failed).toEqual([])
      const inLog = await beside('log.json', content)
      expect(inLog.failed).toMatchObject([{ code: 'form-not-known', offset }])
    })

    it('packed texts in packed texts are not followed: there would be no end to it', async () => {
      // What cannot be packed further, so that each layer is long enough to be looked at.
      let text = Array.from({ length: 8 }, (_, n) => createHash('sha256').update(`${n}`).digest('hex')).join(
        '',
      )
      for (let depth = 0; depth < 6; depth += 1) {
        const packed = gzipSync(text).toString('base64')
        text = Array.from({ length: 25 }, () => packed).join(' ')
      }
      const { skipped } = await beside('a.txt', text)
      expect(skipped).toMatchObject([{ code: 'not-json' }])
    })

    it.each<[string, string]>([
      ['a line of another form', `${record}\n${deep}\n${record}\n`],
      ['a list beside Records', `{"Records":[${record},${record}],"More":${deep}}`],
      ['a list before Records', `{"More":${deep},"Records":[${record},${record}]}`],
      [
        'a message with words around it',
        minified({
          events: [record, `saw ${record} here`, record].map((message) => ({ timestamp: 1, message })),
        }),
      ],
      [
        'a row with words around it',
        ['_raw', record, `saw ${record} here`, record]
          .map((cell) => `"${cell.replaceAll('"', '""')}"\n`)
          .join(''),
      ],
    ])('nor where other records are read: %s', async (_what, content) => {
      const { sums, trouble } = await beside('a', content)
      expect(trouble).toMatchObject({ code: 'form-not-known' })
      expect(sums).toMatchObject({ read: 1, partial: 1, records: 3 })
      const before = content.slice(0, trouble?.offset ?? 0)
      expect(content.slice(before.length)).toMatch(/^eventVersion/)
      expect(before).toMatch(/saw |More|more/)
    })

    it('other lines are no trouble', async () => {
      const content = [other, JSON.parse(record), other].map((line) => `${minified(line)}\n`).join('')
      expect((await beside('a', content)).sums).toMatchObject({ read: 2, partial: 0, records: 2 })
    })
  })

  describe('hostile folders and files', () => {
    it('a link that leads back up ends there, in words', async () => {
      const folder = freshFolder()
      writeFile(folder, 'a/log.json', minified({ Records: GOOD }))
      symlinkSync(folder, join(folder, 'a', 'up'))
      const { sums, skipped } = await importInto(freshCase(), [folder])
      expect(skipped).toMatchObject([{ code: 'symlink-loop' }])
      expect(sums.indexed).toBe(1)
    })

    it.skipIf(process.platform === 'win32')('a pipe is not opened', async () => {
      const folder = freshFolder()
      execFileSync('mkfifo', [join(folder, 'pipe.json')])
      const { skipped } = await importInto(freshCase(), [folder])
      expect(skipped).toMatchObject([{ code: 'not-a-file' }])
    })

    it('a broken link and a missing path are failures of their own', async () => {
      const folder = freshFolder()
      symlinkSync(join(folder, 'nowhere'), join(folder, 'broken.json'))
      const { failed } = await importInto(freshCase(), [folder, join(folder, 'none')])
      expect(failed.map(({ code }) => code)).toEqual(['not-found', 'not-found'])
    })

    it.skipIf(process.getuid?.() === 0)('a folder without permission is named', async () => {
      const folder = freshFolder()
      writeFile(folder, 'shut/log.json', minified({ Records: GOOD }))
      chmodSync(join(folder, 'shut'), 0o000)
      const { failed } = await importInto(freshCase(), [folder])
      chmodSync(join(folder, 'shut'), 0o700)
      expect(failed).toMatchObject([{ code: 'no-permission' }])
    })

    it('content that grows beyond a limit is cut off there', async () => {
      const folder = freshFolder()
      const bomb = gzipSync(
        Buffer.concat([Buffer.from(`${text.slice(0, -2)},"`), Buffer.alloc(8_000_000, 0x41)]),
      )
      writeFile(folder, 'bomb.json.gz', bomb)
      const limits = { ...DEFAULT_LIMITS, ratioFromBytes: 1_000_000, maxRatio: 100 }
      const byRatio = await importInto(freshCase(), [folder], { limits })
      expect(byRatio.failed).toMatchObject([{ code: 'inflation-ratio' }])
      expect(byRatio.sums.indexed).toBe(40)
      const bySize = await importInto(freshCase(), [folder], {
        limits: { ...DEFAULT_LIMITS, maxContentBytes: 1_000_000 },
      })
      expect(bySize.failed).toMatchObject([{ code: 'inflated-too-large' }])
      const byRecord = await importInto(freshCase(), [folder], {
        limits: { ...DEFAULT_LIMITS, maxRecordBytes: 500_000 },
      })
      expect(byRecord.failed).toMatchObject([{ code: 'record-too-large' }])
    })

    it('content that a limit cut off is read on when the user raises the limit', async () => {
      const folder = freshFolder()
      writeFile(folder, 'log.json.gz', whole)
      const made = freshCase()
      const low = { ...DEFAULT_LIMITS, maxContentBytes: Math.floor(text.length / 2) }
      const first = await importInto(made, [folder], { limits: low })
      expect(first.failed).toMatchObject([{ code: 'inflated-too-large' }])
      const again = await importInto(made, [folder])
      expect(again.sums).toMatchObject({ unchanged: 1, indexed: 0, partial: 1 })
      const raised = await importInto(made, [folder], { limits: RAISED_LIMITS })
      expect(raised.sums).toMatchObject({ unchanged: 0, read: 1, records: 40, signIns: 40 })
      expect(made.db.prepare('select count(*) as n from sign_in').get()).toEqual({ n: 40 })
      expect(made.db.prepare('select count(*) as n from source').get()).toEqual({ n: 1 })
    })
  })
})
