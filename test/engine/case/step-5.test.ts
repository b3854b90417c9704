import { createHash } from 'node:crypto'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { openCase } from '../../../electron/engine/case/open.ts'
import { step1 } from '../../../electron/engine/case/steps/step-1.ts'
import { step2 } from '../../../electron/engine/case/steps/step-2.ts'
import { step3 } from '../../../electron/engine/case/steps/step-3.ts'
import { step4 } from '../../../electron/engine/case/steps/step-4.ts'
import { summariseCase } from '../../../electron/engine/case/summary.ts'
import { collectLimits } from '../../../electron/engine/report/collect/limits.ts'
import { writeFile } from '../../fixtures/archive.ts'
import { namedList } from '../../fixtures/exports.ts'
import { trail } from '../../fixtures/trail.ts'
import { freshFolder, importInto, testActor } from '../open-case.ts'

/** A case file as schema step 4 made it: readers that did not know the form of its one file have skipped it. */
function oldCase(file: string, content: string): string {
  const path = join(freshFolder(), 'old.trailcase')
  const db = new Database(path)
  for (const step of [step1, step2, step3, step4]) db.exec(step)
  db.pragma('application_id = 0x54524c43')
  db.pragma('user_version = 4')
  db.exec(
    `insert into case_info values (1, 'IR-1', '', '', '', '', '', '', 0, 'Trailcase 0.0.1', '', '', '');
     insert into import_run (id, started_at, finished_at, paths) values (1, 0, 0, '[]')`,
  )
  db.prepare(
    `insert into source (id, import_id, path, shown_path, bytes, sha256, content_bytes, format, status, reason, detail)
     values (1, 1, ?, 'found.json', ?, ?, ?, 'unknown', 'skipped', 'not-a-trail', 'It holds no CloudTrail records.')`,
  ).run(file, content.length, createHash('sha256').update(content).digest('hex'), content.length)
  db.close()
  return path
}

describe('a file that an earlier version skipped', () => {
  const content = namedList(trail('10:00 alice ConsoleLogin ok', '10:05 bob ConsoleLogin failed'))

  it('is named as read before, and is read when it is met again, unchanged as it is', async () => {
    const folder = freshFolder()
    const file = writeFile(folder, 'found.json', content)
    const actor = testActor()
    const path = oldCase(file, content)
    const db = openCase(path, actor)
    expect(summariseCase(db)).toMatchObject({ sources: 1, signIns: 0, readBefore: 1 })
    expect(collectLimits(db).readBefore).toBe(1)
    const first = await importInto({ db, actor, path }, [folder])
    expect(first.sums).toMatchObject({
      found: 1,
      read: 1,
      unchanged: 0,
      renewed: 1,
      withdrawn: 0,
      signIns: 2,
    })
    expect(summariseCase(db)).toMatchObject({ sources: 1, signIns: 2, readBefore: 0 })
    expect(collectLimits(db).readBefore).toBe(0)
    const second = await importInto({ db, actor, path }, [folder])
    expect(second.sums).toMatchObject({ read: 1, unchanged: 1, renewed: 0 })
    db.close()
  })

  it('keeps its line while it cannot be found', async () => {
    const folder = freshFolder()
    const actor = testActor()
    const path = oldCase(join(folder, 'gone.json'), content)
    const db = openCase(path, actor)
    await importInto({ db, actor, path }, [folder])
    expect(summariseCase(db)).toMatchObject({ sources: 1, readBefore: 1 })
    db.close()
  })
})
