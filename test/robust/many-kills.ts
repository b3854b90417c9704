// Kills imports at random moments until each is whole, and compares the cases with one that nothing disturbed:
//
//   node test/robust/many-kills.ts [KILLS] [--seed N] [--files N] [--giant N]
//
// Same seed, same tree and same moments, as far as the machine keeps time. Ends with 1 when a case differs.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { caseContent, expectSame, expectSound, sizesOf } from './support/case-content.ts'
import { importWithKills, undisturbedImport } from './support/killed-imports.ts'
import { makeTree } from './support/tree.ts'

/** Kills of one case; then the next case begins. */
const KILLS_PER_CASE = 10

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '1' },
    files: { type: 'string', default: '300' },
    giant: { type: 'string', default: '8000' },
  },
})
const wantedKills = Number(positionals[0] ?? 200)
const folder = mkdtempSync(join(tmpdir(), 'trailcase-kills-'))
try {
  const tree = join(folder, 'trail')
  makeTree(tree, Number(values.seed), { files: Number(values.files), giant: Number(values.giant) })
  const calm = join(folder, 'calm.trailcase')
  const pacing = await undisturbedImport(tree, calm)
  expectSound(calm)
  const wanted = caseContent(calm, tree)
  console.log('undisturbed', sizesOf(wanted), pacing)

  let kills = 0
  for (let round = 1; kills < wantedKills; round += 1) {
    const caseFile = join(folder, `killed-${round}.trailcase`)
    const most = Math.min(KILLS_PER_CASE, wantedKills - kills)
    const killed = await importWithKills(tree, caseFile, Number(values.seed) * 1000 + round, most, pacing)
    kills += killed.kills
    try {
      expectSound(caseFile)
      const found = caseContent(caseFile, tree)
      expectSame(found, wanted)
      const notes = found.notes.map((note) => (JSON.parse(note) as string[])[2])
      if (notes.join() !== killed.notes.toSorted().join()) throw new Error(`notes: ${notes.join()}`)
      console.log(
        `case ${round}: ${killed.kills} kills, ${killed.notes.length} notes: same (${kills} kills so far)`,
      )
    } catch (cause) {
      process.exitCode = 1
      console.log(`case ${round}: ${killed.kills} kills: DIFFERS`, cause)
    }
    for (const ending of ['', '-wal', '-shm']) rmSync(`${caseFile}${ending}`, { force: true })
  }
  console.log(
    `${kills} kills, ${process.exitCode === 1 ? 'with differences' : 'every case the same as undisturbed'}`,
  )
} finally {
  rmSync(folder, { recursive: true, force: true })
}
