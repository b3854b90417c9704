import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { freshFolder } from '../engine/open-case.ts'
import { archive } from '../fixtures/archive.ts'
import { trail } from '../fixtures/trail.ts'

const PROGRAM = join(import.meta.dirname, '../../electron/cli/trailcase.ts')

function trailcase(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...words], { encoding: 'utf8' })
  return { status, stdout, stderr }
}

function caseFile(...lines: string[]): string {
  const folder = freshFolder()
  archive(join(folder, 'trail'), trail(...lines))
  const file = join(folder, 'a.trailcase')
  expect(trailcase('import', join(folder, 'trail'), '--case', file).status).toBe(0)
  return file
}

const failures = '{ ($.eventName = ConsoleLogin) && ($.errorMessage = "Failed authentication") }'
const story = () =>
  caseFile(
    '10:00:10 alice ConsoleLogin failed id f1',
    '10:01:10 alice ConsoleLogin failed id f2',
    '10:02:10 alice ConsoleLogin failed id f3',
    '10:04 alice ConsoleLogin ok no-mfa id ok1',
  )

describe('trailcase match', () => {
  it('prints matches, notices and transitions as one JSON document', () => {
    const words = ['--alarm-threshold', '3', '--alarm-period', '300', '--json']
    const { status, stdout } = trailcase('match', '--case', story(), '--pattern', failures, ...words)
    const answer = JSON.parse(stdout)
    expect(status).toBe(0)
    expect(Object.keys(answer)).toEqual(['matches', 'notices', 'transitions'])
    expect(answer.matches.map((row: { eventId: string }) => row.eventId)).toEqual(['f1', 'f2', 'f3'])
    expect(Object.keys(answer.matches[0])).toEqual([
      'eventId',
      'eventTime',
      'eventName',
      'eventSource',
      'outcome',
      'failureReason',
      'mfa',
      'principalType',
      'principalName',
      'principalArn',
      'accountId',
      'recipientAccountId',
      'region',
      'sourceIp',
      'userAgent',
      'source',
      'recordNumber',
    ])
    expect(answer.transitions).toEqual([
      { at: '2024-09-14T10:03:00Z', from: 'OK', to: 'ALARM', sum: 3, events: ['f1', 'f2', 'f3'] },
      { at: '2024-09-14T10:06:00Z', from: 'ALARM', to: 'OK', sum: 2, events: ['f2', 'f3'] },
    ])
    expect(answer.notices.join(' ')).toContain('would have matched, not what did alarm')
  })

  it('takes the published pattern with its typographic quote, and says so', () => {
    const pattern = '{ $.responseElements.ConsoleLogin = "Success" && $.additionalEventData.MFAUsed = “No" }'
    const file = story()
    const answer = JSON.parse(trailcase('match', '--case', file, '--pattern', pattern, '--json').stdout)
    expect(answer.matches).toMatchObject([{ eventId: 'ok1' }])
    expect(answer.notices).toEqual([expect.stringContaining('typographic quote')])
    expect(answer.transitions).toEqual([])
    const people = trailcase('match', '--case', file, '--pattern', pattern)
    expect(people.stdout).toContain('1 of 4 sign-in records match')
    expect(people.stderr).toContain('typographic quote')
  })

  it('has a switch for missing fields, and says how many records depend on it', () => {
    const file = caseFile('10:00 alice ConsoleLogin ok no-mfa', '10:01 Admin/bob SwitchRole ok')
    const run = (...words: string[]) =>
      JSON.parse(
        trailcase(
          'match',
          '--case',
          file,
          '--pattern',
          '{ $.additionalEventData.MFAUsed != "Yes" }',
          '--json',
          ...words,
        ).stdout,
      )
    expect(run().matches).toHaveLength(2)
    expect(run().notices[0]).toMatch(/^1 of the matching records/)
    expect(run('--missing', 'fails').matches).toHaveLength(1)
    expect(run('--missing', 'fails').notices[0]).toMatch(/^1 more records/)
  })

  it('marks the place of a mistake and exits 2', () => {
    const file = story()
    const { status, stderr, stdout } = trailcase(
      'match',
      '--case',
      file,
      '--pattern',
      '{ $.eventName IS NOT NULL }',
    )
    expect([status, stdout]).toEqual([2, ''])
    const [, pattern = '', mark = ''] = stderr.split('\n')
    expect(pattern.slice(mark.indexOf('^'), mark.lastIndexOf('^') + 1)).toBe('IS NOT')
    expect(trailcase('match', '--case', file, '--pattern', '[a, b]').stderr).toContain(
      'CloudTrail records are JSON',
    )
  })

  it('refuses an alarm that cannot be', () => {
    const file = story()
    const run = (...words: string[]) => trailcase('match', '--case', file, '--pattern', failures, ...words)
    expect(run('--alarm-period', '300')).toMatchObject({ status: 2 })
    expect(run('--alarm-threshold', '3', '--alarm-period', '90').status).toBe(2)
    expect(run('--alarm-threshold', 'x').status).toBe(2)
    expect(run('--alarm-threshold', '3', '--alarm-periods', '2', '--alarm-datapoints', '3').status).toBe(2)
  })
})
