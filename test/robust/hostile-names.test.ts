import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { freshCase, freshFolder, importInto, READERS } from '../engine/open-case.ts'
import { writeFile } from '../fixtures/archive.ts'
import { logText } from '../fixtures/layout.ts'
import { trail } from '../fixtures/trail.ts'
import { expectSound } from './support/case-content.ts'
import { startTrailcase, trailcase } from './support/command.ts'

const log = (name: string) => logText(trail(`10:00 ${name} ConsoleLogin ok`))
const isRoot = process.getuid?.() === 0
const isLinux = process.platform === 'linux'

/** The user `nobody`. */
const NOBODY = { uid: 65534, gid: 65534 }

const NAMES = [
  'new\nline.json',
  'tab\tand\u001b[31mred.json',
  '"quoted" \'twice\'.json',
  '-rf',
  '--case',
  '$(reboot).json',
  '%00.json',
  ' .json',
  '..json',
  'a;b|c&d.json',
  '\u202egnp.json',
  'ｆｕｌｌ　ｗｉｄｔｈ.json',
  'e\u0301 and \u00e9.json',
  '🔑.json',
  `${'long'.repeat(62)}.json`,
  'con.json',
  "'; drop table sign_in; --.json",
] as const

describe.skipIf(process.platform === 'win32').each(READERS)('names, read with %s', (reader) => {
  it('are all read and named as they are', async () => {
    const folder = freshFolder()
    NAMES.forEach((name, at) => {
      writeFile(join(folder, 'trail', name.slice(0, 40)), name, log(`user${at}`))
    })
    const made = freshCase(folder)
    const { sums, failed, skipped } = await importInto(made, [join(folder, 'trail')], {}, reader)
    expect([failed, skipped]).toEqual([[], []])
    expect(sums).toMatchObject({ found: NAMES.length, read: NAMES.length, indexed: NAMES.length })
    const paths = made.db.prepare('select path from source').pluck().all() as string[]
    expect(paths.map((path) => path.split('/').at(-1)).sort()).toEqual([...NAMES].sort())
    expectSound(made.path)
  })

  it.skipIf(!isLinux)('that are no UTF-8 are not lost without a word', async () => {
    const folder = freshFolder()
    const tree = join(folder, 'trail')
    writeFile(tree, 'good.json', log('good'))
    // "証拠.json" as Shift_JIS writes it.
    const name = Buffer.from([0x8f, 0xd8, 0x8b, 0x92, 0x2e, 0x6a, 0x73, 0x6f, 0x6e])
    writeFileSync(Buffer.concat([Buffer.from(`${tree}/`), name]), log('sjis'))
    const { sums, failed } = await importInto(freshCase(folder), [tree], {}, reader)
    expect(sums.found).toBe(2)
    // Either it is read, or it is named with the reason.
    if (sums.read < 2) expect(failed).toMatchObject([{ message: expect.stringContaining('not valid UTF-8') }])
  })

  it.skipIf(!isLinux)('that are no UTF-8 are told apart, also from a name that looks the same', async () => {
    const folder = freshFolder()
    const tree = join(folder, 'trail')
    writeFile(tree, 'a\ufffd.json', log('good'))
    for (const byte of [0xfe, 0xff]) {
      const name = Buffer.concat([Buffer.from(`${tree}/a`), Buffer.from([byte]), Buffer.from('.json')])
      writeFileSync(name, log(`byte${byte}`))
    }
    const made = freshCase(folder)
    const { sums, failed } = await importInto(made, [tree], {}, reader)
    expect(sums).toMatchObject({ found: 3, read: 1, failed: 2, indexed: 1 })
    expect(failed.map(({ path }) => path)).toEqual([`${tree}/./a\\xfe.json`, `${tree}/./a\\xff.json`])
    const lines = made.db.prepare('select path, status from source order by path').raw().all()
    expect(lines).toEqual([
      [`${tree}/./a\\xfe.json`, 'failed'],
      [`${tree}/./a\\xff.json`, 'failed'],
      [join(tree, 'a\ufffd.json'), 'read'],
    ])
    // The same again: nothing is lost, nothing is twice.
    const again = await importInto(made, [tree], {}, reader)
    expect(again.sums).toMatchObject({ found: 3, failed: 2, unchanged: 1, indexed: 0 })
    expect(made.db.prepare('select count(*) from source').pluck().get()).toBe(3)
  })
})

