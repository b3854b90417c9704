import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { freshFolder } from '../engine/open-case.ts'
import { madeChain, madeLog, makeKey, writeKeys, writeObjects } from '../fixtures/digests.ts'

const PROGRAM = join(import.meta.dirname, '../../electron/cli/trailcase.ts')

function trailcase(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...words], { encoding: 'utf8' })
  return { status, stdout, stderr }
}

const KEY = makeKey('bb'.repeat(16))

/** A case with three hours, one log each, and its folder. */
function made() {
  const folder = freshFolder()
  const logs = [10, 11, 12].map((hour) => madeLog(hour))
  const chain = madeChain(
    [10, 11, 12].map((hour, index) => ({ hour, logs: logs.slice(index, index + 1) })),
    KEY,
  )
  const root = join(folder, 'bucket')
  writeObjects(root, [...logs, ...chain])
  const file = join(folder, 'a.trailcase')
  expect(trailcase('import', root, '--case', file).status).toBe(0)
  return { root, file, logs, chain, keys: writeKeys(folder, KEY) }
}

describe('trailcase verify', () => {
  it('answers 0 for a sound archive, with keys and without; the newest digest fails nothing', () => {
    const { file, keys } = made()
    const { status, stdout } = trailcase('verify', '--case', file, '--keys', keys, '--json')
    const answer = JSON.parse(stdout)
    expect(status).toBe(0)
    expect(answer).toMatchObject({ holds: true, signaturesChecked: true, chains: 1 })
    expect(answer.digestFiles.map((row: { verdict: string }) => row.verdict)).toEqual([
      'valid',
      'valid',
      'not-checked',
    ])
    expect(answer.digestFiles[0]).toMatchObject({ level: 'signature', validateLogs: 'valid', fails: false })
    expect(answer.digestFiles[2].explanation).toMatch(/newest of its chain/)
    expect(answer.logFiles.map((row: { level: string }) => row.level)).toEqual([
      'signature',
      'signature',
      'hash',
    ])

    const without = trailcase('verify', '--case', file)
    expect(without.status).toBe(0)
    expect(without.stdout).toContain('consistent, not authenticated')
    expect(without.stdout).toContain('Signatures were not checked')
  })

  it('answers 1 when a file was changed or went missing after the import, or when keys do not fit', () => {
    const { file, root, logs, chain } = made()
    const foreign = writeKeys(freshFolder(), makeKey('bb'.repeat(16)))
    expect(trailcase('verify', '--case', file, '--keys', foreign).status).toBe(1)
    writeObjects(root, [{ key: logs[0]?.key ?? '', content: `${logs[0]?.content} ` }])
    rmSync(join(root, chain[1]?.key ?? ''))
    const { status, stdout } = trailcase('verify', '--case', file, '--json')
    const answer = JSON.parse(stdout)
    expect(status).toBe(1)
    expect(answer.holds).toBe(false)
    expect(answer.logFiles[0].reasons).toEqual(
      expect.arrayContaining(['changed-since-import', 'hash-differs']),
    )
    expect(
      answer.digestFiles.find((row: { reasons: string[] }) => row.reasons.includes('unreadable-now')),
    ).toMatchObject({ verdict: 'missing' })
  })

  it('uses the hash of the import for a log that is out of reach', () => {
    const { file, root, logs } = made()
    rmSync(join(root, logs[0]?.key ?? ''))
    const { status, stdout } = trailcase('verify', '--case', file, '--json')
    expect(status).toBe(0)
    expect(JSON.parse(stdout).logFiles[0]).toMatchObject({ verdict: 'valid', reasons: ['hash-from-import'] })
  })

  it('refuses a file that holds no keys, and enters every validation in the custody log', () => {
    const { file, logs, root } = made()
    const refused = trailcase('verify', '--case', file, '--keys', join(root, logs[0]?.key ?? ''))
    expect(refused.status).toBe(2)
    expect(refused.stderr).toContain('is not JSON')
    trailcase('verify', '--case', file, '--examiner', 'M. Kobayashi')
    const asked = "select actor, action from custody_entry where action = 'integrity.verified'"
    const { stdout } = trailcase('sql', '--case', file, asked, '--format', 'jsonl')
    expect(stdout.trim()).toBe('{"actor":"M. Kobayashi","action":"integrity.verified"}')
  })
})

describe('trailcase coverage', () => {
  it('prints a map, or one JSON document with a cell for each account, region and day', () => {
    const { file } = made()
    const { status, stdout } = trailcase('coverage', '--case', file, '--json')
    const answer = JSON.parse(stdout)
    expect(status).toBe(0)
    expect(answer).toMatchObject({
      period: { from: '2024-09-14', to: '2024-09-14' },
      accounts: ['111122223333'],
      regions: ['us-east-1'],
      firstEvent: '2024-09-14T10:01:00Z',
      lastEvent: '2024-09-14T12:01:00Z',
      deliveryDelaySeconds: { records: 3, median: 600 },
    })
    expect(answer.cells).toEqual([
      {
        account: '111122223333',
        region: 'us-east-1',
        day: '2024-09-14',
        state: 'covered',
        covered: 3,
        empty: 0,
        missing: 0,
        damaged: 0,
        notImported: 21,
        logFiles: 1 * 3,
        byHour: '----------ccc-----------',
      },
    ])
    expect(answer.warnings[0]).toContain('us-east-2, eu-north-1, ap-southeast-2')
    expect(trailcase('coverage', '--case', file).stdout).toContain('111122223333  us-east-1       #')
  })

  it('names for each gap the records that explain it, with their place, and verify does too', () => {
    const folder = freshFolder()
    const [first, second] = [madeLog(10), madeLog(13)]
    const [record] = JSON.parse(first.content).Records
    const stop = {
      ...record,
      eventSource: 'cloudtrail.amazonaws.com',
      eventName: 'StopLogging',
      eventTime: '2024-09-14T10:58:00Z',
      eventID: 'stop-1',
      requestParameters: { name: 'my_trail' },
    }
    const log = { ...first, content: JSON.stringify({ Records: [record, stop] }) }
    const hours = [
      { hour: 10, logs: [log] },
      { hour: 13, logs: [second], starts: true },
    ]
    writeObjects(join(folder, 'bucket'), [log, second, ...madeChain(hours, KEY)])
    const file = join(folder, 'a.trailcase')
    trailcase('import', join(folder, 'bucket'), '--case', file)
    for (const command of ['coverage', 'verify']) {
      const { stdout } = trailcase(command, '--case', file)
      expect(stdout).toContain(
        'No digest file covers 111122223333 us-east-1 my_trail between 2024-09-14T11:00:00Z and 2024-09-14T13:00:00Z: validation or logging was off.',
      )
      expect(stdout).toContain('2024-09-14T10:58:00Z  StopLogging  alice')
      expect(stdout).toMatch(/event stop-1 in .*, record 2, bytes \d+-\d+/)
      const answer = JSON.parse(trailcase(command, '--case', file, '--json').stdout)
      expect(answer.gapCauses).toEqual([
        { gap: 0, changes: [{ change: 1, role: 'stops', match: 'same-trail' }] },
      ])
      expect(answer.trailChanges[0]).toMatchObject({ id: 1, eventTime: '2024-09-14T10:58:00Z', places: 1 })
    }
  })
})
