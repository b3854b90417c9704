import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ReportOptions } from '../../shared/domain/report.ts'
import { freshFolder } from '../engine/open-case.ts'
import { readPdf, says } from '../engine/report/read-pdf.ts'
import { archive } from '../fixtures/archive.ts'
import { trail } from '../fixtures/trail.ts'

const PROGRAM = join(import.meta.dirname, '../../electron/cli/trailcase.ts')

function trailcase(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...words], { encoding: 'utf8' })
  return { status, stdout, stderr }
}

// Each command starts the program anew.
const SECONDS = { timeout: 120_000 }

it(
  'chooses chapters, exhibits and texts, and makes the same bytes from the options that a report prints',
  SECONDS,
  async () => {
    const folder = freshFolder()
    archive(
      join(folder, 'items'),
      trail('10:00 alice ConsoleLogin ok no-mfa id event-one', '10:05 bob ConsoleLogin failed'),
    )
    const file = join(folder, 'a.trailcase')
    expect(trailcase('import', join(folder, 'items'), '--case', file).status).toBe(0)
    writeFileSync(join(folder, 'words.txt'), 'Perhaps a test of the help desk.\n')
    const out = join(folder, 'one.pdf')
    const made = trailcase(
      ...['report', '--case', file, '--out', out, '--leave-out', 'custody', 'glossary', '--certification'],
      ...[
        '--exhibit',
        'event-one',
        '--no-raw-bytes',
        '--classification',
        'Confidential',
        '--zone',
        'Asia/Tokyo',
      ],
      ...['--scope', 'Only alice.', '--alternatives', `@${join(folder, 'words.txt')}`],
    )
    expect(made.status).toBe(0)
    const read = await readPdf(readFileSync(out))
    const wanted = [
      'Left out on request: Chain of custody, Glossary',
      'Only alice.',
      'Perhaps a test of the help desk.',
      'HAVE COUNSEL REVIEW',
      'Confidential',
    ]
    expect(says(read, ...wanted)).toEqual(wanted)
    expect(says(read, 'The case file keeps a log of what was done with it.')).toHaveLength(0)

    // As a recipient takes them from the last page of the recipe.
    const printed = read.all.slice(read.all.indexOf('{"variant"'))
    const text = printed.slice(0, printed.indexOf('trailcase report --case')).replaceAll('\n', '')
    const options = ReportOptions.parse(JSON.parse(text.slice(0, text.lastIndexOf('}') + 1)))
    writeFileSync(join(folder, 'options.json'), JSON.stringify(options))
    const again = join(folder, 'two.pdf')
    const saved = join(folder, 'options.json')
    expect(trailcase('report', '--case', file, '--options', saved, '--out', again).status).toBe(0)
    expect(readFileSync(again).equals(readFileSync(out))).toBe(true)
  },
)

it('refuses what it cannot do in plain words', SECONDS, () => {
  const folder = freshFolder()
  const file = join(folder, 'a.trailcase')
  archive(join(folder, 'items'), trail('10:00 alice ConsoleLogin ok mfa'))
  trailcase('import', join(folder, 'items'), '--case', file)
  const out = join(folder, 'a.pdf')
  const report = (...words: string[]) => trailcase('report', '--case', file, '--out', out, ...words)
  expect(report('--leave-out', 'limits')).toMatchObject({ status: 2 })
  const nothing = report('--exhibits', 'chosen')
  expect(nothing.status).toBe(2)
  expect(nothing.stderr).toContain('--exhibit')
  writeFileSync(join(folder, 'broken.json'), '{"variant":"report"}')
  const broken = report('--options', join(folder, 'broken.json'))
  expect(broken.status).toBe(2)
  expect(broken.stderr).toContain('does not hold the options of a report')
  expect(report('--scope', `@${join(folder, 'nothing.txt')}`).status).toBe(2)
})
