import { spawnSync } from 'node:child_process'
import { appendFileSync, chmodSync, cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readmeText } from '../../electron/engine/package/readme.ts'
import {
  hashProgram,
  type ProgramPlace,
  programFiles,
  programPlace,
} from '../../electron/engine/program-files.ts'
import { emptyCaseDetails } from '../../shared/domain/case.ts'
import { programCommand } from '../../shared/domain/program.ts'
import { freshFolder } from './open-case.ts'

const ROOT = join(import.meta.dirname, '../..')
const hasTools = ['find', 'sort', 'xargs', 'sha256sum'].every(
  (tool) => spawnSync(tool, ['--version']).error === undefined,
)

/** The hash that the printed command gives in a folder. */
function inShell(command: string, cwd: string): string {
  const { stdout, stderr, status } = spawnSync('sh', ['-c', command], { cwd, encoding: 'utf8' })
  expect([status, stderr]).toEqual([0, ''])
  return stdout.slice(0, 64)
}

// Their order by bytes is not that of a language, nor that of folder by folder.
const ODD = ['Z.js', 'a.js', 'a-b.js', 'a/b.js', 'a/.hidden', 'a b.js', "it's.js", 'é.js', 'ä\\b.js']

/** A folder as one of the forms leaves it on the disk. */
function madeProgram(files: readonly string[]): string {
  const root = freshFolder()
  for (const file of files) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), `content of ${file}\n`)
  }
  return root
}

const MADE = {
  sources: [
    'electron/engine/x.ts',
    'shared/y.ts',
    'package.json',
    'package-lock.json',
    'README.md',
    'test/z.ts',
  ],
  built: ['out/electron/x.js', 'out/renderer/i.html', 'package.json', 'package-lock.json', 'out/demo/a.pdf'],
  packaged: [
    'out/electron/x.js',
    'out/renderer/i.html',
    'package.json',
    'LICENSE',
    'node_modules/pdfkit/p.js',
  ],
} as const
const COUNTED = { sources: 4, built: 4, packaged: 5 } as const

function placeOf(form: keyof typeof MADE, root: string): ProgramPlace {
  return form === 'sources'
    ? programPlace(join(root, 'electron/engine'), 'x.ts')
    : programPlace(join(root, 'out/electron'), 'x.js')
}

describe('the program by its own files', () => {
  it.skipIf(!hasTools)('gives the hash that the printed command gives in its folder', () => {
    const program = programFiles()
    expect(program).toMatchObject({ form: 'sources', trouble: null })
    expect(program.files).toBeGreaterThan(500)
    expect(inShell(programCommand(program), ROOT)).toBe(program.sha256)
    expect(programFiles()).toBe(program)
  })

  it.skipIf(!hasTools).each(['sources', 'built', 'packaged'] as const)(
    'is told apart as %s, with the files that belong to it and no others',
    (form) => {
      const odd = form === 'sources' ? 'shared' : 'out/electron'
      const root = madeProgram([...MADE[form], ...ODD.map((name) => `${odd}/${name}`)])
      symlinkSync('x.js', join(root, odd, 'link.js'))
      const place = placeOf(form, root)
      const program = hashProgram(place)
      expect(program).toMatchObject({ form, files: COUNTED[form] + ODD.length, trouble: null })
      expect(inShell(programCommand(program), root)).toBe(program.sha256)
    },
  )

  it('is another one when one byte, one name or one file of a copy is another', () => {
    const root = madeProgram(MADE.built)
    const hashOf = (folder: string) => hashProgram(placeOf('built', folder)).sha256
    const copy = () => {
      const folder = freshFolder()
      cpSync(root, folder, { recursive: true })
      return folder
    }
    const changes: ((folder: string) => void)[] = [
      (folder) => appendFileSync(join(folder, 'out/renderer/i.html'), 'x'),
      (folder) => writeFileSync(join(folder, 'out/electron/new.js'), ''),
      (folder) => rmSync(join(folder, 'out/electron/x.js')),
      (folder) => cpSync(join(folder, 'package.json'), join(folder, 'package-lock.json')),
    ]
    expect(hashOf(copy())).toBe(hashOf(root))
    const hashes = changes.map((change) => {
      const folder = copy()
      change(folder)
      return hashOf(folder)
    })
    expect(new Set([hashOf(root), ...hashes]).size).toBe(changes.length + 1)
    // What lies beside it is not the program.
    const beside = copy()
    writeFileSync(join(beside, 'out/demo/a.pdf'), 'another report')
    expect(hashOf(beside)).toBe(hashOf(root))
  })

  it('is not known, with the reason, when a file is missing or cannot be read', () => {
    const root = madeProgram(MADE.built)
    rmSync(join(root, 'out/renderer'), { recursive: true })
    const unknown = hashProgram(placeOf('built', root))
    expect(unknown).toMatchObject({ sha256: null, trouble: { path: 'out/renderer', code: 'ENOENT' } })
    const options = {
      language: 'en',
      issuedAt: 0,
      details: emptyCaseDetails,
      tool: 'T',
      fingerprint: null,
    } as const
    const readme = readmeText({
      ...options,
      program: unknown,
      validated: true,
      withCase: false,
      exhibits: false,
    })
    expect(readme).toContain('Not known, because out/renderer could not be read (ENOENT).')
    expect(readme).not.toContain('xargs')
  })

  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
    'names a file without the right to read',
    () => {
      const root = madeProgram(MADE.built)
      chmodSync(join(root, 'out/electron/x.js'), 0)
      expect(hashProgram(placeOf('built', root))).toMatchObject({
        sha256: null,
        trouble: { path: 'out/electron/x.js', code: 'EACCES' },
      })
    },
  )
})
