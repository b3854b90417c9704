import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { freshFolder } from '../engine/open-case.ts'
import { archive, packedLog, writeFile } from '../fixtures/archive.ts'
import { truncated } from '../fixtures/damage.ts'
import { decoys } from '../fixtures/decoys.ts'
import { trail } from '../fixtures/trail.ts'

const PROGRAM = join(import.meta.dirname, '../../electron/cli/trailcase.ts')

function trailcase(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...words], { encoding: 'utf8' })
  return { status, stdout, stderr }
}

function sampleCase(...lines: string[]) {
  const folder = freshFolder()
  const trailFolder = join(folder, 'trail')
  archive(trailFolder, [...trail(...lines), ...decoys()])
  const caseFile = join(folder, 'a.trailcase')
  const imported = trailcase(
    'import',
    trailFolder,
    '--case',
    caseFile,
    '--json',
    '--examiner',
    'M. Kobayashi',
  )
  return { folder, trailFolder, caseFile, imported }
}

describe('trailcase import', () => {
  it('prints one JSON document whose counts reconcile, and exits 0', () => {
    const { imported, trailFolder, caseFile } = sampleCase(
      '10:00 alice ConsoleLogin ok',
      '10:05 bob ConsoleLogin failed',
    )
    const answer = JSON.parse(imported.stdout)
    expect(imported.status).toBe(0)
    expect(answer).toMatchObject({
      records: 2 + decoys().length,
      signIns: 2,
      indexed: 2,
      duplicates: 0,
      conflicts: 0,
    })
    expect([answer.skipped, answer.failed]).toEqual([[], []])
    const again = JSON.parse(trailcase('import', trailFolder, '--case', caseFile, '--json').stdout)
    expect(again).toMatchObject({ records: answer.records, indexed: 0, duplicates: 2 })
  })

  it('reads once more what it was given, from any folder, and names what is not there', () => {
    const { trailFolder, caseFile, folder } = sampleCase('10:00 alice ConsoleLogin ok')
    const other = join(folder, 'other')
    archive(other, trail('11:00 bob ConsoleLogin ok'))
    const near = spawnSync(process.execPath, [PROGRAM, 'import', 'other', '--case', caseFile], {
      cwd: folder,
    })
    expect(near.status).toBe(0)
    writeFile(trailFolder, 'later.json.gz', packedLog(trail('12:00 carol ConsoleLogin ok')))
    rmSync(other, { recursive: true })
    const again = trailcase('import', '--again', '--case', caseFile, '--json')
    expect([again.status, again.stderr]).toEqual([1, expect.stringContaining(`not there now: ${other}`)])
    expect(JSON.parse(again.stdout)).toMatchObject({ indexed: 1, failed: [] })
    rmSync(trailFolder, { recursive: true })
    const none = trailcase('import', '--again', '--case', caseFile)
    expect([none.status, none.stderr]).toEqual([2, expect.stringContaining('No path to import.')])
  })

  it('wants to know what to read', () => {
    const caseFile = join(freshFolder(), 'a.trailcase')
    expect(trailcase('import', '--case', caseFile).status).toBe(2)
    expect(trailcase('import', '--again', '--case', caseFile).status).toBe(2)
    expect(existsSync(caseFile)).toBe(false)
  })

  it('names a damaged file with place and cause, and exits 1', () => {
    const folder = freshFolder()
    const packed = packedLog(trail('10:00 alice ConsoleLogin ok', '10:05 bob ConsoleLogin failed'))
    const path = writeFile(folder, 'log.json.gz', truncated(packed, 0.8))
    const { status, stdout } = trailcase('import', path, '--case', join(folder, 'a.trailcase'), '--json')
    expect(status).toBe(1)
    expect(JSON.parse(stdout).failed).toMatchObject([
      { path, code: 'gzip-truncated', offset: Math.floor(packed.length * 0.8) },
    ])
  })

  it.each([
    [['import'], 2],
    [['import', '/tmp'], 2],
    [['list'], 2],
    [['frobnicate'], 2],
    [['list', '--case', '/nowhere/x.trailcase'], 1],
    [['--help'], 0],
    [['--version'], 0],
  ])('%j exits %i', (words, status) => {
    expect(trailcase(...words).status).toBe(status)
  })
})

