import { describe, expect, it } from 'vitest'
import { describeCase } from '../../../electron/engine/case/summary.ts'
import { readmeText } from '../../../electron/engine/package/readme.ts'
import { writeHtml } from '../../../electron/engine/report/html.ts'
import { collectWorkPaper } from '../../../electron/engine/report/work-paper/collect.ts'
import { type CaseDetails, emptyCaseDetails } from '../../../shared/domain/case.ts'
import type { Language } from '../../../shared/domain/units.ts'
import { TEST_FILES } from '../open-case.ts'
import { SEPTEMBER } from '../work-paper/paper-case.ts'
import { type FilledCase, filledCase, memory, modelOf, optionsFor, pdfOf } from './filled-case.ts'
import { readPdf, says } from './read-pdf.ts'

const STATED = {
  examiner: '小林 M.',
  examinerRole: 'Incident responder',
  examinerQualification: 'GCFA 12345',
}
const WORDS = {
  en: {
    stated: ['Role: Incident responder', 'Qualification: GCFA 12345'],
    absent: ['Role not stated', 'Qualification not stated'],
    certified: 'My position is Incident responder, and I am qualified to make this statement by GCFA 12345.',
    blank:
      'My position is ____________________, and I am qualified to make this statement by ____________________.',
    day: 'AWS CloudTrail records, Sat 14 Sep 2024',
    days: 'to Sat 14 Sep 2024',
    readme: ['Role: not stated', 'Qualification: not stated'],
    unreceived: 'The examiner has not stated from whom the items came, when and how.',
  },
  ja: {
    stated: ['役職：Incident responder', '資格：GCFA 12345'],
    absent: ['役職の記載なし', '資格の記載なし'],
    certified: '私の役職は Incident responder であり、GCFA 12345 により本書を作成する資格があります。',
    blank:
      '私の役職は ____________________ であり、____________________ により本書を作成する資格があります。',
    day: 'AWS CloudTrail の記録、2024年9月14日（土）',
    days: '2024年9月14日（土）まで',
    readme: ['役職：記載なし', '資格：記載なし'],
    unreceived: '受領物の受け取りの相手、日時、方法は、調査者により述べられていません。',
  },
} as const

async function caseOf(details: Partial<CaseDetails>): Promise<FilledCase> {
  const opened = await filledCase()
  describeCase(opened.db, opened.actor, { ...emptyCaseDetails, ...details })
  return opened
}

async function paperOf(opened: FilledCase, language: Language) {
  const asked = { language, variant: 'work-paper', workPaper: SEPTEMBER, zone: 'UTC' } as const
  const { signal } = new AbortController()
  const model = await collectWorkPaper(opened.db, optionsFor(opened, asked), opened.actor.tool, signal)
  return readPdf((await pdfOf(model)).bytes)
}

/** How often a text stands there, wherever its lines were broken. */
function times(all: string, text: string): number {
  return all.replaceAll(/\s/g, '').split(text.replaceAll(/\s/g, '')).length - 1
}

describe.each(['en', 'ja'] as const)('role and qualification of the examiner, in %s', (language) => {
  const words = WORDS[language]

  it('stand on the cover, in the scope and in the certification, as PDF and HTML', async () => {
    const opened = await caseOf(STATED)
    const model = modelOf(opened, { language, certification: true })
    const pdf = await readPdf((await pdfOf(model)).bytes)
    expect(says({ all: pdf.pages[0] ?? '' }, ...words.stated, ...words.absent)).toEqual(words.stated)
    // All records are of one day.
    expect(says({ all: pdf.pages[0] ?? '' }, words.day, words.days)).toEqual([words.day])
    for (const text of words.stated) expect([text, times(pdf.all, text)]).toEqual([text, 2])
    expect(says(pdf, words.certified, words.blank)).toEqual([words.certified])
    const { stream, bytes } = memory()
    await writeHtml(model, stream, { signal: new AbortController().signal, onProgress: () => undefined })
    const html = { all: bytes().toString('utf8') }
    expect(says(html, ...words.stated, words.certified)).toEqual([...words.stated, words.certified])
  })

  it('are said to be not stated when they are not', async () => {
    const opened = await caseOf({ examiner: 'M. Kobayashi' })
    const pdf = await readPdf((await pdfOf(modelOf(opened, { language, certification: true }))).bytes)
    for (const text of words.absent) expect([text, times(pdf.all, text)]).toEqual([text, 2])
    expect(says(pdf, words.blank, ...words.stated)).toEqual([words.blank])
    const paper = await paperOf(opened, language)
    expect(says({ all: paper.pages[0] ?? '' }, ...words.absent)).toEqual(words.absent)
  })

  it('stand with the preparer of the work paper, on its cover and where it is signed', async () => {
    const paper = await paperOf(await caseOf(STATED), language)
    expect(says({ all: paper.pages[0] ?? '' }, ...words.stated)).toEqual(words.stated)
    expect(says({ all: paper.pages.at(-1) ?? '' }, ...words.stated)).toEqual(words.stated)
  })

  it('leave the cover one page, however long, and stand in full in the scope', async () => {
    const role = `${'調査の責任者 '.repeat(70)}END-OF-ROLE`
    const opened = await caseOf({
      title: 'T'.repeat(160),
      caseNumber: 'N'.repeat(60),
      organisation: 'O'.repeat(100),
      requestedBy: 'R'.repeat(100),
      question: `Why? ${'なぜ。'.repeat(500)}`,
      examiner: 'M. Kobayashi',
      examinerRole: role,
      examinerQualification: role,
      reviewer: 'V'.repeat(100),
    })
    const pdf = await readPdf(
      (await pdfOf(modelOf(opened, { language, classification: 'C'.repeat(60) }))).bytes,
    )
    expect(times(pdf.pages[0] ?? '', 'SHA-256')).toBeGreaterThan(0)
    expect(says({ all: pdf.pages[0] ?? '' }, 'END-OF-ROLE')).toEqual([])
    expect(pdf.pages[1]).toMatch(language === 'ja' ? /目次/ : /Contents/)
    expect(times(pdf.all, 'END-OF-ROLE')).toBe(2)
  })

  it('are followed by how the items were received, in their words, or by that nobody said', async () => {
    const received =
      'From R. Ito on 17 September 2024,\nby courier, disk 7.\n\nCopied for the bank on the 18th.'
    const items = async (details: Partial<CaseDetails>) => {
      const opened = await caseOf(details)
      return readPdf((await pdfOf(modelOf(opened, { language }))).bytes)
    }
    const stated = await items({ ...STATED, received })
    const lines = received.split('\n').filter((line) => line !== '')
    expect(says(stated, ...lines, words.unreceived)).toEqual(lines)
    expect(says(await items({}), words.unreceived)).toEqual([words.unreceived])
  })

  it('stand in the README of a package', () => {
    const facts = { language, issuedAt: 0, tool: 'T', program: TEST_FILES, fingerprint: null } as const
    const rest = { validated: false, withCase: false, exhibits: false }
    const readme = (details: Partial<CaseDetails>) =>
      readmeText({ ...facts, ...rest, details: { ...emptyCaseDetails, ...details } }).split('\n')
    expect(readme(STATED)).toEqual(expect.arrayContaining([...words.stated]))
    expect(readme({})).toEqual(expect.arrayContaining([...words.readme]))
  })
})
