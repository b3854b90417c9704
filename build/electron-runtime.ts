import { accessSync, constants, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

export interface ElectronRuntime {
  readonly executable: string
  readonly version: string
}

const manifest = createRequire(import.meta.url).resolve('electron/package.json')

/** The version this checkout wants, whether or not its runtime is there. */
export const wantedElectron: string = JSON.parse(readFileSync(manifest, 'utf8')).version

/**
 * The Electron runtime that belongs to this checkout, or undefined. The package itself is never loaded for that:
 * loading it starts a download that may hang for good on a machine without network.
 */
export function findElectron(): ElectronRuntime | undefined {
  const home = dirname(manifest)
  const { ELECTRON_OVERRIDE_DIST_PATH: elsewhere } = process.env
  const folder = elsewhere ?? join(home, 'dist')
  try {
    const version = readFileSync(join(folder, 'version'), 'utf8').trim().replace(/^v/, '')
    if (version !== wantedElectron) return undefined
    const executable = join(folder, executableName(home))
    accessSync(executable, constants.X_OK)
    return { executable, version }
  } catch {
    return undefined
  }
}

/** `path.txt` is written by the download; a runtime from elsewhere may do without it. */
function executableName(home: string): string {
  try {
    return readFileSync(join(home, 'path.txt'), 'utf8')
  } catch {
    if (process.platform === 'win32') return 'electron.exe'
    return process.platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron'
  }
}
