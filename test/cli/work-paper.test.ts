import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Command } from 'commander'
import { describe, expect, it } from 'vitest'
import { reading } from '../../electron/cli/case-file.ts'
import { UsageError } from '../../electron/cli/exit-codes.ts'
import { addPaperOptions, type PaperOptions, paperSettings } from '../../electron/cli/work-paper-options.ts'
import { thisTool } from '../../electron/engine/this-tool.ts'
import { freshFolder } from '../engine/open-case.ts'
import { archive } from '../fixtures/archive.ts'
import { trail } from '../fixtures/trail.ts'

const PROGRAM = join(import.meta.dirname, '../../electron/cli/trailcase.ts')

function trailcase(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...words], { encoding: 'utf8' })
  return { status, stdout, stderr }
}

function made() {
  const folder = freshFolder()
  archive(
    join(folder, 'items'),
    trail(
      '2024-09-10T01:00 root ConsoleLogin ok mfa',
      '2024-09-10T10:00 alice ConsoleLogin ok no-mfa',
      '2024-09-11T02:00 bob ConsoleLogin ok mfa',
    ),
  )
  const file = join(folder, 'a.trailcase')
  expect(trailcase('import', join(folder, 'items'), '--case', file).status).toBe(0)
  return { folder, file }
}

describe('trailcase work-paper', () => {
  it('answers as JSON, and the same options give the same answer', () => {
    const { file } = made()
    const words = ['work-paper', '--case', file, '--json', '--zone', 'Asia/Tokyo', '--from', '2024-09-01']
    const set = [...words, '--to', '2024-10-01', '--sample', '50%', '--seed', 'S', '--burst', '3/10']
    const more = ['--office-hours', 'Mon-Fri 09:00-18:00', '--holidays', '2024-09-10', '--dormant-days', '7']
    const { status, stdout, stderr } = trailcase(...set, ...more)
    expect(stderr).toBe('')
    expect(status).toBe(0)
    const answer = JSON.parse(stdout)
    expect(answer.settings).toMatchObject({
      from: '2024-08-31T15:00:00Z',
      to: '2024-09-30T15:00:00Z',
      bursts: { atLeast: 3, gapMinutes: 10 },
      sample: { size: 'percent', amount: 50, seed: 'S', byOutcome: false },
    })
    expect(answer.population.inPeriod).toBe(3)
    const counts = answer.tests.map(({ test, exceptions }: { test: string; exceptions: number }) => [
      test,
      exceptions,
    ])
    expect(Object.fromEntries(counts)).toEqual({
      root: 1,
      'no-mfa': 1,
      'outside-networks': 0,
      'outside-hours': 2,
      dormant: 0,
      'failure-bursts': 0,
      'role-switches': 0,
    })
    expect(answer.sample.items).toHaveLength(2)
    expect(answer.written).toBeNull()
    expect(trailcase(...set, ...more).stdout).toBe(stdout)
  })

  it('writes the PDF, the same bytes again for the same moment, and prints the seed that it made', () => {
    const { folder, file } = made()
    const out = join(folder, 'one.pdf')
    const { status, stdout } = trailcase('work-paper', '--case', file, '--out', out)
    expect(status).toBe(0)
    const seed = /seed ([0-9a-f]{16})/.exec(stdout)?.[1] ?? ''
    expect(seed).not.toBe('')
    const moment = new Date(Math.floor(Date.now() / 1000) * 1000).toISOString().replace('.000', '')
    const again = ['one', 'two'].map((name) => {
      const path = join(folder, `${name}-again.pdf`)
      const words = ['--seed', seed, '--issued-at', moment, '--lang', 'ja']
      expect(trailcase('work-paper', '--case', file, '--out', path, ...words).status).toBe(0)
      return createHash('sha256').update(readFileSync(path)).digest('hex')
    })
    expect(again[0]).toBe(again[1])
  }, 90_000)

  it('refuses what it cannot read, and writes nothing', async () => {
    const { file } = made()
    expect(trailcase('work-paper', '--case', file).status).toBe(2)
    await reading(file, thisTool(), (db) => {
      const ask = (...words: string[]) => {
        const command = addPaperOptions(new Command())
          .exitOverride()
          .configureOutput({ writeErr: () => {} })
        return () => paperSettings(db, command.parse(words, { from: 'user' }).opts<PaperOptions>())
      }
      expect(ask('--zone', 'Asia/Tokyo', '--burst', '3/10')().bursts).toEqual({ atLeast: 3, gapMinutes: 10 })
      expect(ask('--office-hours', 'always')).toThrow('Write it like')
      expect(ask('--zone', 'Mars/Base')).toThrow('no zone name')
      expect(ask('--from', '2024-10-01', '--to', '2024-09-01')).toThrow(UsageError)
      expect(ask('--from', 'soon')).toThrow('is not a time')
      expect(ask('--holidays', '2024-02-30')).toThrow(UsageError)
      expect(ask('--sample', '0')).toThrow(UsageError)
      expect(ask('--sample', '101%')).toThrow('whole number')
      expect(ask('--dormant-days', 'many')).toThrow(UsageError)
      expect(ask('--burst', '5')).toThrow('Write it like')
    })
  })
})
