import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { runVerification } from '../../../electron/engine/integrity/runs.ts'
import { madeChain, madeLog, makeKey, writeBytes, writeKeys, writeObjects } from '../../fixtures/digests.ts'
import { freshCase, freshFolder, importInto, type TestCase } from '../open-case.ts'
import { filledCase, modelOf, pdfOf } from './filled-case.ts'
import { readPdf } from './read-pdf.ts'

const KEY = makeKey('cc'.repeat(16))
const hooks = { signal: new AbortController().signal, onProgress: () => undefined }

/** Three hours with a log each; the one of 11 o'clock can be another one than its digest states. */
async function made(changed: boolean) {
  const folder = freshFolder()
  const logs = [10, 11, 12].map((hour) => madeLog(hour))
  const chain = madeChain(
    [10, 11, 12].map((hour, index) => ({ hour, logs: logs.slice(index, index + 1), starts: index === 0 })),
    KEY,
  )
  writeObjects(`${folder}/bucket`, [...logs, ...chain])
  const [, second] = logs
  if (changed && second !== undefined) {
    const content = second.content.replace('203.0.113.7', '203.0.113.8')
    writeBytes(`${folder}/bucket`, second.key, gzipSync(content))
  }
  const opened = freshCase(folder)
  await importInto(opened, [`${folder}/bucket`])
  return { ...opened, folder, keys: writeKeys(folder, KEY) }
}

const textOf = async (opened: TestCase, language: 'en' | 'ja' = 'en') =>
  (await readPdf((await pdfOf(modelOf(opened, { language }))).bytes)).all.replaceAll(/\s/g, '')

/** Wherever lines were broken. */
const flat = (text: string) => text.replaceAll(/\s/g, '')

describe('the integrity chapter', () => {
  it('says that nothing was validated, and that there is nothing to compare with', async () => {
    const opened = await filledCase()
    expect(await textOf(opened)).toContain(flat('The log files were not validated with digest files'))
    await runVerification(opened.db, opened.actor, [], hooks)
    const all = await textOf(opened)
    expect(all).toContain(flat('no digest file is in the case'))
    expect(all).toContain(flat('No digest file is among the items'))
  })

  it('tells the three levels, the key file by its hash, and what could not be checked', async () => {
    const opened = await made(false)
    await runVerification(opened.db, opened.actor, [], hooks)
    expect(await textOf(opened)).toContain(flat('No key list was given, so no signature was checked.'))
    const run = await runVerification(opened.db, opened.actor, [opened.keys], hooks)
    const all = await textOf(opened)
    expect(all).toContain(
      flat('Of 3 log files, 3 have the content that a digest file states; 2 are covered by a signature.'),
    )
    expect(all).toContain(flat('public-keys.json'))
    const hash = run.summary.keyFiles[0]!.sha256
    expect(all).toContain(hash)
    expect(all).toContain(flat('It is the newest of its chain.'))
    expect(all).toContain(flat('No file fails.'))
    expect(await textOf(opened, 'ja')).toContain(flat('署名で裏付けられたものは 2 件です'))
  })

  it('names every file that fails with its reason, also in the summary', async () => {
    const opened = await made(true)
    await runVerification(opened.db, opened.actor, [opened.keys], hooks)
    const all = await textOf(opened)
    expect(all).toContain(
      flat('The validation does not hold: 1 file is invalid, 0 are missing and 0 were not authenticated.'),
    )
    expect(all).toContain(
      flat('Compared with the digest files, 1 file is invalid and 0 are missing; 0 were not authenticated'),
    )
    expect(all).toContain(flat('Its content is not what the digest or sign file states.'))
    expect(all).toContain(madeLog(11).key)
  })

  it('a log that no digest lists was not compared, and is not called changed', async () => {
    const opened = await made(false)
    writeObjects(`${opened.folder}/more`, [madeLog(15)])
    await importInto(opened, [`${opened.folder}/more`])
    await runVerification(opened.db, opened.actor, [opened.keys], hooks)
    const said = 'no file is invalid or missing; 1 was not authenticated (chapter 4).'
    const all = await textOf(opened)
    expect(all).toContain(flat(said))
    expect(all).toContain(flat('No file is invalid or missing, but 1 was not authenticated'))
    expect(all).toContain(flat('1 log file is listed in no digest file of the case.'))
    const item = modelOf(opened).sources.find(({ path }) => path.endsWith(madeLog(15).key))?.item
    expect(all).toContain(flat(`it was compared with nothing: I-${item}.`))
    expect(all).not.toContain(flat('No file fails.'))
    const inJapanese = '無効または欠落したファイルはなく、真正性を未確認のファイルが 1 件あります'
    expect(await textOf(opened, 'ja')).toContain(flat(inJapanese))
  })

  it('names files that fail apart from those that were compared with nothing, which stand as ranges', async () => {
    const opened = await made(true)
    writeObjects(`${opened.folder}/more`, [madeLog(15), madeLog(16), madeLog(17)])
    await importInto(opened, [`${opened.folder}/more`])
    await runVerification(opened.db, opened.actor, [opened.keys], hooks)
    const model = modelOf(opened)
    expect(model.integrity).toMatchObject({ failingTotal: 1, unlisted: { length: 3 } })
    const all = await textOf(opened)
    expect(all).toContain(flat('1 file is invalid, 0 are missing and 3 were not authenticated'))
    const items = model.sources.filter(({ path }) => path.includes('/more/')).map(({ item }) => item)
    expect(all).toContain(flat(`they were compared with nothing: I-${items[0]} to I-${items[2]}.`))
    expect(all).toContain(flat('Its content is not what the digest or sign file states.'))
  })

  it('says when files came after the validation', async () => {
    const opened = await made(false)
    await runVerification(opened.db, opened.actor, [opened.keys], hooks)
    expect(await textOf(opened)).not.toContain(flat('OUTDATED'))
    writeObjects(`${opened.folder}/later`, [madeLog(15)])
    await importInto(opened, [`${opened.folder}/later`])
    const all = await textOf(opened)
    expect(all).toContain(flat('OUTDATED'))
    expect(all).toContain(flat('Files were added since that check.'))
  })
})
