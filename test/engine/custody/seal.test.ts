import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { openAndCompare, openCase } from '../../../electron/engine/case/open.ts'
import { closeCase } from '../../../electron/engine/custody/close-case.ts'
import { checkCustody, listCustody } from '../../../electron/engine/custody/log.ts'
import { SEAL_SCRIPT } from '../../../electron/engine/custody/seal-script.ts'
import { fullSealState } from '../../../electron/engine/custody/seal-state.ts'
import { lockImport } from '../../../electron/engine/intake/import-lock.ts'
import { addNote } from '../../../electron/engine/notes/notes.ts'
import { freshFolder, importInto, type TestCase } from '../open-case.ts'
import { annotate, filledCase, ODD_NAME } from '../report/filled-case.ts'

const quiet = () => ({ signal: new AbortController().signal, onProgress: () => undefined })
const odd = {
  eventSource: 'signin.amazonaws.com',
  eventName: 'ConsoleLogin',
  eventID: '99999999-0000-4000-8000-000000000009',
  eventTime: '2024-09-14T11:00:00Z',
  userIdentity: { type: 'IAMUser', userName: ODD_NAME },
}

/** A case with notes that was sealed and closed. */
async function sealed() {
  const filled = await filledCase([odd])
  annotate(filled)
  const closed = await closeCase(filled.db, filled.actor, quiet())
  return { ...filled, seal: closed.seal! }
}

/** What another program does to the file. */
function tamper(path: string, sql: string): void {
  const other = new Database(path)
  other.exec(sql)
  other.close()
}

/** Opens, looks, and leaves the file as it is, so that the next look finds the same. */
function onOpening({ path, actor }: TestCase) {
  const { db, onOpening: state } = openAndCompare(path, actor)
  db.close()
  return state!
}

describe('closing a case seals it', () => {
  it('writes the seal as the last entry; opening again is an entry that names it', async () => {
    const one = await sealed()
    const { db, onOpening: state } = openAndCompare(one.path, one.actor)
    expect(state).toMatchObject({ state: 'sealed', seal: one.seal, changed: [] })
    const [seal, opened] = listCustody(db, one.seal.entry - 1, 9)
    expect(seal).toMatchObject({ action: 'case.sealed', hash: one.seal.hash, sequence: one.seal.entry })
    expect(JSON.parse(opened!.detail)).toEqual({
      found: 'sealed',
      seal: { entry: one.seal.entry, hash: one.seal.hash },
    })
    expect(checkCustody(db)).toMatchObject({ intact: true, problem: null })
    db.close()
  })

  it('gives the same content hash when nothing was changed, and another one after a note', async () => {
    const one = await sealed()
    const again = await closeCase(openCase(one.path, one.actor), one.actor, quiet())
    expect(again.seal!.content).toBe(one.seal.content)
    expect(again.seal!.hash).not.toBe(one.seal.hash)
    const db = openCase(one.path, one.actor)
    addNote(db, one.actor, 1, 'One more.')
    const third = await closeCase(db, one.actor, quiet())
    expect(third.seal!.content).not.toBe(one.seal.content)
  })

  it('says so when it is left out on request, and when the program was killed before it', async () => {
    const skipping = await filledCase()
    const stop = new AbortController()
    stop.abort()
    const closed = await closeCase(skipping.db, skipping.actor, { ...quiet(), signal: stop.signal })
    expect(closed).toEqual({ seal: null, unsealed: 'skipped' })
    expect(onOpening(skipping)).toMatchObject({ state: 'unsealed', changed: [] })

    const killed = await sealed()
    const db = openCase(killed.path, killed.actor)
    addNote(db, killed.actor, 1, 'Never sealed.')
    db.close()
    expect(onOpening(killed)).toMatchObject({ state: 'open', changed: [], seal: killed.seal })
  })

  it('does not seal under an import of another process, nor claims to', async () => {
    const one = await filledCase()
    const unlock = lockImport(one.db)
    const closed = await closeCase(one.db, one.actor, quiet())
    unlock()
    expect(closed).toEqual({ seal: null, unsealed: 'in-use' })
  })

  it('reads of a large table only what is new or was changed', async () => {
    const one = await filledCase()
    one.db.exec(`with recursive n (i) as (select 1000 union all select i + 1 from n where i < 10000)
      insert into sign_in (id, record_key, outcome, mfa, principal_kind, raw)
      select i, 'k' || i, 'success', 'used', 'iam-user', cast('{}' as blob) from n`)
    await closeCase(one.db, one.actor, quiet())
    const rowsHashed = async (change: string) => {
      let total = 0
      const db = openCase(one.path, one.actor)
      db.exec(change)
      const { seal } = await closeCase(db, one.actor, {
        ...quiet(),
        onProgress: (now) => {
          total = now.total
        },
      })
      expect(onOpening(one)).toMatchObject({ state: 'sealed', changed: [] })
      const check = openCase(one.path, one.actor)
      expect((await fullSealState(check, quiet())).changed).toEqual([])
      check.close()
      return { total, content: seal!.content }
    }
    const nothing = await rowsHashed('')
    const inMiddle = await rowsHashed(`update sign_in set mfa = 'not-used' where id = 5000`)
    const atEnd = await rowsHashed(`delete from sign_in where id > 9990`)
    expect(inMiddle.total - nothing.total).toBe(4096)
    expect(atEnd.total - nothing.total).toBe(4096)
    expect(new Set([nothing.content, inMiddle.content, atEnd.content]).size).toBe(3)
  })
})

