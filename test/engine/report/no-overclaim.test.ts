import { describe, expect, it } from 'vitest'
import { emptyFilter } from '../../../shared/domain/filter.ts'
import type { ReportOptions } from '../../../shared/domain/report.ts'
import { archive, packedLog, writeFile } from '../../fixtures/archive.ts'
import { truncated } from '../../fixtures/damage.ts'
import { trail } from '../../fixtures/trail.ts'
import { freshCase, freshFolder, importInto, type TestCase } from '../open-case.ts'
import { filledCase, modelOf, pdfOf } from './filled-case.ts'
import { readPdf } from './read-pdf.ts'

/** Wherever lines were broken. */
const flat = (text: string) => text.replaceAll(/\s/g, '')

async function textOf(opened: TestCase, changes: Partial<ReportOptions> = {}) {
  return flat((await readPdf((await pdfOf(modelOf(opened, changes))).bytes)).all)
}

async function caseOf(...lines: readonly string[]): Promise<TestCase> {
  const folder = freshFolder()
  archive(`${folder}/items`, trail(...lines))
  const opened = freshCase()
  await importInto(opened, [`${folder}/items`])
  return opened
}

describe('a report says no more than the case shows', () => {
  it('what one account has of a region says nothing of another account', async () => {
    const everywhere = ['us-east-1', 'us-east-2', 'eu-north-1', 'ap-southeast-2']
    const one = everywhere.map((region, n) => `10:0${n} alice ConsoleLogin ok mfa at ${region}`)
    const whole = await textOf(await caseOf(...one))
    expect(whole).toContain(flat('Each region in which the global sign-in endpoint records is among them'))
    const opened = await caseOf(...one, '11:00 bob ConsoleLogin ok mfa in 444455556666 at us-east-2')
    const both = await textOf(opened)
    const lacks = '444455556666: us-east-1, eu-north-1, ap-southeast-2'
    // In the chapter on completeness and in the limits.
    expect(both.split(flat(lacks))).toHaveLength(3)
    expect(both).not.toContain(flat('Each region in which the global sign-in endpoint records'))
    expect(both).not.toContain(flat('a missing region of the sign-in service'))
    expect(await textOf(opened, { language: 'ja' })).toContain('444455556666：us-east-1、eu-north-1、')
  })

  it('a case without sign-ins still tells of damage, regions and what was not checked', async () => {
    const folder = freshFolder()
    const many = trail('08:00 dave ec2:RunInstances ok', '08:01 dave ec2:RunInstances ok')
    writeFile(folder, 'items/cut.json.gz', truncated(packedLog(many), 0.8))
    const opened = freshCase()
    await importInto(opened, [`${folder}/items`])
    const text = await textOf(opened)
    expect(text).toContain(flat('No sign-in record was found in the files.'))
    expect(text).toContain(flat('1 file could not be read, or not whole. There can be more records'))
    expect(text).toContain(flat('Whether the files are as AWS delivered them was not checked.'))
    expect(text).toContain(flat('WARNING: no file and no record comes from us-east-1'))
  })

  it('a filter does not make the root user disappear', async () => {
    const opened = await caseOf('10:00 root ConsoleLogin ok mfa', '10:01 bob ConsoleLogin ok mfa')
    const filter = { ...emptyFilter, text: 'bob' }
    const text = await textOf(opened, { filter })
    expect(text).not.toContain(flat('The root user does not appear'))
    expect(text).toContain(flat('Of the 1 record of the root user in the case, 0 are listed.'))
    const without = await textOf(await caseOf('10:01 bob ConsoleLogin ok mfa'), { filter })
    expect(without).toContain(flat('The root user does not appear'))
  })

  it('a service of AWS or a name in place of an address is no address', async () => {
    const opened = await caseOf(
      '10:00 alice ConsoleLogin ok mfa from 203.0.113.41',
      '10:01 bob ConsoleLogin ok mfa from 2001:db8::1',
      '10:02 carol ConsoleLogin ok mfa from signin.amazonaws.com',
    )
    expect(await textOf(opened)).toContain(flat('The 2 addresses of records are those that AWS saw'))
  })

  it('an intact custody log is not said to be beyond rewriting', async () => {
    const text = await textOf(await filledCase())
    expect(text).toContain(flat('It cannot show that nobody wrote the whole log anew'))
    expect(text).not.toContain(flat('Entries can be added, but neither changed nor deleted'))
  })

  it('the certification owns up to damage and points at no chapter that was left out', async () => {
    const opened = await filledCase()
    const text = await textOf(opened, { certification: true })
    expect(text).toContain(flat('reads its records as far as they can be read'))
    expect(text).toContain(flat('by the commands of chapter 15, but for the differences told there.'))
    expect(text).not.toContain(flat('reads every record in it'))
    const short = await textOf(opened, { certification: true, leaveOut: ['repeat'] })
    expect(short).not.toContain(flat('Other programs give the same numbers'))
  })

  it('both counts of the recipe say how many records the commands cannot read', async () => {
    const opened = await filledCase()
    const { outOfReach } = modelOf(opened).sums
    expect(outOfReach).toBeGreaterThan(0)
    const said = `${outOfReach} ${outOfReach === 1 ? 'record stands' : 'records stand'} only in files that these`
    expect((await textOf(opened)).split(flat(said))).toHaveLength(3)
    const whole = await textOf(await caseOf('10:00 alice ConsoleLogin ok mfa'))
    expect(whole).not.toContain(flat('only in files that these commands'))
  })

  it('a name of 5,000 characters does not fill pages of the list, and says that it is cut', async () => {
    const name = 'x'.repeat(5000)
    const opened = await caseOf(`10:00 ${name} ConsoleLogin ok no-mfa`)
    const { pages } = await pdfOf(modelOf(opened))
    expect(pages).toBeLessThan(25)
    expect(await textOf(opened)).toContain(flat('[cut here; 5,000 characters in all]'))
  })

  it('the steps of the recipe have no hole where nothing was validated', async () => {
    const text = await textOf(await filledCase())
    expect(text).toContain(flat('5. Are the log files what the digest files state?'))
    expect(text).toContain(flat('so this report states no number to compare with (chapter 4).'))
  })
})
