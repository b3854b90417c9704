import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { caseOf } from '../engine/sql/asked.ts'

const PROGRAM = join(import.meta.dirname, '../../electron/cli/trailcase.ts')

function sql(file: string, ...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, 'sql', '--case', file, ...words], {
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

it('prints a table, JSON Lines and CSV', async () => {
  const { path } = await caseOf('10:00 alice ConsoleLogin ok mfa', '10:05 bob ConsoleLogin failed')
  const ask = 'select eventtime, useridentity.username, 1 as n from cloudtrail_logs_x order by 1'
  expect(sql(path, ask).stdout).toBe(
    [
      'eventtime             username  n',
      '--------------------  --------  -',
      '2024-09-14T10:00:00Z  alice     1',
      '2024-09-14T10:05:00Z  bob       1',
      '2 rows',
      '',
    ].join('\n'),
  )
  expect(sql(path, ask, '--format', 'jsonl').stdout).toBe(
    '{"eventtime":"2024-09-14T10:00:00Z","username":"alice","n":1}\n{"eventtime":"2024-09-14T10:05:00Z","username":"bob","n":1}\n',
  )
  expect(sql(path, ask, '--format', 'csv').stdout).toBe(
    '\ufeffeventtime,username,n\r\n2024-09-14T10:00:00Z,alice,1\r\n2024-09-14T10:05:00Z,bob,1\r\n',
  )
})

it('guards cells that a spreadsheet would calculate, and says which', async () => {
  const { path } = await caseOf('10:00 alice ConsoleLogin ok')
  const { stdout, stderr, status } = sql(path, "select '=1+1' as a, '-' as b, 'x' as c", '--format', 'csv')
  expect(stdout).toBe("\ufeffa,b,c\r\n'=1+1,'-,x\r\n")
  expect(stderr).toMatch(/1 cell of a .*apostrophe/)
  expect(stderr).toMatch(/1 cell of b /)
  expect(stderr).not.toMatch(/of c /)
  expect(status).toBe(0)
})

it('gives hints on stderr, so that stdout stays the result', async () => {
  const { path } = await caseOf('10:00 alice ConsoleLogin ok', '11:00 Admin/mika GetSigninToken ok')
  const ask = "select eventname from cloudtrail_logs where eventtype = 'AwsConsoleSignIn'"
  const { stdout, stderr, status } = sql(path, ask, '--format', 'jsonl')
  expect(stdout).toBe('{"eventname":"ConsoleLogin"}\n')
  expect(stderr).toMatch(/^hint: .*AwsApiCall 1/)
  expect(status).toBe(0)
})

it('shows the place of what is wrong and exits 2; what would write is wrong usage', async () => {
  const { path } = await caseOf('10:00 alice ConsoleLogin ok')
  const before = readFileSync(path)
  const wrong = sql(path, 'select eventname,\n  usragent from cloudtrail_logs')
  expect(wrong.status).toBe(2)
  expect(wrong.stderr).toContain('There is no column usragent. Do you mean useragent')
  expect(wrong.stderr).toContain('\n    usragent from cloudtrail_logs\n    ^^^^^^^^\n')
  for (const statement of ['delete from sign_in', "attach 'x' as y", 'pragma journal_mode = off', '']) {
    expect(sql(path, statement).status).toBe(2)
  }
  expect(readFileSync(path).equals(before)).toBe(true)
})

it('ends at its limits with exit 1 and says so', async () => {
  const { path } = await caseOf('10:00 alice ConsoleLogin ok')
  const endless = 'with recursive c(n) as (select 1 union all select n + 1 from c) select'
  const late = sql(path, `${endless} count(*) from c`, '--time-limit', '1')
  expect([late.status, late.stderr]).toEqual([
    1,
    'trailcase: Stopped at the time limit; there may be more rows.\n',
  ])
  const many = sql(path, `${endless} n from c`, '--limit', '3', '--format', 'jsonl')
  expect([many.status, many.stdout]).toEqual([1, '{"n":1}\n{"n":2}\n{"n":3}\n'])
  expect(many.stderr).toContain('row limit')
})

it('shows no control characters of a record to the terminal', async () => {
  const { path } = await caseOf('10:00 alice ConsoleLogin ok')
  const { stdout } = sql(path, "select 'a' || char(27) || '[2Jb' as x")
  expect(stdout).toContain('a\\u001b[2Jb')
})
