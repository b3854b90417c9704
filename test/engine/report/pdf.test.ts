import { describe, expect, it } from 'vitest'
import { describeCase } from '../../../electron/engine/case/summary.ts'
import { writePdf } from '../../../electron/engine/report/pdf.ts'
import { emptyCaseDetails } from '../../../shared/domain/case.ts'
import { emptyFilter } from '../../../shared/domain/filter.ts'
import type { Language } from '../../../shared/domain/units.ts'
import { trail } from '../../fixtures/trail.ts'
import { freshCase } from '../open-case.ts'
import { annotate, filledCase, memory, modelOf, ODD_NAME, pdfOf } from './filled-case.ts'
import { readPdf } from './read-pdf.ts'

const EXPECTED: Record<Language, readonly string[]> = {
  en: [
    'Digital evidence report',
    'Page 2 of',
    'recorded as made without MFA',
    'Successes without MFA',
    'Items received',
    'sum checked',
    'The gzip data ends early',
    'Alice was on leave that day, says her team.',
    'Where this record is',
    'hidden by AWS',
    'were checked: numbers, links and hashes are right',
    'How to repeat this',
  ],
  ja: [
    'デジタル証拠報告書',
    'MFA を使用しなかったと記録された成功は 1 件です。',
    '受領物',
    '検算済み',
    'ロールの切り替えは想定外です。',
    '記録の所在',
    '非表示（AWS）',
    '番号、つながり、ハッシュはいずれも正しいものです。',
    '再現の方法',
  ],
}

describe('the report as PDF', () => {
  it.each(['en', 'ja'] as const)(
    'can be read in %s by another program, with its fonts in it',
    async (language) => {
      const opened = await filledCase()
      annotate(opened)
      const model = modelOf(opened, { language })
      const { bytes, pages } = await pdfOf(model)
      const read = await readPdf(bytes)
      expect(read.pages).toHaveLength(pages)
      for (const text of EXPECTED[language]) expect(read.all).toContain(text)
      read.pages.forEach((text, at) => {
        expect(text).toContain(
          language === 'ja' ? `${at + 1} / ${pages} ページ` : `Page ${at + 1} of ${pages}`,
        )
        expect(text).toContain(model.reportId)
      })
      expect([...read.fonts].filter((font) => font.includes('not embedded'))).toEqual([])
      expect(read.fonts.size).toBeGreaterThanOrEqual(4)
      for (const font of read.fonts) expect(font).toMatch(/^[A-Z]{6}\+(Inter|NotoSansJP|NotoSansMono)-/)
      expect(read.outline).toHaveLength(18)
      expect(read.info).toMatchObject({ Language: language, IsXFAPresent: false })
    },
  )

  it('has the same bytes twice and other bytes for another moment', async () => {
    const opened = await filledCase()
    annotate(opened)
    const model = modelOf(opened)
    const first = await pdfOf(model)
    const second = await pdfOf(modelOf(opened))
    expect(first.bytes.equals(second.bytes)).toBe(true)
    const later = await pdfOf(modelOf(opened, { issuedAt: model.options.issuedAt + 60 }))
    expect(first.bytes.equals(later.bytes)).toBe(false)
    const { info } = await readPdf(first.bytes)
    const moment = new Date(model.options.issuedAt * 1000).toISOString().replaceAll(/\D/g, '').slice(0, 14)
    expect(info['CreationDate']).toBe(`D:${moment}Z`)
    expect(info['ModDate']).toBe(`D:${moment}Z`)
  })

  it('shows what a name hides, and drops nothing of it', async () => {
    const [record] = trail('10:00 nobody ConsoleLogin failed from 198.51.100.23')
    const odd = { ...record, userIdentity: { ...(record!['userIdentity'] as object), userName: ODD_NAME } }
    const { bytes } = await pdfOf(modelOf(await filledCase([odd])))
    const { all } = await readPdf(bytes)
    for (const part of ['=cmd|花子', '\\u{202e}', '\\u{0}', '—', '\\u{1f47e}']) expect(all).toContain(part)
    expect(all).not.toContain('\u202e')
  })

  it('carries its title, also one with signs that XML uses', async () => {
    const { db, actor } = freshCase()
    describeCase(db, actor, { ...emptyCaseDetails, title: 'R&D <root> 調査', examiner: 'A & B' })
    const { bytes } = await pdfOf(modelOf({ db, actor, path: '' }))
    const { info, title } = await readPdf(bytes)
    expect(info).toMatchObject({ Title: 'R&D <root> 調査', Author: 'A & B' })
    expect(title).toBe('R&D <root> 調査')
  })

  it('can be made of an empty case and under a filter', async () => {
    const empty = await readPdf((await pdfOf(modelOf(freshCase()))).bytes)
    expect(empty.all).toContain('No sign-in record was found in the files.')
    const opened = await filledCase()
    const filter = { ...emptyFilter, text: 'alice', outcomes: ['success' as const] }
    const filtered = await readPdf((await pdfOf(modelOf(opened, { filter, zone: 'UTC' }))).bytes)
    expect(filtered.all).toContain('A filter is set.')
    expect(filtered.all).toContain('Words, each somewhere in the record: alice')
  })

  it('marks the next day of the other zone', async () => {
    const { all } = await readPdf((await pdfOf(modelOf(await filledCase()))).bytes)
    expect(all).toContain('22:40:12 07:40:12 +1')
  })

  it('stops when asked and passes on a failing stream', async () => {
    const model = modelOf(freshCase())
    const stop = new AbortController()
    stop.abort(new Error('stopped'))
    const hooks = { signal: stop.signal, onProgress: () => undefined }
    await expect(writePdf(model, memory().stream, hooks)).rejects.toThrow('stopped')
    const { stream } = memory()
    stream.destroy(new Error('disk gone'))
    const going = { signal: new AbortController().signal, onProgress: () => undefined }
    await expect(writePdf(model, stream, going)).rejects.toThrow()
  })
})
