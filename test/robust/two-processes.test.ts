import type { ChildProcess } from 'node:child_process'
import { readdirSync } from 'node:fs'
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

it.skipIf(process.platform === 'win32')(
  'a second import into the case is refused in words; reading and notes go on; nothing is lost',
  async () => {
    const { folder, tree, caseFile } = twoTrees({ files: 60, giant: 2500 })
    const calm = join(folder, 'calm.trailcase')
    await undisturbedImport(tree, calm)

    const first = startTrailcase(['import', tree, '--case', caseFile, '--json'])
    await frozenBetweenWrites(first.child, caseFile)
    const second = await trailcase('import', tree, '--case', caseFile)
    const listed = await trailcase('list', '--case', caseFile, '--format', 'jsonl')
    expect(second).toMatchObject({ status: 1, stdout: '' })
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

    first.child.kill('SIGCONT')
    const { status, stderr } = await first.ended
    expect([status, stderr]).toEqual([1, ''])
    expectSound(caseFile)
    const found = caseContent(caseFile, tree)
    expectSame(found, caseContent(calm, tree))
    expect(found.notes.length).toBe(noted === null ? 0 : 1)
    expect(readdirSync(folder).filter((name) => name.includes('-import') || name.includes('.new-'))).toEqual(
      [],
    )
  },
  120_000,
)

/**
 * Stops a process in the middle of its import, at a moment when others may write: what they then do takes no luck.
 * Opening the case for work takes nothing back, because the files that are begun are those of a living import.
 */
async function frozenBetweenWrites(child: ChildProcess, caseFile: string): Promise<void> {
  for (;;) {
    await wait(5)
    if (child.exitCode !== null) throw new Error('The import has ended already.')
    child.kill('SIGSTOP')
    try {
      const db = openCase(caseFile, testActor())
      const begun = db.prepare(`select count(*) from source where status = 'reading'`).pluck().get()
      db.close()
      if (Number(begun) > 0) return
    } catch {
      // not made yet, or in the middle of a write
    }
    child.kill('SIGCONT')
  }
}

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
}, 120_000)
