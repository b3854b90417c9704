import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runVerification } from '../../../../electron/engine/integrity/runs.ts'
import { changedTrail } from '../../../fixtures/changed-trail.ts'
import { freshCase, freshFolder, importInto, type TestCase } from '../../open-case.ts'
import { annotate, modelOf, oddCase, pdfOf } from '../filled-case.ts'
import { hasJava, veraPdf } from './verapdf.ts'

/** One change of the same length each, with a rule that forbids it. */
const FAULTS: readonly (readonly [name: string, from: string, to: string, rule: string])[] = [
  ['another part of PDF/A', '<pdfaid:part>2', '<pdfaid:part>1', '2a 6.6.4-2'],
  ['no statement of PDF/UA', '<pdfuaid:part>1', '<pdfuaid:part>7', 'ua1 5-2'],
  ['no tags', '/Marked true', '/Marked null', '2a 6.7.2.2-1'],
  ['no structure', '/StructTreeRoot ', '/StructTreeXxxx ', '2a 6.7.3.3-1'],
  ['no meaning of colours', '/S /GTS_PDFA1', '/S /GTS_PDFX_', '2a 6.2.4.3-2'],
  ['a font that is not embedded', '/FontFile2 ', '/FontFileX ', '2a 6.2.11.4.1-1'],
  ['text without a meaning', '/ToUnicode ', '/ToUnicodX ', '2a 6.2.11.7.2-1'],
  ['no title for the window', '/DisplayDocTitle true', '/DisplayDocTitle null', 'ua1 7.1-10'],
  ['no order of links', '/Tabs /S', '/Tabs /R', 'ua1 7.18.3-1'],
  ['an unknown language', '/Lang (en)', '/Lang (??)', '2a 6.7.4-1'],
]

/** With links from a gap of the digests to the rows that explain it. */
async function gapCase(): Promise<TestCase> {
  const root = join(freshFolder(), 'bucket')
  changedTrail(root, [
    { at: '12:59:30', name: 'StopLogging' },
    { at: '15:00:05', name: 'StartLogging' },
  ])
  const opened = freshCase()
  await importInto(opened, [root])
  const hooks = { signal: new AbortController().signal, onProgress: () => undefined }
  await runVerification(opened.db, opened.actor, [], hooks)
  return opened
}

describe.skipIf(!hasJava())('the report in the eyes of veraPDF', () => {
  it('is PDF/A-2a and PDF/UA-1 in both languages, with odd names, and of an empty case', async () => {
    const folder = freshFolder()
    const opened = await oddCase()
    annotate(opened)
    const models = {
      en: modelOf(opened),
      ja: modelOf(opened, { language: 'ja' }),
      empty: modelOf(freshCase()),
      gap: modelOf(await gapCase()),
    }
    const files: string[] = []
    for (const [name, model] of Object.entries(models)) {
      files.push(join(folder, `${name}.pdf`))
      writeFileSync(files.at(-1)!, (await pdfOf(model)).bytes)
    }
    const verdicts = veraPdf(files)
    for (const file of files) {
      const { '2a': archive, ua1: access } = verdicts.get(file)!
      expect({ file, archive: archive.broken, access: access.broken }).toEqual({
        file,
        archive: {},
        access: {},
      })
      expect(archive.rules).toBeGreaterThan(140)
      expect(access.rules).toBeGreaterThan(100)
      expect(archive.assertions).toBeGreaterThan(10_000)
    }
  }, 120_000)

  it('would not be, were any of these things missing', async () => {
    const folder = freshFolder()
    // All of these things are in the shortest report too.
    const bytes = (await pdfOf(modelOf(freshCase()))).bytes.toString('latin1')
    const files = FAULTS.map(([name, from, to], index) => {
      expect(bytes, name).toContain(from)
      expect(to).toHaveLength(from.length)
      const file = join(folder, `fault-${index}.pdf`)
      writeFileSync(file, Buffer.from(bytes.replaceAll(from, to), 'latin1'))
      return file
    })
    const verdicts = veraPdf(files)
    const found = FAULTS.map(([name, , , rule], index) => {
      const { '2a': archive, ua1: access } = verdicts.get(files[index]!)!
      const broken = [
        ...Object.keys(archive.broken).map((one) => `2a ${one}`),
        ...Object.keys(access.broken).map((one) => `ua1 ${one}`),
      ]
      return [name, broken.includes(rule) ? rule : broken.join(', ')]
    })
    expect(found).toEqual(FAULTS.map(([name, , , rule]) => [name, rule]))
  }, 120_000)
})
