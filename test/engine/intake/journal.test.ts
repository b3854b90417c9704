import { copyFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { type JournalHelp, openImportJournal, workInBeside } from '../../../electron/engine/intake/journal.ts'
import { openJournalHelp } from '../../../electron/worker/journal-help.ts'
import { writeFile } from '../../fixtures/archive.ts'
import { longSignIns } from '../../fixtures/long-records.ts'
import { expectSound } from '../../robust/support/case-content.ts'
import { freshCase, freshFolder, importInto } from '../open-case.ts'

/** Sign-ins whose journal is longer than what is left to the writer alone. */
const LOGS = 5
const RECORDS = 500
const BYTES = 16_000

function longLogs(folder: string): string {
  for (let log = 0; log < LOGS; log += 1) writeFile(folder, `logs/${log}.json`, longSignIns(RECORDS, BYTES))
  return join(folder, 'logs')
}

function setting(db: Pick<Database.Database, 'pragma'>): unknown {
  return db.pragma('wal_autocheckpoint', { simple: true })
}

describe('the journal of an import', () => {
  it('is worked in by another thread when it is long, and left as it was', async () => {
    const folder = freshFolder()
    const made = freshCase(folder)
    const before = setting(made.db)
    const opened: string[] = []
    let isClosed = false
    const outcome = await importInto(made, [longLogs(folder)], {
      helpJournal: (path) => {
        opened.push(path)
        const help = openJournalHelp(path)
        return {
          ...help,
          close: async () => {
            await help.close()
            isClosed = !help.isLost()
          },
        }
      },
    })
    expect(outcome.sums).toMatchObject({ signIns: LOGS * RECORDS, indexed: LOGS * RECORDS })
    expect([opened, isClosed]).toEqual([[made.path], true])
    expect([before, setting(made.db)]).toEqual([1000, 1000])
    // All of it has left the journal: the file alone is the whole case.
    const alone = join(folder, 'alone.trailcase')
    copyFileSync(made.path, alone)
    expectSound(alone)
    const copy = new Database(alone, { readonly: true })
    expect(copy.prepare('select count(*) from sign_in').pluck().get()).toBe(LOGS * RECORDS)
    copy.close()
  })

  it('is worked in by the writer when the other thread is lost', async () => {
    const folder = freshFolder()
    const made = freshCase(folder)
    let closed = 0
    const lost: JournalHelp = {
      isLost: () => true,
      close: async () => {
        closed += 1
      },
    }
    const outcome = await importInto(made, [longLogs(folder)], { helpJournal: () => lost })
    expect([outcome.sums.indexed, closed, setting(made.db)]).toEqual([LOGS * RECORDS, 1, 1000])
    expectSound(made.path)
  })

  it('stays short, however fast it is written', async () => {
    const made = freshCase()
    made.db.exec('create table filler (piece blob)')
    const fill = made.db.prepare('insert into filler values (zeroblob(4096 * 2000))')
    const journal = openImportJournal(made.db, openJournalHelp)
    let longest = 0
    for (let written = 0; written < 60; written += 1) {
      fill.run()
      journal.written()
      longest = Math.max(longest, statSync(`${made.path}-wal`).size)
    }
    await journal.close()
    expect(longest / 2 ** 20).toBeLessThan(300)
  })

  it('is let go of when the import fails', async () => {
    const folder = freshFolder()
    const made = freshCase(folder)
    const ends: string[] = []
    let opened = 0
    const failing = importInto(made, [longLogs(folder)], {
      helpJournal: (path) => {
        opened += 1
        const help = openJournalHelp(path)
        return { ...help, close: () => help.close().then(() => void ends.push('closed')) }
      },
      onStored: () => {
        if (opened > 0) throw new Error('no more room')
      },
    })
    await expect(failing).rejects.toThrow('no more room')
    expect([ends, setting(made.db)]).toEqual([['closed'], 1000])
  })

  it('that cannot be opened beside is the thread’s trouble alone', async () => {
    const help = openJournalHelp(join(freshFolder(), 'no case'))
    while (!help.isLost()) await new Promise((resolve) => setImmediate(resolve))
    await help.close()
  })

  it('is left alone beside while little waits', () => {
    const made = freshCase()
    made.db.pragma('wal_autocheckpoint = 0')
    made.db.exec('create table filler (piece blob)')
    const fill = made.db.prepare('insert into filler values (zeroblob(4096 * ?))')
    const beside = workInBeside(made.path)
    fill.run(4000)
    expect(beside.help()).toBe(false)
    fill.run(5000)
    expect([beside.help(), beside.help()]).toEqual([true, false])
    beside.close()
  })
})
