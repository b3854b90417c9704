import { join } from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, it } from 'vitest'
import { runVerification } from '../../../electron/engine/integrity/runs.ts'
import { writeHtml } from '../../../electron/engine/report/html.ts'
import type { ReportModel } from '../../../electron/engine/report/model.ts'
import { changedTrail, type MadeChange, TRAIL_ACCOUNT } from '../../fixtures/changed-trail.ts'
import { freshCase, freshFolder, importInto, type TestCase } from '../open-case.ts'
import { memory, modelOf, pdfOf } from './filled-case.ts'
import { readPdf, says } from './read-pdf.ts'

const hooks = { signal: new AbortController().signal, onProgress: () => undefined }
const STOPPED = '0e6b1c7a-1111-4222-8333-444455556666'

const CHANGES: readonly MadeChange[] = [
  { at: '12:20:00', name: 'DeleteTrail', error: 'AccessDenied' },
  { at: '12:59:30', name: 'StopLogging', id: STOPPED },
  { at: '15:00:05', name: 'StartLogging' },
]

async function gapCase(changes: readonly MadeChange[]): Promise<TestCase> {
  const root = join(freshFolder(), 'bucket')
  changedTrail(root, changes)
  const opened = freshCase()
  await importInto(opened, [root])
  await runVerification(opened.db, opened.actor, [], hooks)
  return opened
}

/** Links of the PDF to rows of changed trails: what they say, and the words of the page they lead to. */
async function linksOf(model: ReportModel) {
  const { bytes } = await pdfOf(model)
  const task = getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 })
  const doc = await task.promise
  const links: { readonly says: string; readonly to: string; readonly below: string }[] = []
  for (let number = 1; number <= doc.numPages; number += 1) {
    for (const { dest, contentsObj } of await (await doc.getPage(number)).getAnnotations()) {
      if (!String(dest).startsWith('change-')) continue
      const [page, , , top] = (await doc.getDestination(dest as string)) ?? []
      const { items } = await (await doc.getPage((await doc.getPageIndex(page)) + 1)).getTextContent()
      // Text of the row that begins there: below its upper edge by less than two lines.
      const row = items.flatMap((item) =>
        'str' in item && item.transform[5] < top && item.transform[5] > top - 24 ? [item.str] : [],
      )
      links.push({ says: contentsObj.str, to: dest as string, below: row.join(' ') })
    }
  }
  const outline = ((await doc.getOutline()) ?? []).flatMap((entry) => [entry, ...entry.items])
  await task.destroy()
  return { links, titles: outline.map(({ title }) => title) }
}

async function htmlOf(model: ReportModel): Promise<string> {
  const { stream, bytes } = memory()
  await writeHtml(model, stream, hooks)
  return bytes().toString('utf8')
}

describe('a gap of the digests in the report', () => {
  it('names the records that explain it and leads to their rows, in the PDF', async () => {
    const model = modelOf(await gapCase(CHANGES))
    const read = await readPdf((await pdfOf(model)).bytes)
    const wanted = [
      'Logging or validation was off in between.',
      'These records of the import show a change that stops logging or validation:',
      'StopLogging2024-09-14 12:59:30 21:59:30, mallory',
      'stops logging or validation; same account and trail',
      `Event ${STOPPED}`,
      'failed, nothing was changed (AccessDenied); same account and trail',
      'at most one hour before or after it. The name of a call leads to its record in chapter 5.',
    ]
    expect(says(read, ...wanted)).toEqual(wanted)
    const { links, titles } = await linksOf(model)
    expect(links.map(({ says }) => says)).toEqual(['DeleteTrail', 'StopLogging', 'StartLogging'])
    for (const link of links) expect(link.below).toContain(link.says)
    expect(new Set(links.map(({ to }) => to)).size).toBe(3)
    expect(titles.every((title) => title !== '')).toBe(true)
  })

  it('does so in HTML, each link with its row', async () => {
    const html = await htmlOf(modelOf(await gapCase(CHANGES), { language: 'ja' }))
    const to = [...html.matchAll(/href="#(change-\d+)"/g)].map(([, id]) => id)
    expect(to).toHaveLength(3)
    for (const id of to) expect(html.split(`<tr id="${id}"`)).toHaveLength(2)
    const stopped = /<a href="#(change-\d+)">[^/]*StopLogging/.exec(html)?.[1]
    expect(html.slice(html.indexOf(`<tr id="${stopped}"`)).split('</tr>')[0]).toContain(STOPPED)
    expect(html).toContain('記録または検証を停止した変更が、取り込んだレコードにあります。')
    expect(html).toContain('アカウントと証跡が一致')
  })

  it('says that none of the archive explains it, or that what is there did not stop it', async () => {
    const other = { at: '12:50:00', name: 'StopLogging', trail: 'your_trail' }
    const none = modelOf(await gapCase([other]))
    const text = 'No record of the import explains it.'
    expect(says(await readPdf((await pdfOf(none)).bytes), text)).toEqual([text])
    expect(await linksOf(none)).toMatchObject({ links: [] })
    const related = await htmlOf(modelOf(await gapCase([{ at: '15:00:05', name: 'StartLogging' }])))
    expect(related).toContain('No record of the import shows what stopped it.')
    expect(related).toContain('href="#change-1"')
  })

  it('names twelve at the most and says how many more, never without what stopped the trail', async () => {
    const updates = Array.from({ length: 20 }, (_, minute) => ({
      at: `12:${String(minute + 10)}:00`,
      name: 'UpdateTrail',
      parameters: { s3BucketName: `bucket-${minute}` },
    }))
    const model = modelOf(await gapCase([...updates, ...CHANGES]))
    const { links } = await linksOf(model)
    expect(links).toHaveLength(12)
    expect(links.map(({ says }) => says)).toContain('StopLogging')
    const more = '11 more records of this trail around that time; chapter 5 lists changes of the trails.'
    expect(says(await readPdf((await pdfOf(model)).bytes), more)).toEqual([more])
    expect(model.integrity.run?.summary.gaps[0]?.account).toBe(TRAIL_ACCOUNT)
  })
})
