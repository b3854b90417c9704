import { execFileSync, spawnSync } from 'node:child_process'
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { createBrotliDecompress } from 'node:zlib'

export interface TestBrowser {
  readonly executable: string
  readonly env: Readonly<Record<string, string>>
}

const root = fileURLToPath(new URL('../../..', import.meta.url))
const packed = join(root, 'node_modules/@sparticuz/chromium')

/**
 * The browser in which the stand-in shows pages: the one named by E2E_CHROMIUM, or the one inside
 * `@sparticuz/chromium`, unpacked once per version under node_modules/.cache. The package's own way of unpacking
 * is not used: it takes whatever file already lies in the shared temporary folder.
 */
export async function testBrowser(): Promise<TestBrowser> {
  const { E2E_CHROMIUM: chosen } = process.env
  if (chosen !== undefined) return { executable: chosen, env: {} }
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('The bundled test browser is for Linux on x64. Elsewhere set E2E_CHROMIUM to a Chromium.')
  }
  const { version } = JSON.parse(readFileSync(join(packed, 'package.json'), 'utf8')) as { version: string }
  const folder = join(root, 'node_modules/.cache/e2e-chromium', version)
  const executable = join(folder, 'chromium')
  if (!existsSync(executable)) await unpackAll(folder)
  // Without the system's NSS libraries the bundled copies are taken.
  const needsLibraries = spawnSync(executable, ['--version']).status !== 0
  return { executable, env: needsLibraries ? { LD_LIBRARY_PATH: join(folder, 'lib') } : {} }
}

/** Unpacked beside its place and renamed when it is whole: of workers that race for it, the first one wins. */
async function unpackAll(folder: string): Promise<void> {
  const own = `${folder}.${process.pid}`
  mkdirSync(own, { recursive: true })
  for (const name of ['al2023', 'swiftshader']) {
    const archive = join(own, `${name}.tar`)
    await inflate(`${name}.tar.br`, archive, 0o600)
    execFileSync('tar', ['-xf', archive, '-C', own, '--no-same-owner'])
    rmSync(archive)
  }
  await inflate('chromium.br', join(own, 'chromium'), 0o700)
  try {
    renameSync(own, folder)
  } catch (cause) {
    rmSync(own, { recursive: true })
    if (!existsSync(folder)) throw cause
  }
}

async function inflate(name: string, target: string, mode: number): Promise<void> {
  const source = createReadStream(join(packed, 'bin', name))
  await pipeline(source, createBrotliDecompress(), createWriteStream(target, { mode }))
}
