import { copyFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { type JournalHelp, openImportJournal, workInBeside } from '../../../electron/engine/intake/journal.ts'
import { createJournalHelpers } from '../../../electron/worker/journal-help.ts'
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
    const helpers = createJournalHelpers()
    const outcome = await importInto(made, [longLogs(folder)], {
      helpJournal: (path) => {
        opened.push(path)
        return helpers.open(path)
      },
    })
    expect(outcome.sums).toMatchObject({ signIns: LOGS * RECORDS, indexed: LOGS * RECORDS })
    expect(opened).toEqual([made.path])
    expect([before, setting(made.db)]).toEqual([1000, 1000])
    await helpers.gone()
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
      close: () => {
        closed += 1
      },
    }
    const outcome = await importInto(made, [longLogs(folder)], { helpJournal: () => lost })
    expect([outcome.sums.indexed, closed, setting(made.db)]).toEqual([LOGS * RECORDS, 1, 1000])
    expectSound(made.path)
  })

  it('stays short, however fast it is written', async () => {
    const made = freshCase()
    const helpers = createJournalHelpers()
    made.db.exec('create table filler (piece blob)')
    const fill = made.db.prepare('insert into filler values (zeroblob(4096 * 2000))')
    const journal = openImportJournal(made.db, helpers.open)
    let longest = 0
    for (let written = 0; written < 60; written += 1) {
      fill.run()
      journal.written()
      longest = Math.max(longest, statSync(`${made.path}-wal`).size)
    }
    journal.close()
    await helpers.gone()
    expect(longest / 2 ** 20).toBeLessThan(300)
  })

  it('is let go of when the import fails', async () => {
    const folder = freshFolder()
    const made = freshCase(folder)
    const helpers = createJournalHelpers()
    let opened = 0
    let closed = 0
    const failing = importInto(made, [longLogs(folder)], {
      helpJournal: (path) => {
        opened += 1
        const help = helpers.open(path)
        const close = () => {
          closed += 1
          help.close()
        }
        return { ...help, close }
      },
      onStored: () => {
        if (opened > 0) throw new Error('no more room')
      },
    })
    await expect(failing).rejects.toThrow('no more room')
    await helpers.gone()
    expect([opened, closed, setting(made.db)]).toEqual([1, 1, 1000])
  })

  it('has the last transaction of an import wait for the disk, and no other', async () => {
    const NORMAL = 1
    const FULL = 2
    const made = freshCase()
    const waits = () => made.db.pragma('synchronous', { simple: true })
    const seen: unknown[] = []
    const now = () => {
      seen.push(waits())
      return Date.now()
    }
    const log = writeFile(freshFolder(), 'log.json', longSignIns(3, 100))
    await importInto({ ...made, actor: { ...made.actor, now } }, [log], { onStored: () => void now() })
    expect(seen.slice(0, -2).every((each) => each === NORMAL)).toBe(true)
    expect([seen.length > 4, ...seen.slice(-2), waits()]).toEqual([true, FULL, FULL, NORMAL])
  })

  it('waits for the disk no more after a transaction that failed', () => {
    const made = freshCase()
    const journal = openImportJournal(made.db, null)
    const failing = () =>
      journal.secure(() => {
        throw new Error('no more room')
      })
    expect(failing).toThrow('no more room')
    expect(made.db.pragma('synchronous', { simple: true })).toBe(1)
    journal.close()
  })

  it('that cannot be opened beside is the thread’s trouble alone', async () => {
    const helpers = createJournalHelpers()
    const help = helpers.open(join(freshFolder(), 'no case'))
    while (!help.isLost()) await new Promise((resolve) => setImmediate(resolve))
    help.close()
    await helpers.gone()
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
