import { join } from 'node:path'
import { expect, it } from 'vitest'
import { freshFolder } from '../engine/open-case.ts'
import { caseContent, expectSame, expectSound } from './support/case-content.ts'
import { importWithKills, undisturbedImport } from './support/killed-imports.ts'
import { makeTree } from './support/tree.ts'

it('an import that is killed a dozen times ends as one that is not, changes of trails included', async () => {
  const folder = freshFolder()
  const tree = join(folder, 'trail')
  makeTree(tree, 7, { files: 140, giant: 3000 })
  const calm = join(folder, 'calm.trailcase')
  let pacing = await undisturbedImport(tree, calm)
  expectSound(calm)
  const wanted = caseContent(calm, tree)
  // Changes of trails are among what must be neither lost nor doubled: seen in more places than there are records.
  expect(wanted.trailChanges.length).toBeGreaterThan(100)
  expect(wanted.trailSightings.length).toBeGreaterThan(wanted.trailChanges.length)

  let kills = 0
  for (let round = 1; kills < 12; round += 1) {
    const caseFile = join(folder, `killed-${round}.trailcase`)
    const killed = await importWithKills(tree, caseFile, round, 12 - kills, pacing)
    kills += killed.kills
    // On a machine that was busy before and is not now, every import would be through before its kill.
    if (killed.kills === 0) pacing = await undisturbedImport(tree, join(folder, `calm-${round}.trailcase`))
    expectSound(caseFile)
    const found = caseContent(caseFile, tree)
    expectSame(found, wanted)
    expect(found.notes.map((note) => JSON.parse(note)[2]).toSorted()).toEqual(killed.notes.toSorted())
  }
}, 120_000)
