import { createHash } from 'node:crypto'
import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ProgramFiles, ProgramForm } from '../../shared/domain/program.ts'
import { manifestLine } from './report/manifest.ts'

/** Where the program lies: `names` of the folder `root` are its own. */
export interface ProgramPlace {
  readonly form: ProgramForm
  readonly root: string
  readonly names: readonly string[]
}

let own: ProgramFiles | undefined

/**
 * This program by its own files as they lie on the disk when this is first asked; the answer is then kept. Reads some ten
 * megabytes when it is built and less from sources, so nothing asks before the answer is printed.
 */
export function programFiles(): ProgramFiles {
  own ??= hashProgram(programPlace())
  return own
}

// What decides over the code that runs: the lock file names the packages with their hashes.
const MANIFESTS = ['package-lock.json', 'package.json']

/**
 * Sources lie in `electron/engine`, a build in `out/electron`: both two folders below the root. A build without a lock
 * file is an installed program, where nothing else lies beside it and the packages it needs belong to it.
 */
export function programPlace(
  folder: string = import.meta.dirname,
  file: string = import.meta.filename,
): ProgramPlace {
  const root = join(folder, '../..')
  if (file.endsWith('.ts')) return { form: 'sources', root, names: ['electron', ...MANIFESTS, 'shared'] }
  if (existsSync(join(root, 'package-lock.json'))) {
    return { form: 'built', root, names: ['out/electron', 'out/renderer', ...MANIFESTS] }
  }
  return { form: 'packaged', root, names: readdirSync(root).sort() }
}

/**
 * The SHA-256 of the list that `sha256sum` prints for all files in bytewise order of their paths. Links are left out, as
 * `find -type f` leaves them out. One file that cannot be read, and there is no hash but the reason.
 */
export function hashProgram({ form, root, names }: ProgramPlace): ProgramFiles {
  const waiting = [...names]
  const files: string[] = []
  // What is read now, to name it when it cannot be.
  let path = ''
  try {
    for (path of waiting) {
      const entry = lstatSync(join(root, path))
      if (entry.isFile()) files.push(path)
      else if (entry.isDirectory()) waiting.push(...namesIn(root, path))
    }
    files.sort((one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other)))
    const list = createHash('sha256')
    for (path of files) {
      // Whole: to be read in pieces, Electron would first unpack a file of its archive to the disk.
      const content = readFileSync(join(root, path))
      list.update(`${manifestLine(path, createHash('sha256').update(content).digest('hex'))}\n`)
    }
    return { form, names: [...names], files: files.length, sha256: list.digest('hex'), trouble: null }
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause)
    return { form, names: [...names], files: files.length, sha256: null, trouble: { path, code } }
  }
}

function namesIn(root: string, folder: string): string[] {
  return readdirSync(join(root, folder)).map((name) => `${folder}/${name}`)
}
