import { sign } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { runVerification, verificationChecks } from '../../../electron/engine/integrity/runs.ts'
import { makeKey, sha256, writeBytes, writeKeys } from '../../fixtures/digests.ts'
import { freshCase, freshFolder, importInto } from '../open-case.ts'
import { brief } from './verified.ts'

const KEY = makeKey('ee'.repeat(16))
const quiet = { signal: new AbortController().signal, onProgress: () => undefined }

function results() {
  const root = join(freshFolder(), 'query')
  const files = [1, 2].map((n) => {
    const bytes = gzipSync(`eventid,eventname\n"${n}","ConsoleLogin"\n`)
    return { fileName: `result_${n}.csv.gz`, fileHashValue: sha256(bytes), bytes }
  })
  const paths = files.map(({ fileName, bytes }) => writeBytes(root, fileName, bytes))
  const text = files.map(({ fileHashValue }) => fileHashValue).join(' ')
  const stated = {
    version: '1.0',
    region: 'us-east-1',
    files: files.map(({ fileName, fileHashValue }) => ({ fileHashValue, fileName })),
    hashAlgorithm: 'SHA-256',
    signatureAlgorithm: 'SHA256withRSA',
    queryCompleteTime: '2024-09-14T00:00:00Z',
    hashSignature: sign('RSA-SHA256', Buffer.from(text), KEY.privateKey).toString('hex'),
    publicKeyFingerprint: KEY.fingerprint,
  }
  writeBytes(root, 'result_sign.json', JSON.stringify(stated))
  return { root, paths, stated }
}

async function lake(root: string, ...keys: readonly string[]) {
  const one = freshCase(freshFolder())
  await importInto(one, [root])
  const { summary } = await runVerification(one.db, one.actor, keys, quiet)
  const checks = verificationChecks(one.db, 'lake', 0, 10).rows
  return { holds: summary.holds, checks: checks.map(brief), reasons: checks.map(({ reasons }) => reasons) }
}

const keyFile = () => writeKeys(freshFolder(), KEY)

it('results of CloudTrail Lake are signed in their sign file, over hashes of the packed bytes', async () => {
  const { root } = results()
  expect(await lake(root, keyFile())).toEqual({
    holds: true,
    checks: Array(3).fill('valid signature'),
    reasons: [[], [], []],
  })
  expect((await lake(root)).checks).toEqual(['not-checked none', 'valid hash', 'valid hash'])
})

it('a result that was packed again, one that is missing, a sign file that was changed', async () => {
  const { root, paths, stated } = results()
  writeBytes(
    root,
    'result_1.csv.gz',
    gzipSync('eventid,eventname\n"1","ConsoleLogin"\n', { level: 1, memLevel: 1 }),
  )
  rmSync(paths[1] ?? '')
  expect(await lake(root, keyFile())).toMatchObject({
    holds: false,
    checks: ['valid signature', 'invalid none fails', 'missing none fails'],
  })
  const changed = results()
  const [first] = stated.files
  writeBytes(changed.root, 'result_sign.json', JSON.stringify({ ...changed.stated, files: [first] }))
  const { checks, reasons } = await lake(changed.root, keyFile())
  expect(checks[0]).toBe('invalid none fails')
  expect(reasons[0]).toEqual(['signature-failed'])
})
