import { randomBytes } from 'node:crypto'
import {
  appendFileSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createCase } from '../../electron/engine/case/open.ts'
import { emptyCaseDetails } from '../../shared/domain/case.ts'
import { freshCase, freshFolder, importInto, READERS, type TestCase, testActor } from '../engine/open-case.ts'
import { writeFile } from '../fixtures/archive.ts'
import { logText } from '../fixtures/layout.ts'
import { trail } from '../fixtures/trail.ts'
import { badDisk, noBadDisk } from './support/bad-disk.ts'
import { caseContent, expectSame, expectSound } from './support/case-content.ts'
import { makeTree } from './support/tree.ts'

const MANY = logText(
  trail(...Array.from({ length: 3000 }, (_, at) => `10:0${at % 10} many${at} ConsoleLogin ok`)),
)
const ONE = logText(trail('11:00 one ConsoleLogin ok'))

describe.each(READERS)(
  'a source that changes under the import, read with %s',
  { timeout: 120_000 },
  (reader) => {
    /** Runs `act` when so many files were taken up; they are read in order of path. */
    async function importWhile(made: TestCase, tree: string, taken: number, act: () => void) {
      let count = 0
      return importInto(
        made,
        [tree],
        {
          mayGoOn: async () => {
            count += 1
            if (count === taken) act()
          },
        },
        reader,
      )
    }

    it('every file that goes away is named, the rest goes on, and a second import completes', async () => {
      const folder = freshFolder()
      const tree = join(folder, 'trail')
      makeTree(tree, 17, { files: 60, giant: 600 })
      const calm = freshCase(folder)
      await importInto(calm, [tree], {}, reader)
      const wanted = caseContent(calm.path, tree)

      const actor = testActor()
      const path = join(folder, 'lost.trailcase')
      const made = { db: createCase(path, emptyCaseDetails, actor), actor, path }
      // As a drive that is pulled out and another folder that takes its place.
      const away = join(folder, 'away')
      const { sums, failed } = await importWhile(made, tree, 20, () => renameSync(join(tree, 'day5'), away))
      const missing = failed.filter(({ code }) => code === 'not-found')
      expect(missing.length).toBeGreaterThan(2)
      expect(missing.every((trouble) => trouble.path.startsWith(join(tree, 'day5')))).toBe(true)
      expect(sums.found).toBe(sums.read + sums.partial + sums.skipped + sums.failed)
      expectSound(path)
      renameSync(away, join(tree, 'day5'))
      await importInto(made, [tree], {}, reader)
      expectSound(path)
      expectSame(caseContent(path, tree), wanted)
    })

    it.each<[string, (path: string) => void, string]>([
      ['is removed', unlinkSync, 'not-found'],
      ['becomes a folder', (path) => replaced(path, () => writeFile(path, 'x', '')), 'read-error'],
      [
        'becomes a link to nothing',
        (path) => replaced(path, () => symlinkSync('/nowhere/at/all', path)),
        'not-found',
      ],
      ['is cut', (path) => truncateSync(path, 100), 'changed-while-reading'],
      ['is emptied', (path) => truncateSync(path, 0), 'changed-while-reading'],
      ['grows', (path) => appendFileSync(path, ONE), 'changed-while-reading'],
    ])('a file that %s between listing and reading', async (_what, act, code) => {
      const folder = freshFolder()
      const tree = join(folder, 'trail')
      for (let file = 0; file < 12; file += 1) writeFile(tree, `a${String(file).padStart(2, '0')}.json`, ONE)
      const path = writeFile(
        tree,
        'b.json',
        logText(trail('10:00 alice ConsoleLogin ok', '10:01 bob ConsoleLogin ok')),
      )
      writeFile(tree, 'c.json', ONE)
      const made = freshCase(folder)
      const { sums, failed } = await importWhile(made, tree, 1, () => act(path))
      expect(failed.map((trouble) => [trouble.path, trouble.code])).toEqual([[path, code]])
      expect(sums).toMatchObject({ found: 14, read: 13, waiting: 0 })
      expect(sums.partial + sums.failed).toBe(1)
      expectSound(made.path)

      rmSync(path, { recursive: true, force: true })
      writeFileSync(path, logText(trail('10:00 alice ConsoleLogin ok', '10:01 bob ConsoleLogin ok')))
      const again = await importInto(made, [tree], {}, reader)
      expect(again).toMatchObject({ failed: [], sums: { unchanged: 13 } })
      expect(again.sums.signIns).toBe(15)
      expect(made.db.prepare('select count(*) from sign_in').pluck().get()).toBe(3)
      expectSound(made.path)
    })

    it('a file that is cut or grows while it is read keeps what was read, and is named', async () => {
      for (const act of [
        (path: string) => truncateSync(path, 700_000),
        (path: string) => appendFileSync(path, ' '),
      ]) {
        const folder = freshFolder()
        const path = writeFile(folder, 'trail/many.json', MANY)
        const made = freshCase(folder)
        let stored = 0
        const { sums, failed } = await importInto(
          made,
          [path],
          {
            onStored: () => {
              stored += 1
              if (stored === 1) act(path)
            },
          },
          reader,
        )
        // It may have been read to its end before; what may not be is that the change is seen and not said.
        const inOrder = sums.read === 1 && sums.indexed === 3000
        if (!inOrder) expect(failed.map(({ code }) => code)).toEqual(['changed-while-reading'])
        expectSound(made.path)
      }
    })
  },
)

