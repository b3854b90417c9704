import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { openAndCompare, openCase } from '../../../electron/engine/case/open.ts'
import { closeCase } from '../../../electron/engine/custody/close-case.ts'
import { appendCustody, checkCustody } from '../../../electron/engine/custody/log.ts'
import { fullSealState } from '../../../electron/engine/custody/seal-state.ts'
import { momentOfIssue, writeReport } from '../../../electron/engine/report/hand-over.ts'
import { readClock, utcTextMs } from '../../../shared/domain/time.ts'
import { freshCase, testActor } from '../open-case.ts'
import { filledCase, optionsFor } from '../report/filled-case.ts'

const quiet = () => ({ signal: new AbortController().signal, onProgress: () => undefined })

/** A sealed and closed case, then changed by another program. */
async function changed(sql: string) {
  const one = freshCase()
  await closeCase(one.db, one.actor, quiet())
  const other = new Database(one.path)
  other.exec(sql)
  other.close()
  return one
}

describe('what another program puts beside the rows', () => {
  it('a trigger is named, and the case is not opened for work, where it would run', async () => {
    const { path, actor } = await changed(
      `create trigger evil after insert on custody_entry begin update case_info set title = 'gone'; end`,
    )
    expect(() => openCase(path, actor)).toThrow('"evil"')
    const plain = new Database(path, { readonly: true })
    expect(plain.prepare('select title from case_info').pluck().get()).toBe('')
    const { changed: found } = await fullSealState(plain as never, quiet())
    expect(found).toMatchObject([{ table: 'sqlite_schema', where: ['trigger evil added'] }])
    plain.close()
  })

  it.each([
    ['an added table', 'create table evil (x)', 'table evil added'],
    [
      'a view that says something else',
      'drop view cloudtrail_logs; create view cloudtrail_logs as select 1',
      'view cloudtrail_logs changed',
    ],
    ['a guard that is gone', 'drop trigger custody_entry_stays', 'trigger custody_entry_stays missing'],
  ])('%s is named when the case is opened', async (_what, sql, where) => {
    const { path, actor } = await changed(sql)
    const { db, onOpening } = openAndCompare(path, actor)
    expect(onOpening?.changed).toMatchObject([{ table: 'sqlite_schema', where: [where] }])
    db.close()
  })

  it('nothing is named in a case that nobody touched', async () => {
    const { path, actor } = await changed('select 1')
    const { db, onOpening } = openAndCompare(path, actor)
    expect(onOpening?.changed).toEqual([])
    db.close()
  })
})

describe('clocks', () => {
  it('an entry that is dated before the one before it is named; it breaks nothing', () => {
    const { db, actor } = freshCase()
    appendCustody(db, actor, 'note.added', { text: 'one' })
    expect(checkCustody(db).clockBack).toBeNull()
    const late = { ...testActor(), now: () => actor.now() - 86_400_000 }
    appendCustody(db, late, 'note.added', { text: 'two' })
    expect(checkCustody(db)).toMatchObject({ intact: true, clockBack: 3 })
  })

  it('a case that is dated ahead is refused with both times, not waited for; its last second can be stated', async () => {
    const filled = await filledCase()
    const ahead = Date.now() + 10 * 86_400_000
    appendCustody(filled.db, { ...filled.actor, now: () => ahead }, 'note.added', {
      text: 'from a wrong clock',
    })
    await expect(momentOfIssue(filled.db)).rejects.toThrow(utcTextMs(ahead))
    const path = `${filled.path}.html`
    const at = (issuedAt: number) =>
      writeReport(filled.db, filled.actor, optionsFor(filled, { issuedAt }), 'html', path, quiet())
    await expect(at(Math.ceil(ahead / 1000) + 5)).rejects.toThrow('future')
    await expect(at(Math.ceil(ahead / 1000))).resolves.toMatchObject({ path })
  })

  it('a number that is no time stands as it is', () => {
    expect(utcTextMs(9_000_000_000_000_000)).toBe('9000000000000000')
    expect(readClock(9_000_000_000_000, 'Asia/Tokyo')).toEqual({
      date: '9000000000000',
      time: '',
      offset: '',
    })
  })
})
