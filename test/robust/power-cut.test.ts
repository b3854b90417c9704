import { closeSync, copyFileSync, openSync, readFileSync, readSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openCase } from '../../electron/engine/case/open.ts'
import { seededDice } from '../../electron/engine/sample/random.ts'
import { freshCase, freshFolder, importInto } from '../engine/open-case.ts'
import { caseContent, expectSame, expectSound } from './support/case-content.ts'
import { makeTree } from './support/tree.ts'

it('a power cut that loses any part of the journal leaves an earlier state, whole', async () => {
  const folder = freshFolder()
  const tree = join(folder, 'trail')
  makeTree(tree, 23, { files: 150, giant: 4000 })
  const made = freshCase(folder)
  // Copies of case and journal as they lie on the disk while the import runs.
  const states: { readonly main: string; readonly wal: string }[] = []
  let stored = 0
  await importInto(
    made,
    [tree],
    {
      onStored: () => {
        stored += 1
        const main = join(folder, `state-${stored}`)
        copyFileSync(made.path, main)
        copyFileSync(`${made.path}-wal`, `${main}-journal-copy`)
        states.push({ main, wal: `${main}-journal-copy` })
      },
    },
    'threads',
  )
  made.db.pragma('wal_checkpoint(truncate)')
  const wanted = caseContent(made.path, tree)
  expect(states.length).toBeGreaterThan(3)

  const dice = seededDice(23)
  for (let cut = 0; cut < 10; cut += 1) {
    const { main, wal } = dice.pick(states)
    const path = join(folder, `cut-${cut}.trailcase`)
    copyFileSync(main, path)
    const whole = statSync(wal).size
    // Cut short, or with bytes that never reached the disk in the middle.
    const journal = cut % 2 === 0 ? firstBytes(wal, dice.roll(whole)) : readFileSync(wal)
    if (cut % 2 === 1) journal.fill(0, dice.roll(whole), dice.roll(whole))
    writeFileSync(`${path}-wal`, journal)

    const again = { db: openCase(path, made.actor), actor: made.actor, path }
    expectSound(path)
    await importInto(again, [tree], {}, 'threads')
    again.db.close()
    expectSound(path)
    expectSame(caseContent(path, tree), wanted)
  }
}, 120_000)

function firstBytes(path: string, count: number): Buffer {
  const bytes = Buffer.alloc(count)
  const file = openSync(path, 'r')
  readSync(file, bytes, 0, count, 0)
  closeSync(file)
  return bytes
}
