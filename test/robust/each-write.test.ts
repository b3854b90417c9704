import { copyFileSync, existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createCase, openCase } from '../../electron/engine/case/open.ts'
import type { WritableCase } from '../../electron/engine/case/rights.ts'
import { READER_VERSION } from '../../electron/engine/intake/reader-version.ts'
import { type ImportHooks, runImport } from '../../electron/engine/intake/run.ts'
import { addNote } from '../../electron/engine/notes/notes.ts'
import { emptyCaseDetails } from '../../shared/domain/case.ts'
import { AppError } from '../../shared/errors.ts'
import { freshFolder, type TestCase, testActor } from '../engine/open-case.ts'
import { writeFile } from '../fixtures/archive.ts'
import { trail } from '../fixtures/trail.ts'
import { type Bundle, createBundleReader } from './support/bundle-reader.ts'
import { caseContent, expectSame, expectSound } from './support/case-content.ts'
import { asReadBefore } from './support/read-before.ts'
import { makeTree } from './support/tree.ts'

// Each write is a transaction of its own here: a clock that runs fast makes every one late.
let clock = 0
beforeEach(() => {
  vi.spyOn(performance, 'now').mockImplementation(() => {
    clock += 1000
    return clock
  })
})
afterEach(() => {
  vi.restoreAllMocks()
})

function smallTree(): { folder: string; tree: string } {
  const folder = freshFolder()
  const tree = join(folder, 'trail')
  makeTree(tree, 3, { files: 15, giant: 0 })
  const [a, b, c, d] = trail(
    '10:00 ann ConsoleLogin ok',
    '10:01 shared1 ConsoleLogin ok mfa',
    '10:02 cy ConsoleLogin failed',
    '10:03 di s3:GetObject',
  )
  const inner: Bundle = {
    name: 'inner',
    members: [{ name: 'c.json', records: [c!, d!] }],
    records: [{ ...a!, sourceIPAddress: '192.0.2.1' }],
  }
  const bundle: Bundle[] = [
    { name: 'a.json', records: [a!, b!] },
    inner,
    { name: 'again.json', records: [b!, a!, c!] },
  ]
  writeFile(tree, 'day2/some.bundle', JSON.stringify(bundle))
  return { folder, tree }
}

function importTree({ db, actor }: TestCase, tree: string, hooks: Partial<ImportHooks> = {}) {
  return runImport(db, actor, [tree], createBundleReader(), {
    signal: new AbortController().signal,
    mayGoOn: () => undefined,
    onProgress: () => undefined,
    onStored: () => undefined,
    ...hooks,
  })
}

function newCase(path: string): TestCase {
  for (const ending of ['', '-wal', '-shm']) rmSync(`${path}${ending}`, { force: true })
  const actor = testActor()
  return { db: createCase(path, emptyCaseDetails, actor), actor, path }
}

/** Writes a note without opening the case for work, which would take back what is unfinished. */
function noteNewest({ path, actor }: TestCase): boolean {
  const db = new Database(path) as WritableCase
  const newest = db.prepare('select max(id) from sign_in').pluck().get()
  if (typeof newest === 'number') addNote(db, actor, newest, 'seen')
  db.close()
  return newest !== null
}

function reopened({ path, actor }: TestCase): TestCase {
  return { db: openCase(path, actor), actor, path }
}

async function undisturbed(folder: string, tree: string) {
  const made = newCase(join(folder, 'calm.trailcase'))
  let writes = 0
  const { sums } = await importTree(made, tree, {
    onStored: () => {
      writes += 1
    },
  })
  made.db.close()
  expectSound(made.path)
  return { writes, sums, content: caseContent(made.path, tree) }
}

