import { createHash } from 'node:crypto'
import { Window } from 'happy-dom'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, it } from 'vitest'
import { describeCase } from '../../../electron/engine/case/summary.ts'
import { writeHtml } from '../../../electron/engine/report/html.ts'
import type { ReportModel } from '../../../electron/engine/report/model.ts'
import { emptyCaseDetails } from '../../../shared/domain/case.ts'
import { trail } from '../../fixtures/trail.ts'
import { annotate, filledCase, memory, modelOf, oddCase, pdfOf } from './filled-case.ts'

const going = { signal: new AbortController().signal, onProgress: () => undefined }

async function htmlOf(model: ReportModel): Promise<string> {
  const { stream, bytes } = memory()
  await writeHtml(model, stream, going)
  return bytes().toString('utf8')
}

function read(html: string) {
  const { document } = new Window({
    settings: { disableJavaScriptEvaluation: true, disableCSSFileLoading: true },
  })
  document.write(html)
  return document
}

const bare = (text: string) => text.replaceAll(/\s/g, '')

describe('the report as HTML', () => {
  it.each(['en', 'ja'] as const)(
    'has in %s the chapters, rows, records and notes of the PDF',
    async (language) => {
      const opened = await oddCase()
      annotate(opened)
      const model = modelOf(opened, { language })
      const page = read(await htmlOf(model))
      expect(page.documentElement.getAttribute('lang')).toBe(language)
      const text = bare(page.body.textContent)
      const task = getDocument({ data: new Uint8Array((await pdfOf(model)).bytes), verbosity: 0 })
      const doc = await task.promise
      // The record, the commands and the notes, which are long, and each row of the list.
      for (const exhibit of model.exhibits) {
        for (const line of exhibit.lines) expect(text).toContain(bare(line.text))
        for (const note of exhibit.notes.filter(({ removed }) => !removed)) {
          expect(text).toContain(bare(note.revisions.at(-1)!.text))
        }
      }
      const printed = await doc.getOutline()
      await task.destroy()
      const headings = [...page.querySelectorAll('h2')].map((heading) => bare(heading.textContent))
      expect(headings).toEqual(printed.map(({ title }) => bare(title)))
      const rows = [...page.querySelectorAll('tr')].map((row) => bare(row.textContent))
      for (const row of model.rows) {
        const { ip, account } = row
        expect(rows.some((one) => one.includes(ip ?? '') && one.includes(account ?? ''))).toBe(true)
      }
    },
  )

  it('leads from its contents to every chapter and has no place twice', async () => {
    const page = read(await htmlOf(modelOf(await filledCase())))
    const ids = [...page.querySelectorAll('[id]')].map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const links = [...page.querySelectorAll('a')].map((link) => link.getAttribute('href') ?? '')
    expect(links.length).toBeGreaterThan(10)
    for (const link of links) expect(ids).toContain(link.slice(1))
  })

  it('loads nothing, runs nothing and lets nothing of a record act', async () => {
    const { db, actor, path, ...rest } = await filledCase(
      trail('10:00 mallory ConsoleLogin failed from 198.51.100.23').map((record) => ({
        ...record,
        userIdentity: { type: 'IAMUser', userName: '<script>alert(1)</script>"\'&\u202e<img src=x>' },
      })),
    )
    describeCase(db, actor, {
      ...emptyCaseDetails,
      title: '</title><script>x</script> \u202e',
      examiner: '</p>',
    })
    const html = await htmlOf(modelOf({ db, actor, path, ...rest }))
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;')
    expect(html).not.toContain('\u202e')
    expect(html).toContain('<span class="esc">\\u{202e}</span>')
    const page = read(html)
    const kinds = new Set([...page.querySelectorAll('*')].map(({ tagName }) => tagName.toLowerCase()))
    for (const kind of ['script', 'img', 'link', 'iframe', 'object', 'form', 'svg'])
      expect(kinds).not.toContain(kind)
    for (const element of page.querySelectorAll('*')) {
      for (const { name, value } of element.attributes) {
        expect(name).not.toMatch(/^on|^style$|^src$/)
        if (name === 'href') expect(value).toMatch(/^#/)
      }
    }
    const style = /<style>([\s\S]*?)<\/style>/.exec(html)![1]!
    expect(style).not.toMatch(/url\(|@import/)
    const hash = createHash('sha256').update(style).digest('base64')
    const policy = page.querySelector('meta[http-equiv]')!.getAttribute('content')
    expect(policy).toBe(`default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`)
  })

  it('has the same bytes twice, other bytes for another moment, and stops when asked', async () => {
    const opened = await filledCase()
    const model = modelOf(opened)
    const first = await htmlOf(model)
    expect(await htmlOf(modelOf(opened))).toBe(first)
    expect(await htmlOf(modelOf(opened, { issuedAt: model.options.issuedAt + 60 }))).not.toBe(first)
    const stop = new AbortController()
    stop.abort(new Error('stopped'))
    const hooks = { signal: stop.signal, onProgress: () => undefined }
    await expect(writeHtml(model, memory().stream, hooks)).rejects.toThrow('stopped')
  })
})
