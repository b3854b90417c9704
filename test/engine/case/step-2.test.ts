import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { SCHEMA_STEPS } from '../../../electron/engine/case/migrate.ts'
import { openAndCompare, openCase, readCase } from '../../../electron/engine/case/open.ts'
import { step1 } from '../../../electron/engine/case/steps/step-1.ts'
import { closeCase } from '../../../electron/engine/custody/close-case.ts'
import { listCustody } from '../../../electron/engine/custody/log.ts'
import { createTimelineViews } from '../../../electron/engine/timeline/views.ts'
import { emptyFilter } from '../../../shared/domain/filter.ts'
import { trail } from '../../fixtures/trail.ts'
import { freshFolder, testActor } from '../open-case.ts'

/** A case file as schema step 1 made it, with one file, one sign-in and one place. */
function oldCase(): string {
  const path = join(freshFolder(), 'old.trailcase')
  const raw = JSON.stringify(trail('10:00 alice ConsoleLogin ok')[0])
  const db = new Database(path)
  db.exec(step1)
  db.pragma('application_id = 0x54524c43')
  db.pragma('user_version = 1')
  db.exec(`insert into case_info values (1, 'IR-1', '', '', '', '', '', '', 0, 'Trailcase 0.0.1');
    insert into import_run (id, started_at, paths) values (1, 0, '[]');
    insert into source (id, import_id, path, shown_path, format, status, records, sign_ins)
      values (1, 1, '/e/a.json', 'a.json', 'trail-json', 'read', 1, 1)`)
  db.prepare(
    `insert into sign_in (id, record_key, event_time, event_name, outcome, mfa, principal_kind, principal_name, raw)
     values (1, 'k|', 1726308000, 'ConsoleLogin', 'success', 'not-used', 'iam-user', 'alice', ?)`,
  ).run(Buffer.from(raw))
  db.exec('insert into sighting values (1, 1, 1, 12, 500)')
  db.close()
  return path
}

describe('schema step 2', () => {
  it('keeps what step 1 stored and gives it the meaning it had', () => {
    const db = openCase(oldCase(), testActor())
    expect(db.prepare('select raw_form, raw_header, addendum_of from sign_in').get()).toEqual({
      raw_form: 'record',
      raw_header: null,
      addendum_of: null,
    })
    expect(db.prepare('select encoding, raw, byte_end from sighting').get()).toEqual({
      encoding: 'plain',
      raw: null,
      byte_end: 500,
    })
    const views = createTimelineViews(db)
    expect(views.page(views.open(emptyFilter, null).view, 0, 1)).toMatchObject([
      { principalName: 'alice', sightings: 1 },
    ])
    expect(JSON.parse(listCustody(db, 0, 1)[0]!.detail)).toEqual({ schemaFrom: 1, schemaTo: SCHEMA_STEPS })
    db.close()
  })

  it('leads to a case that can be sealed like any other', async () => {
    const path = oldCase()
    const quiet = { signal: new AbortController().signal, onProgress: () => undefined }
    const { db, onOpening } = openAndCompare(path, testActor())
    expect(onOpening).toBeNull()
    expect((await closeCase(db, testActor(), quiet)).unsealed).toBeNull()
    const again = openAndCompare(path, testActor())
    expect(again.onOpening).toMatchObject({ state: 'sealed', changed: [] })
    again.db.close()
  })

  it('is not taken while a case is only read', () => {
    const path = oldCase()
    expect(() => readCase(path)).toThrow(expect.objectContaining({ code: 'case-older' }))
    openCase(path, testActor()).close()
    readCase(path).close()
  })
})