describe('an import that ends after any one of its writes', { timeout: 120_000 }, () => {
  it('leaves a case that is sound when it is opened, and the next import completes it', async () => {
    const { folder, tree } = smallTree()
    const { writes, content } = await undisturbed(folder, tree)
    expect(writes).toBeGreaterThan(50)
    const every = Number(process.env['TRAILCASE_EVERY_WRITE'] ?? 2)
    for (let last = 1; last < writes; last += every) {
      const made = newCase(join(folder, 'died.trailcase'))
      let done = 0
      const onStored = () => {
        done += 1
        // Nothing can be written after this, as after a kill.
        if (done === last) made.db.close()
      }
      await expect(importTree(made, tree, { onStored })).rejects.toThrow()
      // A note on whatever came last must stay, also when its file is taken back.
      const noted = last % 2 === 0 && noteNewest(made)

      const again = reopened(made)
      expectSound(made.path)
      await importTree(again, tree)
      again.db.close()
      expectSound(made.path)
      const found = caseContent(made.path, tree)
      expectSame(found, content)
      expect(found.notes.length).toBe(noted ? 1 : 0)
    }
  })

  it('may be stopped there too: what it says of itself is what the case holds', async () => {
    const { folder, tree } = smallTree()
    const { writes, content } = await undisturbed(folder, tree)
    for (let last = 1; last < writes; last += 7) {
      const made = newCase(join(folder, 'stopped.trailcase'))
      const stop = new AbortController()
      let done = 0
      const onStored = () => {
        done += 1
        if (done === last) stop.abort()
      }
      const { sums } = await importTree(made, tree, { onStored, signal: stop.signal })
      expectSound(made.path)
      const held = made.db.prepare('select count(*) from sighting').pluck().get()
      expect(sums.signIns).toBe(held)
      await importTree(made, tree)
      made.db.close()
      expectSound(made.path)
      expectSame(caseContent(made.path, tree), content)
    }
  })
})

describe('an import that meets what earlier readers have read', { timeout: 120_000 }, () => {
  it('ends as one into a fresh case, and says in how many files it reads something else', async () => {
    const { folder, tree } = smallTree()
    const { content } = await undisturbed(folder, tree)
    for (let seed = 1; seed <= 12; seed += 1) {
      const made = newCase(join(folder, 'before.trailcase'))
      await importTree(made, tree)
      const { changed, tooMany } = asReadBefore(made.db, seed)
      const again = await importTree(made, tree)
      expect(again.sums).toMatchObject({ renewed: changed, withdrawn: tooMany })
      const once = await importTree(made, tree)
      expect(once.sums).toMatchObject({ renewed: 0, withdrawn: 0 })
      made.db.close()
      expectSound(made.path)
      expectSame(caseContent(made.path, tree), content)
    }
  })

  it('may end after any one of its writes: nothing that stood in the case is lost before it is read again', async () => {
    const { folder, tree } = smallTree()
    const { writes, content } = await undisturbed(folder, tree)
    for (let last = 1; last < writes; last += 5) {
      const made = newCase(join(folder, 'before.trailcase'))
      await importTree(made, tree)
      const { tooMany } = asReadBefore(made.db, last)
      const held = made.db.prepare('select record_key from sign_in').pluck().all()
      let done = 0
      const onStored = () => {
        done += 1
        if (done === last) made.db.close()
      }
      await importTree(made, tree, { onStored }).catch(() => undefined)
      if (made.db.open) made.db.close()
      const again = reopened(made)
      expectSound(made.path)
      const still = new Set(again.db.prepare('select record_key from sign_in').pluck().all())
      const gone = held.filter((key) => !still.has(key))
      expect(gone.length).toBeLessThanOrEqual(tooMany)
      expect(gone.every((key) => String(key).startsWith('read-before-'))).toBe(true)
      await importTree(again, tree)
      expect(again.db.prepare('select min(reader_version) from source').pluck().get()).toBe(READER_VERSION)
      again.db.close()
      expectSound(made.path)
      expectSame(caseContent(made.path, tree), content)
    }
  })
})

it('a case that may not grow: each time it is full it is sound, and with room it goes on where it was', async () => {
  const { folder, tree } = smallTree()
  const { content } = await undisturbed(folder, tree)
  const made = newCase(join(folder, 'full.trailcase'))
  let full = 0
  for (let pages = Number(made.db.pragma('page_count', { simple: true })); ; pages += 1) {
    made.db.pragma(`max_page_count = ${pages}`)
    const failure = await importTree(made, tree).then(
      () => null,
      (cause: unknown) => cause,
    )
    if (failure === null) break
    expect(failure).toBeInstanceOf(AppError)
    expect(failure).toMatchObject({ code: 'disk-full' })
    full += 1
    const copy = { ...made, path: join(folder, `copy-${full}.trailcase`) }
    for (const ending of ['', '-wal']) {
      if (existsSync(made.path + ending)) copyFileSync(made.path + ending, copy.path + ending)
    }
    reopened(copy).db.close()
    expectSound(copy.path)
  }
  made.db.close()
  expect(full).toBeGreaterThan(5)
  expectSound(made.path)
  expectSame(caseContent(made.path, tree), content)
})
