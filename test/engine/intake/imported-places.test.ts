import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { importedPlaces } from '../../../electron/engine/intake/imported-places.ts'
import { archive } from '../../fixtures/archive.ts'
import { trail } from '../../fixtures/trail.ts'
import { freshCase, freshFolder, importInto } from '../open-case.ts'

it('names what imports were given once, the last first, and whether it is there', async () => {
  const folder = freshFolder()
  const made = freshCase(folder)
  const [first, second, third] = ['first', 'second', 'third'].map((name) => {
    archive(join(folder, name), trail('10:00 alice ConsoleLogin ok'))
    return join(folder, name)
  }) as [string, string, string]
  await importInto(made, [first])
  await importInto(made, [second, third])
  await importInto(made, [`${first}/`])
  rmSync(third, { recursive: true })
  expect(await importedPlaces(made.db)).toEqual([
    { path: first, isThere: true },
    { path: second, isThere: true },
    { path: third, isThere: false },
  ])
})

it('does not look at shares, and does not know folders of which only a part was noted', async () => {
  const made = freshCase()
  const note = made.db.prepare('insert into import_run (started_at, paths) values (1, ?)')
  note.run(JSON.stringify(['\\\\server\\evidence', '//server/evidence', 'test']))
  expect(await importedPlaces(made.db)).toEqual([
    { path: '\\\\server\\evidence', isThere: process.platform === 'win32' },
    { path: '//server/evidence', isThere: true },
    { path: 'test', isThere: false },
  ])
})
