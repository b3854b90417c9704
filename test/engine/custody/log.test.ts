import { createHash } from 'node:crypto'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { appendCustody, checkCustody, listCustody } from '../../../electron/engine/custody/log.ts'
import { freshCase } from '../open-case.ts'

describe('custody log', () => {
  it('can be checked by anyone with SHA-256 and JSON', () => {
    const { db, actor } = freshCase()
    appendCustody(db, actor, 'note.added', { text: 'on leave 12 to 17 Sep' })
    let previous = '0'.repeat(64)
    for (const { sequence, at, actor: who, action, detail, tool, previousHash, hash } of listCustody(
      db,
      0,
      10,
    )) {
      expect(previousHash).toBe(previous)
      const text = JSON.stringify([sequence, at, who, action, detail, tool, previousHash])
      expect(hash).toBe(createHash('sha256').update(text).digest('hex'))
      previous = hash
    }
    expect(checkCustody(db)).toMatchObject({ entries: 2, intact: true, head: previous })
  })

  it('refuses to change or delete an entry', () => {
    const { db } = freshCase()
    expect(() => db.exec(`update custody_entry set actor = 'x'`)).toThrow('append-only')
    expect(() => db.exec('delete from custody_entry')).toThrow('append-only')
  })

  it.each([
    ['a changed actor', `update custody_entry set actor = 'somebody else' where sequence = 2`, 2],
    ['a changed time', 'update custody_entry set at = at + 1 where sequence = 3', 3],
    ['a removed entry', 'delete from custody_entry where sequence = 2', 3],
  ])('names the place of %s made behind its back', (_what, sql, place) => {
    const { db, actor, path } = freshCase()
    for (const text of ['one', 'two', 'three']) appendCustody(db, actor, 'note.added', { text })
    db.close()
    const plain = new Database(path)
    plain.exec('drop trigger custody_entry_stays; drop trigger custody_entry_is_kept')
    plain.exec(sql)
    expect(checkCustody(plain as never)).toMatchObject({ intact: false, firstBroken: place })
    plain.close()
  })
})
