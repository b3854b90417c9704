import { describe, expect, it } from 'vitest'
import { runVerification } from '../../../electron/engine/integrity/runs.ts'
import { collectWorkPaper } from '../../../electron/engine/report/work-paper/collect.ts'
import type { PaperSettings } from '../../../shared/domain/work-paper.ts'
import type { TestCase } from '../open-case.ts'
import { filledCase, optionsFor, pdfOf } from '../report/filled-case.ts'
import { readPdf } from '../report/read-pdf.ts'
import { paperCase, SEPTEMBER } from './paper-case.ts'

/** Wherever lines were broken. */
const flat = (text: string) => text.replaceAll(/\s/g, '')

async function textOf(opened: TestCase, changes: Partial<PaperSettings> = {}, language: 'en' | 'ja' = 'en') {
  const workPaper = { ...SEPTEMBER, ...changes }
  const options = optionsFor(opened, { language, variant: 'work-paper', workPaper })
  const { signal } = new AbortController()
  const model = await collectWorkPaper(opened.db, options, opened.actor.tool, signal)
  return flat((await readPdf((await pdfOf(model)).bytes)).all)
}

describe('a work paper says no more than the case shows', () => {
  it('a period that reaches beyond the records is no proof that nothing happened', async () => {
    const opened = await paperCase(
      '10:00 alice ConsoleLogin ok mfa',
      '2024-09-20T10:00 alice ConsoleLogin ok',
    )
    const text = await textOf(opened)
    expect(text).toContain(flat('The period begins at Sat 31 Aug 2024 15:00:00 UTC'))
    expect(text).toContain(flat('The period ends at Mon 30 Sep 2024 15:00:00 UTC'))
    const within = {
      from: Date.parse('2024-09-14T00:00Z') / 1000,
      to: Date.parse('2024-09-21T00:00Z') / 1000,
    }
    const short = await textOf(opened, within)
    expect(short).toContain(flat('The records of the case are from Sat 14 Sep 2024 10:00:00 UTC'))
    expect(short).not.toContain(flat('The period begins at'))
    expect(short).not.toContain(flat('The period ends at'))
    expect(await textOf(opened, {}, 'ja')).toContain('期間は案件の最初の記録より前の')
  })

  it('the summary tells of damage and validation, and that sums say nothing of files that are not there', async () => {
    const opened = await filledCase()
    const text = await textOf(opened)
    expect(text).toContain(flat('They say nothing of files that were not received.'))
    expect(text).toContain(flat('1 file could not be read, or not whole; see chapter 3.'))
    expect(text).toContain(flat('Whether the files are as AWS delivered them was not validated.'))
    expect(text).not.toContain(flat('lowest number'))
    // The files that are no logs are in the manifest too.
    expect(text).not.toContain(flat('from which the records were read'))
  })

  it('a validation without a digest file is not called a good one', async () => {
    const opened = await filledCase()
    const hooks = { signal: new AbortController().signal, onProgress: () => undefined }
    const run = await runVerification(opened.db, opened.actor, [], hooks)
    expect(run.summary.holds).toBe(true)
    const text = await textOf(opened)
    expect(text).toContain(flat('No digest file is in the case'))
    expect(text).not.toContain(flat('invalid or missing'))
  })

  it('says that roles taken on outside the console were not tested', async () => {
    const text = await textOf(await paperCase('10:00 alice ConsoleLogin ok mfa'))
    expect(text).toContain(flat('(AssumeRole) are no sign-in records and were not tested'))
  })
})