describe('trailcase list', () => {
  it('prints the agreed fields as JSON Lines, in order of time', () => {
    const { caseFile } = sampleCase('10:05 bob ConsoleLogin failed', '10:00 alice ConsoleLogin ok mfa')
    const { stdout, status } = trailcase('list', '--case', caseFile, '--format', 'jsonl')
    const rows = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(status).toBe(0)
    expect(rows.map((row) => [row.principalName, row.outcome, row.mfa])).toEqual([
      ['alice', 'success', 'used'],
      ['bob', 'failure', 'not-used'],
    ])
    expect(Object.keys(rows[0])).toEqual([
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
    expect(rows[0].eventTime).toBe('2024-09-14T10:00:00Z')
  })

  it('takes bounds as the clock of a zone shows them', () => {
    const { caseFile } = sampleCase('14:59 before ConsoleLogin ok', '15:00 inside ConsoleLogin ok')
    const bounds = ['--from', '2024-09-15', '--zone', 'Asia/Tokyo']
    const { stdout } = trailcase('list', '--case', caseFile, '--format', 'jsonl', ...bounds)
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).principalName),
    ).toEqual(['inside'])
  })

  it('limits the table, says of how many, and escapes what could move a cursor', () => {
    const { caseFile } = sampleCase('10:00 alice ConsoleLogin ok', '10:05 bob ConsoleLogin failed')
    const { stdout } = trailcase('list', '--case', caseFile, '--limit', '1')
    expect(stdout).toContain('1 of 2 sign-in events')
    expect(stdout).not.toContain('\u001b')
  })

  it('prints a filter as SQL for Athena, and refuses what is not in the logs', () => {
    const { caseFile } = sampleCase('10:00 alice ConsoleLogin ok')
    const asked = trailcase('list', '--case', caseFile, '--where', 'region:us-east-1', '--athena', 'logs.ct')
    expect([asked.status, asked.stdout]).toEqual([0, expect.stringContaining('from "logs"."ct"')])
    const refused = trailcase('list', '--case', caseFile, '--where', 'has:note', '--athena', 'logs.ct')
    expect([refused.status, refused.stdout]).toEqual([2, ''])
    expect(refused.stderr).toContain('known only in this case')
  })

  it('takes a query, and shows the place where one cannot be read', () => {
    const { caseFile } = sampleCase('10:00 alice ConsoleLogin ok', '10:05 bob ConsoleLogin failed')
    const found = trailcase('list', '--case', caseFile, '--where', 'outcome:failure -user:alice')
    expect(found.stdout).toContain('bob')
    expect(found.stdout).toContain('1 sign-in events')
    const wrong = trailcase('list', '--case', caseFile, '--where', 'alice outcom:failure')
    expect(wrong.status).toBe(2)
    expect(wrong.stderr).toContain('alice outcom:failure\n')
    expect(wrong.stderr).toContain('\n        ^^^^^^\n')
    expect(wrong.stderr).toContain('no field “outcom”')
    expect(wrong.stderr).toContain('Did you mean outcome?')
  })

  it('refuses a time that does not exist instead of finding nothing', () => {
    const { caseFile } = sampleCase('10:00 alice ConsoleLogin ok')
    const skipped = trailcase(
      'list',
      '--case',
      caseFile,
      '--from',
      '2024-03-31 02:30',
      '--zone',
      'Europe/Berlin',
    )
    expect([skipped.status, skipped.stderr]).toEqual([2, expect.stringContaining('skipped by the clock')])
  })
})

describe('trailcase show, note, report', () => {
  it('reports only what a query lets through, and refuses one that cannot be read', () => {
    const { caseFile, folder } = sampleCase('10:00 alice ConsoleLogin ok', '10:05 bob ConsoleLogin failed')
    const out = `${folder}/failed.jsonl`
    const base = ['report', '--case', caseFile, '--out', out, '--format', 'jsonl', '--where'] as const
    expect(trailcase(...base, 'user:(alice').status).toBe(2)
    expect(trailcase(...base, 'outcome:failure').stdout).toContain('1 sign-ins')
    expect(readFileSync(out, 'utf8')).toContain('"principalName":"bob"')
  })

  it('show an event, note it, and write the report with its hash', () => {
    const { caseFile, folder } = sampleCase(
      '10:00 alice ConsoleLogin ok no-mfa id 5d2f0c1e-7a44-4b0e-9a51-000000000001',
    )
    const id = '5d2f0c1e-7a44-4b0e-9a51-000000000001'
    const noted = trailcase(
      'note',
      'add',
      '--case',
      caseFile,
      '--event',
      id,
      '--text',
      'On leave.',
      '--examiner',
      'R. Ito',
    )
    expect(noted.status).toBe(0)
    const shown = trailcase('show', '--case', caseFile, id).stdout
    expect(shown).toContain('without MFA')
    expect(shown).toContain('R. Ito')
    for (const format of ['pdf', 'csv', 'jsonl']) {
      const out = join(folder, `out.${format}`)
      const { status } = trailcase('report', '--case', caseFile, '--out', out, '--format', format)
      expect([format, status, existsSync(out)]).toEqual([format, 0, true])
    }
    expect(readFileSync(join(folder, 'out.pdf')).subarray(0, 5).toString()).toBe('%PDF-')
  })

  it('make the same bytes for the same case and moment', async () => {
    const { caseFile, folder } = sampleCase('10:00 alice ConsoleLogin ok')
    await wait(1100)
    const moment = new Date().toISOString().slice(0, 19)
    const [one, two] = ['one.pdf', 'two.pdf'].map((name) => {
      const out = join(folder, name)
      trailcase('report', '--case', caseFile, '--out', out, '--issued-at', `${moment}Z`)
      return readFileSync(out)
    })
    expect(one!.equals(two!)).toBe(true)
  })

  it.each(['2024-01-01', '2199-01-01'])(
    'refuse a moment of issue of %s: the case was not so then',
    (moment) => {
      const { caseFile, folder } = sampleCase('10:00 alice ConsoleLogin ok')
      const out = join(folder, 'x.pdf')
      const { status } = trailcase('report', '--case', caseFile, '--out', out, '--issued-at', moment)
      expect([status, existsSync(out)]).toEqual([2, false])
    },
  )
})

describe('trailcase sample', () => {
  it('writes the same tree each time, and it imports with its one damaged file', () => {
    const folder = freshFolder()
    const tree = join(folder, 'trail')
    expect(trailcase('sample', tree).status).toBe(0)
    const { status, stdout } = trailcase('import', tree, '--case', join(folder, 'a.trailcase'), '--json')
    const answer = JSON.parse(stdout)
    expect([status, answer.failed.length]).toEqual([1, 1])
    expect(answer.signIns).toBeGreaterThan(50)
  })
})
