import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { Window } from 'happy-dom'
import { beforeAll, describe, expect, it } from 'vitest'
import { runCommandLine } from '../../electron/cli/run.ts'
import { freshFolder } from '../engine/open-case.ts'
import { readPdf, says } from '../engine/report/read-pdf.ts'
import { archive } from '../fixtures/archive.ts'
import { trail } from '../fixtures/trail.ts'
import { caught } from './caught.ts'

const ROOT = join(import.meta.dirname, '../..')
const run = (...words: string[]) => caught(() => runCommandLine(words))
const hasTools = ['find', 'sort', 'xargs', 'sha256sum'].every(
  (tool) => spawnSync(tool, ['--version']).error === undefined,
)
const REPEAT = /^find .* \| sha256sum$/

function inShell(command: string): string {
  return spawnSync('sh', ['-c', command], { cwd: ROOT, encoding: 'utf8' }).stdout.slice(0, 64)
}

describe.skipIf(!hasTools)('the hash of the program, repeated by the printed command', () => {
  let hash = ''
  let command = ''
  beforeAll(async () => {
    const { code, stdout } = await run('--version')
    expect([code, stdout.split('\n')[0]]).toEqual([0, expect.stringMatching(/^Trailcase \d+\.\d+\.\d+$/)])
    command = stdout.split('\n').find((line) => REPEAT.test(line)) ?? ''
    hash = inShell(command)
    expect(stdout.split('\n')).toContain(hash)
    expect(hash).toMatch(/^[0-9a-f]{64}$/)
  })

  it.each(['en', 'ja'])('stands in report, work paper and package, in %s', async (lang) => {
    const folder = freshFolder()
    archive(join(folder, 'logs'), trail('09:00 alice ConsoleLogin ok mfa'))
    const file = join(folder, 'a.trailcase')
    await run('import', join(folder, 'logs'), '--case', file)
    const out = (name: string) => join(folder, name)
    const made = [
      await run('report', '--case', file, '--out', out('r.pdf'), '--lang', lang),
      await run('report', '--case', file, '--out', out('r.html'), '--lang', lang, '--format', 'html'),
      await run('work-paper', '--case', file, '--out', out('w.pdf'), '--lang', lang),
      await run('package', '--case', file, '--out', out('p.zip'), '--lang', lang),
    ]
    expect(made.map(({ code }) => code)).toEqual([0, 0, 0, 0])
    for (const name of ['r.pdf', 'w.pdf']) {
      const printed = await readPdf(readFileSync(out(name)))
      expect([name, says(printed, hash, command)]).toEqual([name, [hash, command]])
    }
    const { document } = new Window()
    document.write(readFileSync(out('r.html'), 'utf8'))
    const lines = [...document.querySelectorAll('code')].map((code) => code.textContent)
    expect(lines.filter((line) => REPEAT.test(line)).map(inShell)).toContain(hash)
    const readme = strFromU8(unzipSync(readFileSync(out('p.zip')))['README.txt']!)
    expect(readme).toContain(`\n${hash}\n`)
    const typed = readme.split('\n').map((line) => line.trim())
    expect(typed).toContain(command)
    // Each document that was handed over says in the log by which program.
    const { stdout } = await run('custody', '--case', file, '--json')
    const entries = JSON.parse(stdout).entries as { action: string; detail: string }[]
    const written = entries.filter(({ action }) => action === 'export.written')
    expect(written.map(({ detail }) => JSON.parse(detail).program)).toEqual(made.map(() => hash))
  })
})
