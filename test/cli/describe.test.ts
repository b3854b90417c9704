import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runCommandLine } from '../../electron/cli/run.ts'
import { freshFolder } from '../engine/open-case.ts'
import { archive } from '../fixtures/archive.ts'
import { trail } from '../fixtures/trail.ts'
import { caught } from './caught.ts'

const run = (...words: string[]) => caught(() => runCommandLine(words))

async function madeCase(...options: string[]) {
  const folder = freshFolder()
  archive(join(folder, 'logs'), trail('09:00 alice ConsoleLogin ok mfa'))
  const file = join(folder, 'a.trailcase')
  const made = await run('import', join(folder, 'logs'), '--case', file, ...options)
  return {
    file,
    made,
    again: (...more: string[]) => run('import', join(folder, 'logs'), '--case', file, ...more),
  }
}

async function detailsOf(file: string): Promise<Record<string, string>> {
  return JSON.parse((await run('describe', '--case', file, '--json')).stdout)
}

describe('what is stated about a case', () => {
  it('is given to the import that makes it', async () => {
    const stated = ['--examiner', 'M. Kobayashi', '--examiner-role', 'Incident responder']
    const { file, made, again } = await madeCase(
      ...stated,
      ...[
        '--examiner-qualification',
        'GCFA',
        '--organisation',
        'Example',
        '--question',
        'Who?',
        '--received',
        'By courier',
      ],
    )
    expect(made.code).toBe(0)
    const details = {
      caseNumber: '',
      title: '',
      examiner: 'M. Kobayashi',
      examinerRole: 'Incident responder',
      examinerQualification: 'GCFA',
      reviewer: '',
      organisation: 'Example',
      requestedBy: '',
      question: 'Who?',
      received: 'By courier',
    }
    expect(await detailsOf(file)).toEqual(details)
    // A case that is there keeps what it has, and that is said.
    const { code, stderr } = await again('--examiner-role', 'Auditor', '--examiner', 'R. Ito')
    expect([code, stderr]).toEqual([0, expect.stringContaining('keeps its details')])
    expect(await detailsOf(file)).toEqual(details)
  })

  it('is printed, changed only where an option says so, and the log knows by whom', async () => {
    const { file } = await madeCase('--examiner', 'M. Kobayashi', '--title', 'Sign-ins')
    const before = await run('custody', '--case', file, '--json')
    expect((await run('describe', '--case', file)).stdout).toContain('Role of the examiner: not stated\n')
    expect((await run('custody', '--case', file, '--json')).stdout).toBe(before.stdout)

    const words = ['--examiner-role', 'Auditor', '--examiner-qualification', 'CISA', '--examiner', 'R. Ito']
    const changed = await run('describe', '--case', file, ...words)
    expect(changed.code).toBe(0)
    expect(changed.stdout).toContain('Title: Sign-ins\nExaminer: R. Ito\nRole of the examiner: Auditor\n')
    const { entries } = JSON.parse((await run('custody', '--case', file, '--json')).stdout)
    const entry = entries.find(({ action }: { action: string }) => action === 'case.described')
    expect([entry.actor, JSON.parse(entry.detail)]).toEqual([
      'R. Ito',
      {
        examiner: { from: 'M. Kobayashi', to: 'R. Ito' },
        examinerRole: { from: '', to: 'Auditor' },
        examinerQualification: { from: '', to: 'CISA' },
      },
    ])
    const emptied = await run('describe', '--case', file, '--examiner-role', '', '--json')
    expect(JSON.parse(emptied.stdout)).toMatchObject({ examinerRole: '', examinerQualification: 'CISA' })
  })

  it('is refused when it is too long, and nothing is made or changed', async () => {
    const { file } = await madeCase()
    const long = await run('describe', '--case', file, '--examiner-role', 'x'.repeat(501))
    expect([long.code, long.stderr]).toEqual([2, expect.stringContaining('examinerRole')])
    expect(await detailsOf(file)).toMatchObject({ examinerRole: '' })
    const { made } = await madeCase('--title', 'x'.repeat(501))
    expect(made.code).toBe(2)
  })
})
