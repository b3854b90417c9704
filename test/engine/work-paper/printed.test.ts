import { execFileSync } from 'node:child_process'
import { chmodSync } from 'node:fs'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, it } from 'vitest'
import { listCustody } from '../../../electron/engine/custody/log.ts'
import { addNote } from '../../../electron/engine/notes/notes.ts'
import { writeReport } from '../../../electron/engine/report/hand-over.ts'
import { writeHtml } from '../../../electron/engine/report/html.ts'
import type { ReportModel } from '../../../electron/engine/report/model.ts'
import { collectWorkPaper } from '../../../electron/engine/report/work-paper/collect.ts'
import { sampleCommand, testCommands } from '../../../electron/engine/report/work-paper/commands.ts'
import { judgeSampled } from '../../../electron/engine/work-paper/judgements.ts'
import type { Language } from '../../../shared/domain/units.ts'
import type { PaperSettings } from '../../../shared/domain/work-paper.ts'
import { writeFile } from '../../fixtures/archive.ts'
import { freshFolder, type TestCase } from '../open-case.ts'
import { memory, optionsFor, pdfOf } from '../report/filled-case.ts'
import { paperCase, paperOf, SEPTEMBER, trust } from './paper-case.ts'

const lines = [
  '2024-09-10T01:00 root ConsoleLogin ok mfa',
  '2024-09-10T02:00 alice ConsoleLogin ok no-mfa',
  '2024-09-10T03:00 Admin/carol ConsoleLogin ok no-mfa',
  '2024-09-14T02:00 bob ConsoleLogin ok mfa',
  '2024-09-17T01:00 Admin/alice SwitchRole ok switched-from arn:aws:iam::111122223333:user/alice',
  ...[1, 2, 3].map((minute) => `2024-09-17T02:0${minute} dave ConsoleLogin failed from 198.51.100.9`),
]

function modelOf(
  { db, actor }: TestCase,
  language: Language = 'en',
  settings: Partial<PaperSettings> = {},
): Promise<ReportModel> {
  const workPaper = { ...SEPTEMBER, ...settings }
  const options = optionsFor(
    { db, actor, path: '' },
    { language, variant: 'work-paper', workPaper, zone: 'UTC' },
  )
  return collectWorkPaper(db, options, actor.tool, new AbortController().signal)
}

async function textOf(model: ReportModel): Promise<string> {
  const task = getDocument({ data: new Uint8Array((await pdfOf(model)).bytes), verbosity: 0 })
  const doc = await task.promise
  const pages: string[] = []
  for (let number = 1; number <= doc.numPages; number += 1) {
    const content = await (await doc.getPage(number)).getTextContent()
    pages.push(content.items.map((item) => ('str' in item ? item.str : '')).join(''))
  }
  await task.destroy()
  return pages.join('\n').replaceAll(/\s+/g, ' ')
}

const SAID: Record<Language, readonly string[]> = {
  en: [
    'Audit work paper',
    'Page 2 of',
    'The population is the 8 sign-in records of the period',
    '2024-09-01 00:00:00 to before 2024-10-01 00:00:00 (Asia/Tokyo)',
    '2024-08-31 15:00:00 to before 2024-09-30 15:00:00 (UTC)',
    'Companions (such as AssumeRole)',
    'wherever its users work: us-east-1,',
    '111122223333 us-east-2, eu-north-1, ap-southeast-2Nothing in the files tells',
    'The log files were not validated',
    '8 examined, 1 exception.',
    'federated, MFA not visible to AWS',
    'Not answered: no trusted networks are named in the case.',
    'Sat 14 Sep 2024 in Tokyo',
    '3 failures until',
    'From arn:aws:iam::111122223333:user/alice to',
    'Seed: audit 2024',
    '■ Exception',
    'Alice was on leave.',
    'Asked the owner: planned.',
    'sha256sum',
    'Reviewed by',
  ],
  ja: [
    '監査調書',
    '2 / ',
    '母集団は期間内のサインイン記録 8 件です',
    '2024-09-01 00:00:00 から 2024-10-01 00:00:00 の前まで（Asia/Tokyo）',
    '関連記録（AssumeRole など）',
    '111122223333 us-east-2、eu-north-1、ap-southeast-2',
    '調査 8 件、例外 1 件。',
    'フェデレーション（MFA は AWS から確認不可）',
    '案件に信頼するネットワークの登録がありません',
    '■ 例外',
    'Alice was on leave.',
    '査閲者',
  ],
}

async function judgedCase(): Promise<TestCase> {
  const opened = await paperCase(...lines)
  const { items } = paperOf(opened).sample
  judgeSampled(opened.db, opened.actor, items[0]!.row.id, 'exception', 'Alice was on leave.')
  const root = opened.db
    .prepare("select id from sign_in where principal_kind = 'root'")
    .pluck()
    .get() as number
  addNote(opened.db, opened.actor, root, 'Asked the owner: planned.')
  return opened
}