describe('what another program changed after the seal', () => {
  it.each([
    ['a record', `update sign_in set raw = cast('{}' as blob) where id = 2`, 'sign_in', ['2']],
    ['a reading', `update sign_in set outcome = 'success' where id = 3`, 'sign_in', ['3']],
    [
      'a deleted file of the ledger',
      'pragma foreign_keys = off; delete from source where id = 1',
      'source',
      ['1'],
    ],
    ['a note', `insert into note values (77, 1)`, 'note', []],
    ['the details', `update case_info set examiner = 'X'`, 'case_info', []],
    [
      'a record behind the back of the case',
      `drop trigger sign_in_sealed_changed; update sign_in set mfa = 'used' where id = 2`,
      'sign_in',
      ['1-4095'],
    ],
    ['the hashes of the seal', `update seal_block set sha256 = 'x'`, 'sign_in', ['seal_block']],
  ])('%s is named', async (_, sql, table, where) => {
    const one = await sealed()
    tamper(one.path, sql)
    const { state, changed } = onOpening(one)
    expect(state).toBe('sealed')
    expect(changed).toContainEqual(expect.objectContaining({ table, where }))
  })

  it('stays in the log, also after the next seal', async () => {
    const one = await sealed()
    tamper(one.path, `update sign_in set outcome = 'success' where id = 3`)
    const found = openAndCompare(one.path, one.actor)
    await closeCase(found.db, one.actor, quiet())
    const db = openCase(one.path, one.actor)
    const entry = listCustody(db, one.seal.entry, 1)[0]!
    expect(JSON.parse(entry.detail).changed[0]).toMatchObject({ table: 'sign_in', where: ['3'] })
    db.close()
  })

  it('is found by the full look when it was large and hidden, with the range of rows', async () => {
    const one = await filledCase()
    one.db.exec(`with recursive n (i) as (select 1000 union all select i + 1 from n where i < 30000)
      insert into sign_in (id, record_key, outcome, mfa, principal_kind, raw)
      select i, 'k' || i, 'success', 'used', 'iam-user', cast('{}' as blob) from n`)
    const guard = one.db
      .prepare(`select sql from sqlite_schema where name = 'sign_in_sealed_changed'`)
      .pluck()
      .get()
    await closeCase(one.db, one.actor, quiet())
    tamper(
      one.path,
      `drop trigger sign_in_sealed_changed; update sign_in set mfa = 'used', raw = x'00' where id = 9000; ${guard}`,
    )
    const { db, onOpening: state } = openAndCompare(one.path, one.actor)
    expect(state).toMatchObject({ changed: [], notCompared: ['sign_in'] })
    expect((await fullSealState(db, quiet())).changed).toMatchObject([
      { table: 'sign_in', where: ['8192-12287'] },
    ])
    db.close()
  })
})

describe('an outsider', () => {
  const tools = ['sqlite3', 'sha256sum', 'sh'].every(
    (tool) => spawnSync(tool, ['--version']).error === undefined,
  )
  it.skipIf(!tools)('repeats the hash with sqlite3 and sha256sum, and sees a changed byte', async () => {
    const one = await sealed()
    const script = join(freshFolder(), 'check-seal.sh')
    writeFileSync(script, SEAL_SCRIPT)
    const run = () => spawnSync('sh', [script, one.path], { encoding: 'utf8' })
    const first = run()
    expect(first.stderr).toBe('')
    expect(first.stdout).toContain(`content found:  ${one.seal.content}`)
    expect(first.stdout).toContain(`case.sealed ${one.seal.hash}`)
    expect(first.status).toBe(0)
    tamper(
      one.path,
      `update note_revision set author = 'X'`.replace(/^/, 'drop trigger note_revision_stays;'),
    )
    expect(run().status).toBe(1)
  })
})

it('a case that was imported into again is sealed with the new files', async () => {
  const one = await sealed()
  const db = openCase(one.path, one.actor)
  writeFileSync(join(one.folder, 'items', 'new.txt'), 'one more')
  await importInto({ ...one, db }, [join(one.folder, 'items')])
  const { seal } = await closeCase(db, one.actor, quiet())
  expect(seal!.content).not.toBe(one.seal.content)
  expect(onOpening(one)).toMatchObject({ state: 'sealed', changed: [] })
})
