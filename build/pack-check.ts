import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { extractAll, listPackage, statFile } from '@electron/asar'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { Arch, build, Platform } from 'electron-builder'
import { shippedFiles } from '../electron/engine/enrich/shipped-sets.ts'
import { writeStandInRuntime } from './stand-in-runtime.ts'

// Packs the built app around a stand-in for Electron's runtime, looks into the package, then takes it out of the
// archive again and runs it. What this cannot show: that real Electron reads it from inside the archive.
//   node build/pack-check.ts [--no-run]      needs a build

const root = join(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'trailcase-pack-'))
const failures: string[] = []
const check = (passed: boolean, what: string) => {
  console.log(`${passed ? 'ok  ' : 'FAIL'} ${what}`)
  if (!passed) failures.push(what)
}

try {
  const app = await pack()
  checkContents(join(app, 'resources/app.asar'))
  await checkFuses(join(app, 'trailcase'))
  checkRest(app)
  if (!process.argv.includes('--no-run')) run(join(app, 'resources/app.asar'))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
if (failures.length > 0) process.exitCode = 1

/** Answers the folder of the packed app. */
async function pack(): Promise<string> {
  const runtime = join(folder, 'runtime')
  const output = join(folder, 'release')
  writeStandInRuntime(runtime)
  const config = JSON.parse(readFileSync(join(root, 'build/electron-builder.json'), 'utf8'))
  await build({
    projectDir: root,
    publish: 'never',
    targets: Platform.LINUX.createTarget('dir', Arch.x64),
    config: { ...config, electronDist: runtime, directories: { ...config.directories, output } },
  })
  return join(output, 'linux-unpacked')
}

function checkContents(archive: string): void {
  const files = listPackage(archive, { isPack: false }).map((path) => path.replaceAll('\\', '/'))
  const plain = files.filter((path) => !('files' in statFile(archive, path.slice(1), false)))
  const own = plain.filter((path) => !path.startsWith('/node_modules/'))
  const has = (path: string) => check(plain.includes(path), `has ${path}`)
  const none = (what: string, found: readonly string[]) =>
    check(found.length === 0, `no ${what}${found.length === 0 ? '' : `: ${found.slice(0, 5).join(', ')}`}`)

  for (const path of ['/package.json', '/out/electron/main.js', '/out/electron/preload.cjs']) has(path)
  for (const path of [
    '/out/electron/engine.js',
    '/out/electron/engine.wasm',
    '/out/electron/journal.js',
    '/out/electron/sql.js',
    '/out/electron/sql-watch.js',
    '/out/renderer/index.html',
  ]) {
    has(path)
  }
  for (const face of ['Inter_400Regular', 'NotoSansJP_400Regular', 'NotoSansMono_400Regular']) {
    has(`/out/electron/fonts/${face}.ttf`)
  }
  for (const file of shippedFiles()) has(`/out/electron/${file.to}`)
  none(
    'files of our own but the build',
    own.filter((path) => !/^\/(out\/|package\.json$|LICENSE$)/.test(path)),
  )
  none(
    'sources, tests and maps',
    plain.filter((path) => /\.(ts|tsx|mts|cts|map)$|\.test\.|\/tests?\//.test(path)),
  )
  none(
    'packages that only the build needs',
    plain.filter((path) =>
      /^\/node_modules\/(electron|react|react-dom|vite|vitest|zod|playwright)/.test(path),
    ),
  )
  const unpacked = plain.filter((path) => 'unpacked' in statFile(archive, path.slice(1), false))
  check(
    unpacked.length === 1 && unpacked[0]?.endsWith('/linux-x64.node') === true,
    `only the native module lies outside the archive: ${unpacked.join(', ')}`,
  )
}

async function checkFuses(executable: string): Promise<void> {
  const wire = await getCurrentFuseWire(executable)
  const wanted = {
    RunAsNode: FuseState.DISABLE,
    EnableCookieEncryption: FuseState.ENABLE,
    EnableNodeOptionsEnvironmentVariable: FuseState.DISABLE,
    EnableNodeCliInspectArguments: FuseState.DISABLE,
    EnableEmbeddedAsarIntegrityValidation: FuseState.ENABLE,
    OnlyLoadAppFromAsar: FuseState.ENABLE,
    GrantFileProtocolExtraPrivileges: FuseState.DISABLE,
  } as const
  for (const [name, state] of Object.entries(wanted)) {
    check(wire[FuseV1Options[name as keyof typeof wanted]] === state, `fuse ${name} is ${FuseState[state]}`)
  }
}

function checkRest(app: string): void {
  const locales = readdirSync(join(app, 'locales')).sort()
  check(locales.join() === 'en-US.pak,ja.pak', `languages of the runtime: ${locales.join(', ')}`)
  check(!existsSync(join(app, 'resources/default_app.asar')), 'no default app')
}

/** Runs the host and security specs on what was packed. */
function run(archive: string): void {
  const extracted = join(folder, 'extracted')
  extractAll(archive, extracted)
  const playwright = join(root, 'node_modules/@playwright/test/cli.js')
  const specs = ['test', '--config', join(root, 'build/playwright.config.ts'), 'host.spec', 'security.spec']
  const { status } = spawnSync(process.execPath, [playwright, ...specs], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, E2E_APP: extracted },
  })
  check(status === 0, 'the packed files run')
}
