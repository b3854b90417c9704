import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createCase } from '../../electron/engine/case/open.ts'
import { writeReport } from '../../electron/engine/report/hand-over.ts'
import { emptyCaseDetails } from '../../shared/domain/case.ts'
import { emptyFilter } from '../../shared/domain/filter.ts'
import { plainReport } from '../../shared/domain/report.ts'
import { freshCase, freshFolder, importInto, READERS, testActor } from '../engine/open-case.ts'
import { caseContent, expectSame, expectSound } from './support/case-content.ts'
import { trailcase } from './support/command.ts'
import { undisturbedImport } from './support/killed-imports.ts'
import { noSmallDisk, smallDisk } from './support/small-disk.ts'
import { makeTree } from './support/tree.ts'

const FULL = /database or disk is full|no space left/i

function disk(kib: number) {
  const made = smallDisk(kib)
  onTestFinished(() => made.remove())
  return made
}

/** Hashes of all files of a tree. */
function bytesOf(tree: string): string {
  const files = readdirSync(tree, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const hash = createHash('sha256')
  for (const { parentPath, name } of files)
    hash.update(`${name}\n`).update(readFileSync(join(parentPath, name)))
  return hash.digest('hex')
}

describe.skipIf(noSmallDisk !== null)(`a full disk${noSmallDisk === null ? '' : ` (${noSmallDisk})`}`, () => {
  it('ends an import in words; what is stored is whole; with more room it goes on to the same end', async () => {
    const folder = freshFolder()
    const tree = join(folder, 'trail')
    makeTree(tree, 13, { files: 40, giant: 1200 })
    const before = bytesOf(tree)
    const calm = join(folder, 'calm.trailcase')
    await undisturbedImport(tree, calm)

    const small = disk(200)
    const caseFile = join(small.folder, 'a.trailcase')
    let full = 0
    let wholeFiles = 0
    for (let kib = 512; ; kib *= 2) {
      const { status, stdout, stderr } = await trailcase('import', tree, '--case', caseFile, '--json')
      expect([0, 1]).toContain(status)
      if (stderr === '') break
      expect(stderr).toMatch(FULL)
      expect(stderr).toContain('Make room, then try again.')
      expect(stdout).toBe('')
      full += 1
      small.resize(kib)
      if (!existsSync(caseFile)) continue
      const opened = await trailcase('note', 'add', '--case', caseFile, '--event', 'none', '--text', 'x')
      expect(opened.stderr).toMatch(/No event none in this case|is full/)
      if (opened.stderr.includes('is full')) continue
      expectSound(caseFile)
      const db = new Database(caseFile, { readonly: true })
      const whole = Number(db.prepare('select count(*) from source').pluck().get())
      db.close()
      expect(whole).toBeGreaterThanOrEqual(wholeFiles)
      wholeFiles = whole
    }
    expect(full).toBeGreaterThan(2)
    expectSound(caseFile)
    expectSame(caseContent(caseFile, tree), caseContent(calm, tree))
    expect(bytesOf(tree)).toBe(before)
  }, 120_000)

  it.each(READERS)(
    'is an error of its own, read with %s, and the same case goes on once there is room',
    async (reader) => {
      const folder = freshFolder()
      const tree = join(folder, 'trail')
      makeTree(tree, 14, { files: 30, giant: 2000 })
      const calm = join(folder, 'calm.trailcase')
      const actor = testActor()
      const calmCase = { db: createCase(calm, emptyCaseDetails, actor), actor, path: calm }
      await importInto(calmCase, [tree], {}, reader)
      calmCase.db.close()
      const small = disk(700)
      const path = join(small.folder, 'a.trailcase')
      const made = { db: createCase(path, emptyCaseDetails, actor), actor, path }
      await expect(importInto(made, [tree], {}, reader)).rejects.toMatchObject({ code: 'disk-full' })
      small.resize(65_536)
      await importInto(made, [tree], {}, reader)
      made.db.close()
      expectSound(path)
      expectSame(caseContent(path, tree), caseContent(calm, tree))
    },
  )

  it('leaves no case that is half made', () => {
    for (const kib of [4, 16, 40, 64, 100, 160]) {
      const small = disk(kib)
      const path = join(small.folder, 'a.trailcase')
      let failure: unknown = null
      try {
        createCase(path, emptyCaseDetails, testActor()).close()
      } catch (cause) {
        failure = cause
      }
      small.resize(1024)
      if (failure === null) expectSound(path)
      else expect([String(failure), readdirSync(small.folder)]).toEqual([expect.stringMatching(FULL), []])
    }
  })

  it('keeps a report from appearing in part, or without its entry in the custody log', async () => {
    const folder = freshFolder()
    const tree = join(folder, 'trail')
    makeTree(tree, 15, { files: 30, giant: 300 })
    const caseFile = join(folder, 'a.trailcase')
    await undisturbedImport(tree, caseFile)
    const small = disk(64)
    for (const format of ['pdf', 'csv', 'jsonl']) {
      const out = join(small.folder, `report.${format}`)
      const { status, stderr } = await trailcase(
        'report',
        '--case',
        caseFile,
        '--out',
        out,
        '--format',
        format,
      )
      expect([status, stderr]).toEqual([1, expect.stringMatching(FULL)])
      expect(readdirSync(small.folder)).toEqual([])
    }
    expect(exportsOf(caseFile)).toBe(0)
  })
})

function exportsOf(caseFile: string): number {
  const db = new Database(caseFile, { readonly: true })
  const count = db.prepare(`select count(*) from custody_entry where action = 'export.written'`).pluck().get()
  db.close()
  return Number(count)
}

it('a report that is written whole goes when the case cannot take the entry that says so', async () => {
  const folder = freshFolder()
  const { db, actor } = freshCase(folder)
  db.exec(`create temp trigger no_room before insert on custody_entry
    begin select raise(abort, 'no room'); end`)
  const out = join(folder, 'report.csv')
  const options = { ...plainReport, language: 'en', zone: 'UTC', filter: emptyFilter, issuedAt: 0 } as const
  const hooks = { signal: new AbortController().signal, onProgress: () => undefined }
  await expect(writeReport(db, actor, options, 'csv', out, hooks)).rejects.toThrow('no room')
  expect(readdirSync(folder).filter((name) => name.startsWith('report'))).toEqual([])
})