/** Puts something else in the place of a file. */
function replaced(path: string, put: () => void): void {
  unlinkSync(path)
  put()
}

describe.skipIf(noBadDisk !== null).each(READERS)(
  `a disk that fails in the middle of a file, read with %s${noBadDisk === null ? '' : ` (${noBadDisk})`}`,
  { timeout: 120_000 },
  (reader) => {
    it.each(['json', 'json.gz'])(
      'what stands before in %s is kept and counted; with a sound copy it is completed',
      async (kind) => {
        const folder = freshFolder()
        const lines = Array.from({ length: 2500 }, (_, at) => `10:0${at % 10} many${at} ConsoleLogin ok`)
        // Barely packed, so that the packed form is long too.
        const text = logText(
          trail(...lines).map((record) => ({ ...record, noise: randomBytes(4500).toString('base64') })),
        )
        const disk = badDisk(18, (at) => {
          writeFile(at, `a/long.${kind}`, kind === 'json' ? text : gzipSync(text, { level: 1 }))
          writeFile(at, 'b/short.json', ONE)
        })
        onTestFinished(() => disk.remove())
        const path = join(disk.folder, 'a', `long.${kind}`)
        expect(() => readFileSync(path)).toThrow('EIO')

        const made = freshCase(folder)
        const { sums, failed } = await importInto(made, [join(disk.folder, 'a')], {}, reader)
        expect(failed).toMatchObject([{ path, code: 'read-error', offsetIn: 'file' }])
        expect(failed[0]?.offset).toBeGreaterThan(0)
        expect(sums).toMatchObject({ partial: 1, found: 1 })
        expect(sums.indexed).toBeGreaterThan(50)
        expectSound(made.path)

        disk.repair()
        const again = await importInto(made, [join(disk.folder, 'a'), join(disk.folder, 'b')], {}, reader)
        expect(again.failed).toEqual([])
        expectSound(made.path)
        const calm = { ...made, path: join(folder, 'calm.trailcase') }
        const db = createCase(calm.path, emptyCaseDetails, made.actor)
        await importInto({ ...calm, db }, [join(disk.folder, 'a'), join(disk.folder, 'b')], {}, reader)
        db.close()
        expectSame(caseContent(made.path, disk.folder), caseContent(calm.path, disk.folder))
      },
    )
  },
)
