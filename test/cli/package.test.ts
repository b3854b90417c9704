import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runCommandLine } from '../../electron/cli/run.ts'
import { freshFolder } from '../engine/open-case.ts'
import { archive } from '../fixtures/archive.ts'
import { trail } from '../fixtures/trail.ts'
import { caught } from './caught.ts'

const run = (...words: string[]) => caught(() => runCommandLine(words))
const hasOpenssl = spawnSync('openssl', ['version']).error === undefined

describe('trailcase package and check', () => {
  it.skipIf(!hasOpenssl)(
    'signs with a key that openssl made, encrypted too, and checks in one step',
    async () => {
      const folder = freshFolder()
      archive(join(folder, 'logs'), trail('09:00 alice ConsoleLogin ok mfa'))
      const file = join(folder, 'a.trailcase')
      expect((await run('import', join(folder, 'logs'), '--case', file)).code).toBe(0)
      const key = join(folder, 'key.pem')
      writeFileSync(join(folder, 'phrase'), 'open sesame\n')
      const made = ['genpkey', '-algorithm', 'ed25519', '-aes256', '-pass', `file:${join(folder, 'phrase')}`]
      expect(spawnSync('openssl', [...made, '-out', key]).status).toBe(0)

      const out = join(folder, 'p.zip')
      const words = ['package', '--case', file, '--out', out, '--sign-key', key]
      const refused = await run(...words)
      expect(refused.code).toBe(1)
      expect(refused.stderr).toContain('needs its pass phrase')
      const written = await run(
        ...words,
        '--pass-phrase-file',
        join(folder, 'phrase'),
        '--lang',
        'ja',
        '--json',
      )
      expect(written.code).toBe(0)
      expect(JSON.parse(written.stdout)).toMatchObject({ format: 'package', rows: 1, validated: false })

      const good = await run('check', out)
      expect([good.code, good.stdout]).toEqual([0, expect.stringContaining('are as they were packed.')])
      const again = await run(...words, '--pass-phrase-file', join(folder, 'phrase'))
      expect([again.code, again.stderr]).toEqual([1, expect.stringContaining('already a file')])

      const bytes = readFileSync(out)
      const at = bytes.indexOf('README.txt') + 60
      bytes.writeUInt8(bytes.readUInt8(at) ^ 0xff, at)
      writeFileSync(out, bytes)
      const bad = await run('check', out)
      expect([bad.code, bad.stdout]).toEqual([1, expect.stringMatching(/(changed|refused): README\.txt/)])
      expect((await run('check', join(folder, 'phrase'))).code).toBe(2)
    },
    60_000,
  )
})
