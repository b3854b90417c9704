import { describe, expect, it } from 'vitest'
import { describeCase } from '../../../electron/engine/case/summary.ts'
import { runDetections } from '../../../electron/engine/detect/run.ts'
import { addNote } from '../../../electron/engine/notes/notes.ts'
import { idsOfEvent } from '../../../electron/engine/timeline/detail.ts'
import { emptyCaseDetails } from '../../../shared/domain/case.ts'
import { OPTIONAL_CHAPTERS, type ReportOptions } from '../../../shared/domain/report.ts'
import { reportWords } from '../../../shared/messages/report.ts'
import { trail } from '../../fixtures/trail.ts'
import { still } from '../detect/detected.ts'
import type { TestCase } from '../open-case.ts'
import { annotate, EVENT, filledCase, modelOf, pdfOf } from './filled-case.ts'
import { readPdf, says } from './read-pdf.ts'

async function printed(opened: TestCase, changes: Partial<ReportOptions> = {}) {
  return readPdf((await pdfOf(modelOf(opened, changes))).bytes)
}

describe('chapters of a report', () => {
  it.each(['en', 'ja'] as const)(
    'are numbered as they stand, and name what was left out, in %s',
    async (language) => {
      const opened = await filledCase()
      annotate(opened)
      await runDetections(opened.db, opened.actor, still)
      const whole = await printed(opened, { language, certification: true })
      const words = reportWords[language]
      expect(whole.outline.slice(1, 5)).toEqual([
        `1  ${words.summary}`,
        `2  ${words.scope}`,
        `3  ${words.items}`,
        `4  ${words.integrity}`,
      ])
      expect(whole.outline).toContain(`16  ${words.certification}`)
      expect(says(whole, words.leftOut + (language === 'ja' ? '：' : ': '))).toEqual([])
      // A number that nobody filled in would be a wrong reference.
      expect(says(whole, '{ch_', '{n}')).toEqual([])

      const short = await printed(opened, { language, leaveOut: [...OPTIONAL_CHAPTERS] })
      expect(short.outline.filter((title) => /^\d/.test(title))).toHaveLength(10)
      expect(short.outline).toContain(`7  ${words.limits}`)
      const named = OPTIONAL_CHAPTERS.map((id) => words[id]).join(language === 'ja' ? '、' : ', ')
      // The contents list, the scope and the document control each say so.
      const flat = short.all.replaceAll(/\s/g, '')
      expect(flat.split(named.replaceAll(/\s/g, '')).length - 1).toBe(3)
      expect(says(short, EVENT.noMfa, '{ch_', '{n}')).toEqual([])
      expect(says(short, words.chapterLeftOut)).toHaveLength(1)
    },
  )

  it("keep facts apart: a reading, a reason or an examiner's word stands in no chapter of facts", async () => {
    const opened = await filledCase()
    await runDetections(opened.db, opened.actor, still)
    const { pages } = await printed(opened, {
      interpretation: 'INTERPRETED-HERE',
      alternatives: 'ALTERNATIVE-HERE',
      leaveOut: ['repeat'],
    })
    const chapterOf = (text: string) => pages.findIndex((page) => says({ all: page }, text).length > 0)
    const readings = chapterOf('Nothing in this chapter is a fact of the records')
    const findings = chapterOf('This chapter holds facts')
    expect(findings).toBeGreaterThan(0)
    expect(readings).toBeGreaterThanOrEqual(findings)
    for (const text of ['INTERPRETED-HERE', 'ALTERNATIVE-HERE', 'Harmless when:']) {
      expect(chapterOf(text)).toBeGreaterThanOrEqual(readings)
    }
    const without = await printed(opened, {
      interpretation: 'INTERPRETED-HERE',
      leaveOut: ['readings', 'repeat'],
    })
    expect(says(without, 'INTERPRETED-HERE', 'Harmless when:')).toEqual([])
    // Each record of a finding says which item and bytes it is.
    expect(/I-\d+, ?record \d+, ?bytes ?[\d,]+ ?to ?[\d,]+/.test(without.all)).toBe(true)
  })

  it.each(['en', 'ja'] as const)(
    'the summary is one page, however much there is to say, in %s',
    async (language) => {
      const many = Array.from(
        { length: 60 },
        (_, n) => `11:${10 + (n % 50)} user-${n} ConsoleLogin ok no-mfa id odd-${n}`,
      )
      const opened = await filledCase(trail(...many))
      describeCase(opened.db, opened.actor, { ...emptyCaseDetails, question: 'Why? '.repeat(300) })
      for (let n = 0; n < 20; n += 1) {
        addNote(
          opened.db,
          opened.actor,
          idsOfEvent(opened.db, `odd-${n}`)[0]!,
          `Looked at twice. ${'もう一度。'.repeat(60)}`,
        )
      }
      await runDetections(opened.db, opened.actor, still)
      const { pages } = await printed(opened, { language, interpretation: 'x'.repeat(5000) })
      const words = reportWords[language]
      const at = pages.findIndex(
        (page, index) => index > 1 && page.replaceAll(/\s/g, '').includes(`1${words.summary}`),
      )
      expect(at).toBeGreaterThan(1)
      expect(pages[at + 1]?.replaceAll(/\s/g, '').includes(`2${words.scope.replaceAll(' ', '')}`)).toBe(true)
    },
  )

  it('say what was chosen as exhibits, and what of it is not in the case', async () => {
    const opened = await filledCase()
    annotate(opened)
    await runDetections(opened.db, opened.actor, still)
    expect(modelOf(opened).exhibits).toHaveLength(2)
    const cited = modelOf(opened, { exhibits: 'cited' })
    expect(cited.exhibits.length).toBeGreaterThan(2)
    expect(cited.findings.findings[0]?.events[0]?.exhibit).not.toBeNull()
    const chosen = { exhibits: 'chosen', exhibitEvents: [EVENT.failed, 'no-such-event'] } as const
    const model = modelOf(opened, { ...chosen, exhibitEvents: [...chosen.exhibitEvents] })
    expect(model.exhibits.map(({ row }) => row.eventId)).toEqual([EVENT.failed])
    expect(model.exhibitsNotFound).toEqual(['no-such-event'])
    const { all } = await printed(opened, {
      ...chosen,
      exhibitEvents: [...chosen.exhibitEvents],
      rawBytes: false,
    })
    // Without the record there are still its place and hash.
    const wanted = [
      '1 chosen event ID is not in this case: no-such-event.',
      '2 notes stand in the case on records that are not exhibits of this report.',
      'Where this record is',
    ]
    expect(says({ all }, ...wanted)).toEqual(wanted)
    expect(says({ all }, '"eventVersion"')).toEqual([])
  })

  it('the certification is there only when asked for, says who must review it, and invents no person', async () => {
    const opened = await filledCase()
    const without = await printed(opened)
    expect(says(without, '902(13)')).toEqual([])
    const { all } = await printed(opened, { certification: true, classification: 'Confidential <A&B>' })
    const wanted = ['HAVE COUNSEL REVIEW', '902(13)', '902(14)', '____________________']
    expect(says({ all }, ...wanted)).toEqual(wanted)
    expect(all.split('Confidential <A&B>').length).toBeGreaterThan(10)
  })
})
