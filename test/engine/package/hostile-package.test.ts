import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync, zipSync } from 'fflate'
import { expect, it } from 'vitest'
import { checkPackage } from '../../../electron/engine/package/check-package.ts'
import { writePackage } from '../../../electron/engine/package/write-package.ts'
import { sha256 } from '../../fixtures/digests.ts'
import { freshFolder } from '../open-case.ts'
import { filledCase, optionsFor } from '../report/filled-case.ts'

const quiet = () => ({ signal: new AbortController().signal, onProgress: () => undefined })
const check = (path: string) => checkPackage(path, null, quiet().signal)

async function files(): Promise<Record<string, Uint8Array>> {
  const opened = await filledCase()
  const path = join(freshFolder(), 'p.zip')
  const options = { report: optionsFor(opened), signKey: null, withCase: false }
  await writePackage(opened.db, opened.actor, options, path, false, quiet())
  return unzipSync(readFileSync(path))
}

function zipped(members: Record<string, Uint8Array>): string {
  const path = join(freshFolder(), 'changed.zip')
  writeFileSync(path, zipSync(members))
  return path
}

it('a folder that would lead out is refused like a file, one that would not is nothing', async () => {
  const own = await files()
  expect(await check(zipped({ ...own, 'exhibits/': new Uint8Array() }))).toMatchObject({ holds: true })
  for (const name of ['../../evil/', '/etc/cron.d/', 'a/../../b/', 'C:\\evil\\']) {
    expect(await check(zipped({ ...own, [name]: new Uint8Array() })), name).toMatchObject({
      holds: false,
      refused: [{ name, why: 'name-unsafe' }],
    })
  }
})

it('a list of hashes that was made anew does not make up for what every package has', async () => {
  const { 'custody.jsonl': _custody, SHA256SUMS: sums, ...rest } = await files()
  const text = Buffer.from(sums ?? []).toString('utf8')
  const shorter = Buffer.from(text.replace(/^.*custody\.jsonl\n/m, ''))
  expect(await check(zipped({ ...rest, SHA256SUMS: shorter }))).toMatchObject({
    holds: false,
    missing: ['custody.jsonl'],
  })
  const any = Buffer.from('hello')
  const found = await check(zipped({ 'a.txt': any, SHA256SUMS: Buffer.from(`${sha256(any)}  a.txt\n`) }))
  expect(found.holds).toBe(false)
  expect(found.missing).toContain('report.pdf')
})

it('a folder is no package', async () => {
  await expect(check(freshFolder())).rejects.toThrow('is a folder')
})
