import { describe, expect, it } from 'vitest'
import { emptyFilter } from '../../../shared/domain/filter.ts'
import { archive, writeFile } from '../../fixtures/archive.ts'
import { minified } from '../../fixtures/layout.ts'
import { trail } from '../../fixtures/trail.ts'
import { freshCase, freshFolder, importInto } from '../open-case.ts'
import { filledCase, modelOf, pdfOf } from './filled-case.ts'
import { readPdf } from './read-pdf.ts'

/** Wherever lines were broken. */
const flat = (text: string) => text.replaceAll(/\s/g, '')

async function limitsOf(
  lines: readonly string[],
  changes: Parameters<typeof modelOf>[1] = {},
  beside: Readonly<Record<string, string>> = {},
) {
  const folder = freshFolder()
  archive(`${folder}/items`, trail(...lines))
  for (const [name, text] of Object.entries(beside)) writeFile(folder, `items/${name}`, text)
  const opened = freshCase()
  await importInto(opened, [`${folder}/items`])
  const read = await readPdf((await pdfOf(modelOf(opened, changes))).bytes)
  const all = flat(read.all)
  const from = all.lastIndexOf(flat('These limits follow from'))
  return all.slice(from, all.indexOf(flat('Steps, in order'), from))
}

describe('limits that apply to this archive', () => {
  it('failures of root before November 2018 prove nothing: said only where records are that old', async () => {
    const old = await limitsOf([
      '2017-03-01T10:00 alice ConsoleLogin ok mfa',
      '10:00 alice ConsoleLogin ok mfa',
    ])
    expect(old).toContain(
      flat('1 record is of the time before November 2018; the first is of Wed 1 Mar 2017'),
    )
    const young = await limitsOf(['10:00 alice ConsoleLogin ok mfa'])
    expect(young).not.toContain(flat('of the time before November 2018'))
    expect(young).toMatch(/Thiscasehasno[^.]*recordsfrombeforeNovember2018/)
  })

  it('federated MFA, masked names and absent regions are counted over the case, whatever the filter', async () => {
    const text = await limitsOf(
      [
        '10:00 Admin/alice ConsoleLogin ok',
        '10:01 hidden ConsoleLogin failed',
        '10:02 hidden ConsoleLogin failed',
        '10:03 bob ConsoleLogin ok mfa at eu-north-1',
      ],
      { filter: { ...emptyFilter, text: 'bob' } },
    )
    expect(text).toContain(flat('In 1 record MFA is "Not visible"'))
    expect(text).toContain(flat('2 failures carry HIDDEN_DUE_TO_SECURITY_REASONS'))
    expect(text).toContain(flat('No file and no record of us-east-2, ap-southeast-2 is among the items.'))
    const none = await limitsOf(
      ['us-east-1', 'us-east-2', 'eu-north-1', 'ap-southeast-2'].map(
        (at, n) => `10:0${n} bob ConsoleLogin ok mfa at ${at}`,
      ),
    )
    expect(none).not.toContain(flat('is among the items'))
    expect(none).toMatch(/Thiscasehasnofailureswithanamethat.*federatedsign-ins.*missingregion/s)
  })

  it('a damaged file is a limit, and the scope names what was not examined', async () => {
    const all = flat((await readPdf((await pdfOf(modelOf(await filledCase()))).bytes)).all)
    expect(all).toContain(flat('1 file could not be read, or not whole (chapter 5).'))
    expect(all).toContain(flat('The rest of 1 file that was read in part (chapter 5).'))
    expect(all).toContain(flat('1 record of other kinds in the same files.'))
    expect(all).toContain(flat('Whether the files are as AWS delivered them: the validation was not run.'))
    expect(all).toContain(flat('Patterns in the sign-ins: the rules were not asked.'))
  })

  it('files with text that looks like records in no form that is read are counted, whatever their state', async () => {
    const lines = ['10:00 bob ConsoleLogin ok mfa']
    const record = minified(trail(...lines)[0] ?? {})
    const beside = {
      'rows.json': minified({ text: `see {"rows":[${record}]} there` }),
      'host.log': `host trail: ${record}\n`,
    }
    expect(await limitsOf(lines, {}, beside)).toContain(
      flat('2 files hold text that looks like CloudTrail records, in a form that is not read (chapter 5).'),
    )
    expect(await limitsOf(lines)).toMatch(/Thiscasehasno.*textthatlookslikerecords/s)
  })

  it('names calls that switched a trail off, with their place, and says when there is none', async () => {
    const folder = freshFolder()
    archive(
      `${folder}/items`,
      trail(
        '10:00 alice ConsoleLogin ok mfa',
        '10:05 mallory cloudtrail:StopLogging ok',
        '10:06 bob cloudtrail:DeleteTrail failed code AccessDenied',
      ),
    )
    const opened = freshCase()
    await importInto(opened, [`${folder}/items`])
    const model = modelOf(opened)
    expect(model.trailChanges.map(({ eventName, principalName }) => [eventName, principalName])).toEqual([
      ['StopLogging', 'mallory'],
      ['DeleteTrail', 'bob'],
    ])
    expect(model.trailChanges.every(({ item }) => item !== null)).toBe(true)
    const all = flat((await readPdf((await pdfOf(model)).bytes)).all)
    expect(all).toContain(flat('2 calls that decide whether and what a trail records are in the case.'))
    expect(all).toContain('refused:AccessDenied')
    const quiet = flat((await readPdf((await pdfOf(modelOf(await filledCase()))).bytes)).all)
    expect(quiet).toContain(flat('No record of a call that stops, starts, makes, changes or deletes a trail'))
  })
})