describe('the printed work paper', () => {
  it.each(['en', 'ja'] as const)('says everything in %s', async (language) => {
    const text = await textOf(await modelOf(await judgedCase(), language))
    for (const said of SAID[language]) expect(text).toContain(said)
  })

  it('is the same, byte for byte, for the same case, settings and moment', async () => {
    const opened = await judgedCase()
    const [one, two] = [await pdfOf(await modelOf(opened)), await pdfOf(await modelOf(opened))]
    expect(one.bytes.equals(two.bytes)).toBe(true)
    const other = await modelOf(opened, 'en', { sample: { ...SEPTEMBER.sample, seed: 'another' } })
    expect(other.contentHash).not.toBe((await modelOf(opened)).contentHash)
  })

  it('shows an unjudged record with free boxes, and a sum that is wrong', async () => {
    const opened = await paperCase(...lines)
    expect(await textOf(await modelOf(opened))).not.toContain('■')
    opened.db.exec('update source set duplicates = duplicates + 1')
    const text = await textOf(await modelOf(opened))
    expect(text).toContain(
      'At least one sum that leads from the files received to the population is not right',
    )
    expect(text).toMatch(/differs by -\d/)
  })

  it('is refused without settings, and noted in the custody log when it is written', async () => {
    const { db, actor, path } = await judgedCase()
    const hooks = { signal: new AbortController().signal, onProgress: () => undefined }
    const options = optionsFor({ db, actor, path }, { variant: 'work-paper' })
    const out = `${freshFolder()}/paper.pdf`
    await expect(writeReport(db, actor, options, 'pdf', out, hooks)).rejects.toThrow('settings')
    await writeReport(db, actor, { ...options, workPaper: SEPTEMBER }, 'pdf', out, hooks)
    const last = listCustody(db, 0, 100).at(-1)
    expect(last?.action).toBe('export.written')
    expect(JSON.parse(last?.detail ?? '')).toMatchObject({
      variant: 'work-paper',
      rows: 8,
      options: { workPaper: SEPTEMBER },
    })
  })
})

/** A folder with `sqlite3` as a recipient has it, where this machine has none. */
function toolsPath(): string {
  const tools = freshFolder()
  const stand = writeFile(
    tools,
    'sqlite3',
    `#!/usr/bin/env python3
import sqlite3, sys
for row in sqlite3.connect("file:" + sys.argv[1] + "?mode=ro", uri=True).execute(sys.argv[2]):
    print("|".join("" if v is None else str(v) for v in row))
`,
  )
  chmodSync(stand, 0o755)
  return `${process.env['PATH']}:${tools}`
}

it('sign-in regions are judged for each account, as coverage does, on paper and in HTML', async () => {
  const FOUR = ['us-east-1', 'us-east-2', 'eu-north-1', 'ap-southeast-2']
  const opened = await paperCase(
    ...FOUR.map((region, index) => `2024-09-10T0${index}:00 alice ConsoleLogin ok mfa at ${region}`),
    '2024-09-10T05:00 bob ConsoleLogin ok mfa in 444455556666 at us-east-2',
    '2024-09-10T06:00 carol ConsoleLogin ok mfa in 777788889999 at us-east-2',
  )
  const model = await modelOf(opened)
  // Over the whole case nothing is absent; two accounts lack three of the four, root's region among them.
  expect(model.coverage.absent).toEqual([])
  const lacking = 'us-east-1, eu-north-1, ap-southeast-2'
  const said = [
    '111122223333 none: each of the four has a file or a record',
    `444455556666, 777788889999 ${lacking}Nothing in the files tells`,
  ]
  const paper = await textOf(model)
  for (const words of said) expect(paper).toContain(words)
  const { stream, bytes } = memory()
  await writeHtml(model, stream, { signal: new AbortController().signal, onProgress: () => undefined })
  const html = bytes()
    .toString('utf8')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/\s+/g, ' ')
  for (const words of ['444455556666, 777788889999', lacking]) expect(html).toContain(words)
  expect(await textOf(await modelOf(opened, 'ja'))).toContain(
    '444455556666、777788889999 us-east-1、eu-north-1、ap-southeast-2そこでサインインが',
  )
})

describe('printed commands, run in a shell', () => {
  const run = (command: string, { db, path }: TestCase) => {
    db.pragma('wal_checkpoint(truncate)')
    const env = { ...process.env, PATH: toolsPath() }
    const lines = execFileSync('sh', ['-c', command.replaceAll('CASE-FILE', path)], { env, encoding: 'utf8' })
    return lines.trim() === '' ? [] : lines.trim().split('\n')
  }

  it.each(['plain', "it's 監査 $HOME `x` \\n %s !"])('draw the sample of seed %j', async (seed) => {
    const opened = await paperCase(...lines)
    for (const byOutcome of [false, true]) {
      const { strata, items } = paperOf(opened, {
        sample: { size: 'records', amount: 4, seed, byOutcome },
      }).sample
      const drawn = strata.filter((stratum) => stratum.drawn > 0)
      expect(drawn.flatMap((stratum) => run(sampleCommand(seed, stratum), opened))).toEqual(
        items.map(({ drawHash, key }) => `${drawHash}  ${key}`),
      )
      expect(items).toHaveLength(4)
    }
  })

  it('find the exceptions', async () => {
    const opened = await paperCase(...lines)
    trust(opened, '203.0.113.0/24')
    for (const result of paperOf(opened).results) {
      const command = testCommands(result).find((line) => line.startsWith('sqlite3'))
      if (command !== undefined) expect(run(command, opened), result.test).toHaveLength(result.exceptions)
    }
  })
})
