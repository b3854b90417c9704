import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '..')

/** Who may import from where. A file belongs to the longest folder that matches. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  shared: ['shared'],
  'electron/preload': ['shared/ipc/bridge'],
  'electron/main': [
    'electron/main',
    'electron/worker/thread-port',
    'electron/worker/child-processes',
    'shared',
  ],
  'electron/worker': ['electron/worker', 'electron/engine', 'shared'],
  'electron/cli': [
    'electron/cli',
    'electron/engine',
    'electron/worker/intake-pool',
    'electron/worker/journal-help',
    'electron/worker/sql-host',
    'electron/worker/sql-write',
    'electron/worker/child-processes',
    'shared',
  ],
  'electron/engine': ['electron/engine', 'shared/domain', 'shared/errors', 'shared/messages', 'package.json'],
  renderer: ['renderer', 'shared', 'node_modules/@expo-google-fonts'],
}

/** Packages that a folder may use, beside those that every folder may. `node:` stands for Node's own modules. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  shared: ['zod'],
  'electron/preload': ['electron'],
  'electron/main': ['node:', 'electron', 'zod'],
  'electron/worker': ['node:'],
  'electron/cli': ['node:', 'commander'],
  'electron/engine': [
    'node:',
    'better-sqlite3',
    'bowser',
    'chevrotain',
    'csv-stringify',
    'fflate',
    'fontkit',
    'mmdb-lib',
    'pdfkit',
    'zod',
    'zstd-codec',
  ],
  renderer: [
    'react',
    'react-dom',
    '@tanstack/react-virtual',
    '@codemirror',
    '@lezer/highlight',
    'lucide-react',
    'pdfjs-dist',
    'zod',
  ],
}

describe('imports run one way', () => {
  const files = sourceFiles(['shared', 'electron', 'renderer'])

  it('finds the files it is about', () => {
    expect(files.length).toBeGreaterThan(60)
  })

  it.each(Object.keys(MAY_IMPORT))('%s imports only what it may', (folder) => {
    const wrong = files
      .filter((file) => folderOf(file) === folder)
      .flatMap((file) =>
        importsOf(file)
          .filter((target) => !isAllowed(folder, target))
          .map((t) => `${file}: ${t}`),
      )
    expect(wrong).toEqual([])
  })
})

describe('size of files', () => {
  it('no source file grows beyond 400 lines', () => {
    const long = sourceFiles(['shared', 'electron', 'renderer', 'build', 'test'])
      .map((file) => ({ file, lines: readFileSync(join(ROOT, file), 'utf8').trimEnd().split('\n').length }))
      .filter(({ lines }) => lines > 400)
    expect(long).toEqual([])
  })
})

describe('top level', () => {
  it('has the agreed folders and no other', () => {
    const folders = readdirSync(ROOT, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      .map((entry) => entry.name)
      .filter((name) => !['node_modules', 'out', 'release', 'test-results'].includes(name))
    expect(folders.sort()).toEqual(['build', 'electron', 'renderer', 'shared', 'test'])
  })
})

function folderOf(file: string): string | undefined {
  return Object.keys(MAY_IMPORT)
    .filter((folder) => file.startsWith(`${folder}/`))
    .sort((a, b) => b.length - a.length)[0]
}

function isAllowed(folder: string, target: string): boolean {
  if (target.startsWith('package:')) {
    const name = target.slice('package:'.length)
    return (PACKAGES[folder] ?? []).some((allowed) =>
      allowed === 'node:' ? name.startsWith('node:') : name === allowed || name.startsWith(`${allowed}/`),
    )
  }
  return (MAY_IMPORT[folder] ?? []).some((allowed) => target === allowed || target.startsWith(allowed))
}

/** Targets of a file's imports: `package:NAME`, or the path from the root. Styles and assets count like code. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(ROOT, file), 'utf8')
  const pattern =
    /(?:^|\n)(?:import|export)\s(?:[^'"`;=(]*?from\s*)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g
  return [...text.matchAll(pattern)].map((match) => {
    const target = match[1] ?? match[2] ?? ''
    return target.startsWith('.') ? relative(ROOT, join(ROOT, dirname(file), target)) : `package:${target}`
  })
}

function sourceFiles(folders: readonly string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(ts|tsx)$/.test(name) && !name.includes('fast/wasm/'))
      .map((name) => `${folder}/${name}`),
  )
}
