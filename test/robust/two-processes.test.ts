import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { openCase } from '../../electron/engine/case/open.ts'
import { freshFolder, testActor } from '../engine/open-case.ts'
import { caseContent, expectSame, expectSound } from './support/case-content.ts'
import { startTrailcase, trailcase } from './support/command.ts'
import { undisturbedImport } from './support/killed-imports.ts'
import { makeTree } from './support/tree.ts'

function twoTrees(size: { files: number; giant: number }) {
  const folder = freshFolder()
  makeTree(join(folder, 'trail'), 11, size)
  return { folder, tree: join(folder, 'trail'), caseFile: join(folder, 'a.trailcase') }
}

it('a second import into the case is refused in words; reading and notes go on; nothing is lost', async () => {
  const { folder, tree, caseFile } = twoTrees({ files: 120, giant: 12_000 })
  const calm = join(folder, 'calm.trailcase')
  await undisturbedImport(tree, calm)

  const first = startTrailcase(['import', tree, '--case', caseFile, '--json'])
  while (!existsSync(`${caseFile}-import`)) await wait(2)
  const [second, listed, opened] = await Promise.all([
    trailcase('import', tree, '--case', caseFile),
    trailcase('list', '--case', caseFile, '--format', 'jsonl'),
    // As another window does; it takes back nothing, because the files that are begun are those of a living import.
    wait(100).then(() => openCase(caseFile, testActor())),
  ])
  const isRunning = first.child.exitCode === null
  opened.close()
  expect({ isRunning, ...second }).toMatchObject({ isRunning: true, status: 1, stdout: '' })
  expect(second.stderr).toContain('An import is running in this case already.')
  expect(second.stderr).toContain('Close it there, then try again.')
  expect(listed.status).toBe(0)

  const ids = listed.stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line).eventId as string)
  const alone = ids.find((id) => ids.indexOf(id) === ids.lastIndexOf(id))
  const noted =
    alone === undefined
      ? null
      : await trailcase('note', 'add', '--case', caseFile, '--event', alone, '--text', 'meanwhile')
  expect([noted?.status ?? 0, noted?.stderr ?? '']).toEqual([0, ''])

  const { status, stderr } = await first.ended
  expect([status, stderr]).toEqual([1, ''])
  expectSound(caseFile)
  const found = caseContent(caseFile, tree)
  expectSame(found, caseContent(calm, tree))
  expect(found.notes.length).toBe(noted === null ? 0 : 1)
  expect(readdirSync(folder).filter((name) => name.includes('-import') || name.includes('.new-'))).toEqual([])
}, 60_000)

it('two first imports at once make one case between them', async () => {
  const { folder, tree, caseFile } = twoTrees({ files: 30, giant: 0 })
  const calm = join(folder, 'calm.trailcase')
  await undisturbedImport(tree, calm)
  const both = await Promise.all([1, 2, 3].map(() => trailcase('import', tree, '--case', caseFile, '--json')))
  for (const { status, stderr } of both) {
    expect(status).toBe(1)
    if (stderr !== '') expect(stderr).toMatch(/already a file|running in this case already/)
  }
  await trailcase('import', tree, '--case', caseFile)
  expectSound(caseFile)
  expectSame(caseContent(caseFile, tree), caseContent(calm, tree))
  expect(readdirSync(folder).filter((name) => name.includes('-import') || name.includes('.new-'))).toEqual([])
}, 60_000)
