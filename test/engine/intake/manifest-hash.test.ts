import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createRunningManifest } from '../../../electron/engine/intake/running-manifest.ts'
import { sourceHash } from '../../../electron/engine/report/source-hash.ts'
import { writeFile } from '../../fixtures/archive.ts'
import { trail } from '../../fixtures/trail.ts'
import { freshCase, freshFolder, importInto, type TestCase } from '../open-case.ts'

/** What the custody log says of the evidence after the last import. */
function logged({ db }: TestCase): unknown {
  const detail = db
    .prepare(
      `select detail from custody_entry where action = 'import.finished' order by sequence desc limit 1`,
    )
    .pluck()
    .get() as string
  return (JSON.parse(detail) as { sources: unknown }).sources
}

describe('the hash of the manifest in the custody log', () => {
  it('is the one of the whole case, when it was made while files were read and when not', async () => {
    const folder = join(freshFolder(), 'trail')
    for (let index = 0; index < 300; index += 1) {
      const name = `${index % 7}/a${index % 2 === 0 ? '' : '\u{10300}\uff5e'}\n${index}.json`
      mkdirSync(join(folder, name, '..'), { recursive: true })
      writeFile(folder, name, JSON.stringify({ Records: trail(`10:00 user${index} ConsoleLogin ok`) }))
    }
    writeFile(folder, 'empty.json.gz', '')
    const made = freshCase()
    await importInto(made, [folder], {}, 'threads')
    expect(logged(made)).toEqual(await sourceHash(made.db))
    expect(logged(made)).toMatchObject({ files: 301 })

    rmSync(join(folder, '3'), { recursive: true })
    writeFile(folder, 'new.json', '{"Records":[]}')
    await importInto(made, [folder], {}, 'threads')
    expect(logged(made)).toEqual(await sourceHash(made.db))
    expect(logged(made)).toMatchObject({ files: 302 })
  })

  it('does not depend on the order in which files are done', () => {
    const files = ['a', 'b', 'c', 'd', 'e'].map((path) => [path, path.repeat(64)] as const)
    const hashes = [
      [0, 1, 2, 3, 4],
      [4, 3, 2, 1, 0],
      [2, 0, 4, 1, 3],
    ].map((order) => {
      const manifest = createRunningManifest()
      for (const _ of files) manifest.nextPlace()
      for (const place of order) manifest.done(place, ...(files[place] ?? (['', ''] as const)))
      return manifest.hash()
    })
    expect(new Set(hashes.map((hash) => hash?.manifest)).size).toBe(1)
    expect(hashes[0]).toMatchObject({ files: 5 })
  })

  it('is not given while a file is missing', () => {
    const manifest = createRunningManifest()
    manifest.nextPlace()
    manifest.nextPlace()
    manifest.done(1, 'b', null)
    expect(manifest.hash()).toBeNull()
  })

  it('is not given of files in another order than the manifest has', () => {
    const manifest = createRunningManifest()
    // As Windows orders a\\x and a.json: the first is shown as a/x, which comes after the second.
    for (const path of ['a/x', 'a.json']) manifest.done(manifest.nextPlace(), path, null)
    expect(manifest.hash()).toBeNull()
  })
})
