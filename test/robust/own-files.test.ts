import { existsSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { freshFolder } from '../engine/open-case.ts'
import { writeFile } from '../fixtures/archive.ts'
import { logText } from '../fixtures/layout.ts'
import { trail } from '../fixtures/trail.ts'
import { caseContent, expectSame, expectSound } from './support/case-content.ts'
import { trailcase } from './support/command.ts'

/** A case, and what was made of it, in the folder of the evidence. */
async function caseAmongEvidence() {
  const tree = freshFolder()
  writeFile(
    tree,
    'logs/a.json',
    logText(trail('10:00 alice ConsoleLogin ok', '10:01 bob ConsoleLogin failed')),
  )
  const caseFile = join(tree, 'ir.trailcase')
  const imported = () => trailcase('import', tree, '--case', caseFile, '--json')
  return { tree, caseFile, imported }
}

describe('a case that lies in the folder of its evidence', { timeout: 120_000 }, () => {
  it('is no evidence, nor are the files beside it; each is named', async () => {
    const { tree, caseFile, imported } = await caseAmongEvidence()
    for (const round of [1, 2, 3]) {
      const { status, stdout } = await imported()
      const answer = JSON.parse(stdout)
      expect([status, answer.failed]).toEqual([0, []])
      expect(answer).toMatchObject({ signIns: 2, indexed: round === 1 ? 2 : 0 })
      const skipped = answer.skipped as { path: string; code: string }[]
      expect(new Set(skipped.map(({ code }) => code))).toEqual(new Set(['own-case']))
      expect(skipped.map(({ path }) => path)).toContain(caseFile)
      expect(skipped.every(({ path }) => path.startsWith(caseFile))).toBe(true)
      expectSound(caseFile)
    }
    // Also under another name.
    symlinkSync(caseFile, join(tree, 'logs', 'b.json'))
    const { status, stdout } = await imported()
    expect([status, JSON.parse(stdout).failed]).toEqual([0, []])
  })

  it('does not take its own reports and exports, nor those of another case, for evidence', async () => {
    const { tree, caseFile, imported } = await caseAmongEvidence()
    await imported()
    const before = caseContent(caseFile, tree)
    for (const format of ['pdf', 'csv', 'jsonl']) {
      const { status, stderr } = await trailcase(
        'report',
        '--case',
        caseFile,
        '--out',
        join(tree, `report.${format}`),
        '--format',
        format,
      )
      expect([status, stderr]).toEqual([0, ''])
    }
    const listed = await trailcase('list', '--case', caseFile, '--format', 'jsonl')
    writeFile(tree, 'list.jsonl', listed.stdout)
    writeFile(tree, 'list.json', listed.stdout.split('\n')[0] ?? '')
    writeFile(tree, 'import.json', (await imported()).stdout)
    const other = join(tree, 'other.trailcase')
    await trailcase('import', join(tree, 'logs'), '--case', other)
    expect(existsSync(other)).toBe(true)

    const { stdout } = await imported()
    const answer = JSON.parse(stdout)
    expect(answer).toMatchObject({ signIns: 2, indexed: 0, duplicates: 2 })
    const named = [...answer.skipped, ...answer.failed] as { path: string; code: string }[]
    const made = [
      'report.pdf',
      'report.csv',
      'report.jsonl',
      'list.jsonl',
      'list.json',
      'import.json',
      'other.trailcase',
    ]
    for (const name of made) expect(named.map(({ path }) => path)).toContain(join(tree, name))
    expectSound(caseFile)
    const { signIns, sightings } = caseContent(caseFile, tree)
    expectSame({ ...before, signIns, sightings }, before)
  })
})
