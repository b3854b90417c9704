import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { runCommandLine } from '../../electron/cli/run.ts'
import { freshFolder } from '../engine/open-case.ts'
import { archive } from '../fixtures/archive.ts'
import { trail } from '../fixtures/trail.ts'
import { caught } from './caught.ts'

/** A case of two sign-ins, made and sealed by `import`. */
async function made() {
  const folder = freshFolder()
  archive(join(folder, 'logs'), trail('09:00 alice ConsoleLogin ok mfa', '09:01 bob ConsoleLogin failed'))
  const file = join(folder, 'a.trailcase')
  const ran = await caught(() => runCommandLine(['import', join(folder, 'logs'), '--case', file]))
  expect(ran.code).toBe(0)
  return { folder, file, seal: ran.stderr.match(/[0-9a-f]{64}/)?.[0] ?? '' }
}

const custody = async (file: string, ...words: string[]) => {
  const ran = await caught(() => runCommandLine(['custody', '--case', file, '--json', ...words]))
  return { ...ran, json: ran.code === 2 ? null : JSON.parse(ran.stdout) }
}

function tamper(file: string, sql: string): void {
  const other = new Database(file)
  other.exec(sql)
  other.close()
}

describe('trailcase custody', () => {
  it('prints the log of a sealed case; the seal that import printed is its last entry', async () => {
    const { file, seal } = await made()
    const { code, json } = await custody(file, '--check', '--expect', seal)
    expect(code).toBe(0)
    expect(json).toMatchObject({
      holds: true,
      check: { intact: true },
      seal: { state: 'sealed', changed: [] },
    })
    expect(json.entries.map((entry: { action: string }) => entry.action)).toEqual([
      'case.created',
      'import.started',
      'import.finished',
      'case.sealed',
    ])
    const hashes = json.entries.map((entry: { detail: string }) => JSON.parse(entry.detail).sources)
    expect(hashes[1].files).toBe(0)
    expect(hashes[2]).toMatchObject({ files: 1 })
    expect(hashes[1].manifest).not.toBe(hashes[2].manifest)
    expect(json.expected).toEqual({ hash: seal, entry: 4 })
  })

  it('names a changed entry in the middle and answers 1', async () => {
    const { file } = await made()
    tamper(file, `drop trigger custody_entry_stays; update custody_entry set actor = 'X' where sequence = 2`)
    const { code, stdout } = await caught(() => runCommandLine(['custody', '--case', file]))
    expect(code).toBe(1)
    expect(stdout).toContain('Entry 2 (import.started, X) is the first that does not check')
  })

  it('answers 1 for a changed record, an unknown seal, and a change that an earlier opening found', async () => {
    const { file, seal } = await made()
    expect((await custody(file, '--expect', 'ab'.repeat(32))).code).toBe(1)
    expect((await custody(file, '--expect', 'no hash')).code).toBe(2)
    tamper(file, `update sign_in set outcome = 'success' where id = 2`)
    const first = await custody(file)
    expect(first.code).toBe(1)
    expect(first.json.seal.changed).toMatchObject([{ table: 'sign_in', where: ['2'] }])
    const words = [
      'report',
      '--case',
      file,
      '--out',
      `${file}.csv`,
      '--format',
      'csv',
      '--where',
      'outcome:failure',
    ]
    expect((await caught(() => runCommandLine(words))).code).toBe(0)
    const after = await custody(file, '--check', '--expect', seal)
    expect(after.json).toMatchObject({ holds: false, seal: { changed: [] }, expected: { entry: 4 } })
  })

  it('keeps the query of everything that is written, verbatim, with the hash of the file', async () => {
    const { file, folder } = await made()
    const out = (name: string) => join(folder, name)
    const sql = 'select eventname from cloudtrail_logs'
    for (const words of [
      ['report', '--out', out('a.pdf'), '--where', 'user:bob  or mfa:used'],
      ['list', '--out', out('a.jsonl'), '--format', 'jsonl', '--where', 'outcome:failure', '--limit', '5'],
      ['sql', sql, '--out', out('a.csv'), '--format', 'csv'],
    ]) {
      expect((await caught(() => runCommandLine([...words, '--case', file]))).code).toBe(0)
    }
    const { json } = await custody(file)
    const details = json.entries
      .filter((entry: { action: string }) => entry.action === 'export.written')
      .map((entry: { detail: string }) => JSON.parse(entry.detail))
    expect(details[0]).toMatchObject({
      format: 'pdf',
      rows: 2,
      options: { filter: { query: 'user:bob  or mfa:used' } },
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    expect(details[1]).toMatchObject({
      format: 'jsonl',
      rows: 1,
      filter: { query: 'outcome:failure' },
      limit: 5,
    })
    expect(details[2]).toMatchObject({ format: 'csv', rows: 2, sql })
    expect(readFileSync(out('a.csv'), 'utf8').split('\r\n')[1]).toBe('ConsoleLogin')
    expect(json.holds).toBe(true)
  }, 60_000)
})

it('what a hostile case names moves no cursor, and an impossible time does not keep the log from being printed', async () => {
  const { file } = await made()
  tamper(file, `create trigger "e\u202e\u001b[2Jvil" after insert on custody_entry begin select 1; end`)
  const work = await caught(() => runCommandLine(['report', '--case', file, '--out', `${file}.pdf`]))
  expect(work.code).toBe(1)
  expect(work.stderr).toContain('e\\u202e')
  expect(work.stderr).not.toContain('\u202e')
  const looked = await caught(() => runCommandLine(['custody', '--case', file]))
  expect(looked.code).toBe(1)
  expect(looked.stdout).toContain('e\\u202e\\u001b[2Jvil added')
  tamper(
    file,
    'drop trigger custody_entry_stays; update custody_entry set at = 9000000000000000 where sequence = 2',
  )
  const printed = await caught(() => runCommandLine(['custody', '--case', file]))
  expect(printed.code).toBe(1)
  expect(printed.stdout).toContain('2  9000000000000000')
  expect(printed.stdout).toContain('Entry 2')
})
