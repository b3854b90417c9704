import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { createCase, openCase, readCase } from '../../../electron/engine/case/open.ts'
import { describeCase, summariseCase } from '../../../electron/engine/case/summary.ts'
import { listCustody } from '../../../electron/engine/custody/log.ts'
import { emptyCaseDetails } from '../../../shared/domain/case.ts'
import { freshCase, freshFolder, testActor } from '../open-case.ts'

describe('a case file', () => {
  it('is SQLite with the mark of a case, which any tool can open', () => {
    const { db, path } = freshCase()
    db.close()
    const plain = new Database(path, { readonly: true })
    expect(plain.pragma('application_id', { simple: true })).toBe(0x54524c43)
    expect(plain.pragma('integrity_check', { simple: true })).toBe('ok')
    plain.close()
  })

  it('is never made over an existing file', () => {
    const path = join(freshFolder(), 'note.txt')
    writeFileSync(path, 'not ours')
    expect(() => createCase(path, emptyCaseDetails, testActor())).toThrow(
      expect.objectContaining({ code: 'case-exists' }),
    )
    expect(readFileSync(path, 'utf8')).toBe('not ours')
  })

  it('opens again with its details and writes the opening down', () => {
    const { db, path } = freshCase()
    db.close()
    const again = openCase(path, testActor('R. Ito'))
    expect(summariseCase(again).details.caseNumber).toBe('IR-1')
    expect(listCustody(again, 0, 10).map((entry) => [entry.actor, entry.action])).toEqual([
      ['M. Kobayashi', 'case.created'],
      ['R. Ito', 'case.opened'],
    ])
    again.close()
  })

  it('that is write-protected is left as it is, and said to be so', () => {
    const { db, path } = freshCase()
    db.close()
    const before = readFileSync(path)
    // A folder in the place of the journal keeps SQLite from writing whatever the rights of who runs this, root too.
    mkdirSync(`${path}-wal`)
    for (const open of [() => openCase(path, testActor()), () => readCase(path)]) {
      expect(open).toThrow(expect.objectContaining({ code: 'case-protected' }))
    }
    expect(readFileSync(path).equals(before)).toBe(true)
  })

  it('keeps what a changed detail was before', () => {
    const { db, actor } = freshCase()
    describeCase(db, actor, { ...emptyCaseDetails, caseNumber: 'IR-1', title: 'Root sign-in' })
    const [, entry] = listCustody(db, 0, 10)
    expect(JSON.parse(entry!.detail)).toEqual({ title: { from: '', to: 'Root sign-in' } })
  })
})

describe('what is no case is refused', () => {
  it.each([
    ['a missing file', () => join(freshFolder(), 'none.trailcase'), 'not-found'],
    ['a text file', () => written('hello, I am not a case at all'), 'not-a-case'],
    ['an empty file', () => written(''), 'not-a-case'],
    ['SQLite of somebody else', () => foreignDatabase(), 'not-a-case'],
    ['a case of a newer version', () => newerCase(), 'case-newer'],
  ])('%s', (_what, make, code) => {
    const path = make()
    expect(() => openCase(path, testActor())).toThrow(expect.objectContaining({ code }))
    expect(() => readCase(path)).toThrow(expect.objectContaining({ code }))
  })

  it('and is not changed by the attempt', () => {
    const path = foreignDatabase()
    const before = readFileSync(path)
    expect(() => openCase(path, testActor())).toThrow()
    expect(readFileSync(path).equals(before)).toBe(true)
  })
})

function written(text: string): string {
  const path = join(freshFolder(), 'x.trailcase')
  writeFileSync(path, text)
  return path
}

function foreignDatabase(): string {
  const path = join(freshFolder(), 'x.trailcase')
  const db = new Database(path)
  db.exec('create table t (a)')
  db.close()
  return path
}

function newerCase(): string {
  const { db, path } = freshCase()
  db.pragma('user_version = 99')
  db.close()
  return path
}