describe.skipIf(process.platform === 'win32')('folders', { timeout: 120_000 }, () => {
  it('with thousands of tiny files are read', async () => {
    const folder = freshFolder()
    const tree = join(folder, 'trail')
    const files = Number(process.env['TRAILCASE_TINY_FILES'] ?? 5000)
    mkdirSync(tree)
    for (let at = 0; at < files; at += 1) {
      writeFileSync(join(tree, `${at}.json`), at % 10 === 0 ? log(`user${at}`) : '{"Records":[]}')
    }
    const { status, stdout } = await trailcase(
      'import',
      tree,
      '--case',
      join(folder, 'a.trailcase'),
      '--json',
    )
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({
      files,
      records: files / 10,
      indexed: files / 10,
      failed: [],
      skipped: [],
    })
    expectSound(join(folder, 'a.trailcase'))
  }, 600_000)

  it('nested deeper than a path may be long end in words', async () => {
    const folder = freshFolder()
    const name = 'd'.repeat(200)
    mkdirSync(join(folder, 'trail'))
    // Only step by step can such a folder be made.
    const steps = `for (let i = 0; i < 30; i += 1) { fs.mkdirSync('${name}'); process.chdir('${name}') }`
    execFileSync(process.execPath, ['-e', steps], { cwd: join(folder, 'trail') })
    writeFile(folder, 'trail/good.json', log('good'))
    const { sums, failed } = await importInto(freshCase(folder), [join(folder, 'trail')])
    expect(sums).toMatchObject({ found: 2, read: 1 })
    expect(failed).toMatchObject([{ code: 'read-error' }])
    execFileSync('rm', ['-rf', 'trail'], { cwd: folder })
  })

  it('with links to files elsewhere are read where the links lie, each file once', async () => {
    const folder = freshFolder()
    const outside = writeFile(folder, 'outside/real.json', log('outside'))
    mkdirSync(join(folder, 'trail'))
    symlinkSync(outside, join(folder, 'trail', 'a.json'))
    symlinkSync(outside, join(folder, 'trail', 'b.json'))
    symlinkSync('/dev/zero', join(folder, 'trail', 'zero.json'))
    const made = freshCase(folder)
    const { sums, skipped } = await importInto(made, [join(folder, 'trail')])
    expect(sums).toMatchObject({ found: 2, indexed: 1 })
    expect(skipped).toMatchObject([{ code: 'not-a-file' }])
    expect(made.db.prepare('select path from source where sign_ins = 1').pluck().get()).toBe(
      join(folder, 'trail', 'a.json'),
    )
  })

  it.skipIf(!isLinux || !isRoot)('with devices are not opened (needs root)', async () => {
    const folder = freshFolder()
    mkdirSync(join(folder, 'trail'))
    execFileSync('mknod', [join(folder, 'trail', 'zero.json'), 'c', '1', '5'])
    execFileSync('mknod', [join(folder, 'trail', 'disk.json'), 'b', '7', '200'])
    const { skipped } = await importInto(freshCase(folder), [join(folder, 'trail')])
    expect(skipped.map(({ code }) => code)).toEqual(['not-a-file', 'not-a-file'])
  })

  it.skipIf(!isLinux || !isRoot || !readableBy(NOBODY))(
    'and files without permission are named, also when the user is not root',
    async () => {
      const folder = freshFolder()
      const tree = join(folder, 'trail')
      writeFile(tree, 'shut/log.json', log('a'))
      writeFile(tree, 'log.json', log('b'))
      writeFile(tree, 'open.json', log('c'))
      chmodSync(join(tree, 'shut'), 0o000)
      chmodSync(join(tree, 'log.json'), 0o000)
      mkdirSync(join(folder, 'work'))
      // To whom the test gives only the folder for the case.
      chownSync(join(folder, 'work'), NOBODY.uid, NOBODY.gid)
      chmodSync(folder, 0o755)
      const { ended } = startTrailcase(
        ['import', tree, '--case', join(folder, 'work', 'a.trailcase'), '--json'],
        NOBODY,
      )
      const { status, stdout, stderr } = await ended
      expect([status, stderr]).toEqual([1, ''])
      const answer = JSON.parse(stdout)
      expect(answer).toMatchObject({ files: 3, indexed: 1 })
      expect(
        answer.failed.map((trouble: { path: string; code: string }) => [trouble.path, trouble.code]).sort(),
      ).toEqual([
        [join(tree, 'log.json'), 'no-permission'],
        [join(tree, 'shut'), 'no-permission'],
      ])
      expect(readdirSync(join(folder, 'work'))).toEqual(['a.trailcase'])
    },
  )
})

/** A checkout in a folder of root's own cannot be run by anybody else. */
function readableBy(user: { readonly uid: number; readonly gid: number }): boolean {
  const look = `require('node:fs').readFileSync(${JSON.stringify(import.meta.filename)})`
  return spawnSync(process.execPath, ['-e', look], { ...user, stdio: 'ignore' }).status === 0
}
