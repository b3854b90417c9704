import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { sampleFiles, writeSample } from '../../../electron/engine/sample/write-sample.ts'
import { readSignIn } from '../../../electron/engine/signin/read-sign-in.ts'
import { isSignIn } from '../../../electron/engine/signin/which.ts'
import type { SignInFacts } from '../../../shared/domain/sign-in.ts'
import type { JsonMap } from '../../fixtures/trail.ts'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})
function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'trailcase-sample-'))
  folders.push(folder)
  return folder
}

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

describe('the sample', () => {
  const files = sampleFiles()
  const logs = files.filter(({ path }) => /^AWSLogs\/\d{12}\/CloudTrail\//.test(path))
  const damaged = logs.filter(({ bytes }) => unpacked(bytes) === null)
  const records = logs.flatMap(({ bytes }) => recordsOf(bytes))
  const facts = records
    .filter((record) => isSignIn(record['eventSource'], record['eventName']))
    .map((record) => readSignIn(record).facts)
    .sort((a, b) => (a.eventTime ?? 0) - (b.eventTime ?? 0))

  it('is a folder of moderate size in the layout of a bucket', () => {
    expect(logs.length).toBeGreaterThanOrEqual(40)
    expect(logs.length).toBeLessThanOrEqual(80)
    for (const { path } of logs) {
      expect(path).toMatch(
        /^AWSLogs\/(\d{12})\/CloudTrail\/([a-z0-9-]+)\/\d{4}\/\d\d\/\d\d\/\1_CloudTrail_\2_\d{8}T\d{4}Z_[A-Za-z0-9]{16}\.json\.gz$/,
      )
    }
    const size = files.reduce((sum, { bytes }) => sum + bytes.length, 0)
    expect(size).toBeLessThan(1_000_000)
  })

  it('is the same on every run', () => {
    expect(sampleFiles()).toEqual(files)
    for (const { bytes } of logs)
      expect([...bytes.slice(0, 10)]).toEqual([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 3])
  })

  it('holds one damaged log, one copy, one file that is no log, a chain of digests with its keys, and names them', () => {
    const readme = text(files.find(({ path }) => path === 'README.txt')!.bytes)
    const copy = files.find(({ path }) => path.startsWith('from-the-helpdesk/') && path.endsWith('.gz'))
    const digests = files.filter(({ path }) => path.includes('/CloudTrail-Digest/'))
    const listed = digests.flatMap(({ bytes }) => JSON.parse(gunzipSync(bytes).toString()).logFiles)
    expect(damaged).toHaveLength(1)
    expect(logs.some(({ bytes }) => Buffer.compare(bytes, copy!.bytes) === 0)).toBe(true)
    expect([digests.length, listed.length]).toEqual([16, 2])
    const folder = 'AWSLogs/111122223333/CloudTrail-Digest/us-east-1/'
    for (const path of [
      damaged[0]!.path,
      copy!.path,
      folder,
      'public-keys.json',
      'from-the-helpdesk/asset-list.json',
    ]) {
      expect(readme.split(path)).toHaveLength(3)
    }
  })

  it('uses only accounts and addresses set aside for documentation', () => {
    const accounts = new Set(records.map((record) => record['recipientAccountId']))
    expect([...accounts].sort()).toEqual(['111122223333', '444455556666', '777788889999'])
    const addresses = new Set(records.map((record) => String(record['sourceIPAddress'])))
    for (const address of addresses) {
      expect(address).toMatch(
        /^(192\.0\.2\.|198\.51\.100\.|203\.0\.113\.|2001:db8:|AWS Internal$|[a-z0-9]+\.amazonaws\.com$)/,
      )
    }
  })

  it('has an event ID of its own for every record', () => {
    expect(new Set(records.map((record) => record['eventID'])).size).toBe(records.length)
  })

  it('has more noise than sign-ins, and nothing unread among the sign-ins', () => {
    expect(facts.length).toBeGreaterThan(200)
    expect(records.length).toBeGreaterThan(facts.length * 1.5)
    for (const fact of facts) {
      expect(fact.eventTime).not.toBeNull()
      expect(fact.principalKind).not.toBe('not-stated')
    }
  })

  it('tells its story', () => {
    const stranger = facts.filter(({ sourceIp }) => sourceIp === '198.51.100.23')
    const count = (test: (fact: SignInFacts) => boolean): number => stranger.filter(test).length
    expect(count((fact) => fact.outcome === 'failure' && fact.principalKind === 'iam-user')).toBeGreaterThan(
      60,
    )
    expect(count((fact) => fact.principalKind === 'hidden')).toBeGreaterThan(8)
    expect(count((fact) => fact.principalKind === 'root' && fact.eventName === 'ConsoleLogin')).toBe(2)
    const got = stranger.filter(({ outcome }) => outcome === 'success')
    expect(
      got.map(({ eventTimeText, eventName, principalName, mfa }) => [
        eventTimeText,
        eventName,
        principalName,
        mfa,
      ]),
    ).toEqual([
      ['2026-03-14T13:52:07Z', 'ConsoleLogin', 'alice', 'not-used'],
      ['2026-03-14T13:53:40Z', 'SwitchRole', 'Admin/alice', 'not-stated'],
      ['2026-03-14T13:55:04Z', 'GetSigninToken', 'Admin/alice', 'not-visible'],
      ['2026-03-14T13:55:06Z', 'ConsoleLogin', 'Admin/alice', 'not-visible'],
      ['2026-03-14T14:05:12Z', 'PasswordRecoveryRequested', 'root', 'not-stated'],
    ])
    const names = new Set(facts.map(({ eventName }) => eventName))
    expect([...names].sort()).toEqual([
      'Authenticate',
      'AuthorizeOAuth2Access',
      'CheckMfa',
      'ConsoleLogin',
      'CreateOAuth2Token',
      'CreateToken',
      'CredentialChallenge',
      'CredentialVerification',
      'ExternalIdPDirectoryLogin',
      'Federate',
      'GetRoleCredentials',
      'GetSigninToken',
      'Logout',
      'PasswordRecoveryCompleted',
      'PasswordRecoveryRequested',
      'PasswordUpdated',
      'SwitchRole',
      'UserAuthentication',
    ])
  })
})

describe('writing the sample', () => {
  it('writes every file and says how many', () => {
    const folder = join(emptyFolder(), 'new', 'folder')
    const files = sampleFiles()
    expect(writeSample(folder)).toEqual({ folder, files: files.length })
    for (const { path, bytes } of files)
      expect(Buffer.compare(readFileSync(join(folder, path)), bytes)).toBe(0)
  })

  it('never writes into a folder that holds something', () => {
    const folder = emptyFolder()
    writeFileSync(join(folder, 'mine.txt'), 'keep')
    expect(() => writeSample(folder)).toThrow(expect.objectContaining({ code: 'invalid-input' }))
    expect(readFileSync(join(folder, 'mine.txt'), 'utf8')).toBe('keep')
  })
})

function unpacked(bytes: Uint8Array): string | null {
  try {
    return gunzipSync(bytes).toString()
  } catch {
    return null
  }
}

function recordsOf(bytes: Uint8Array): JsonMap[] {
  const content = unpacked(bytes)
  return content === null ? [] : (JSON.parse(content) as { Records: JsonMap[] }).Records
}
