import { spawn, spawnSync } from 'node:child_process'
import { existsSync, globSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { findElectron, wantedElectron } from './electron-runtime.ts'

// npm start: builds when a source is newer than what was built, then opens the window.

const root = join(import.meta.dirname, '..')
const MISSING_RUNTIME = 3

const electron = findElectron()
if (electron === undefined) {
  console.error(
    [
      `The runtime of Electron ${wantedElectron} is not installed, so there is no window to open.`,
      '',
      '  With network:     npx install-electron            downloads it once; then npm start',
      '  Without network:  npm run demo                    makes a sample, imports it, prints and reports',
      '                    npm run trailcase -- --help     the same engine on the command line',
      '                    npm run test:e2e                runs the window in the test browser',
      '',
      'A runtime that lies elsewhere is taken from the folder in ELECTRON_OVERRIDE_DIST_PATH.',
    ].join('\n'),
  )
  process.exit(MISSING_RUNTIME)
}

if (isStale()) {
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  const options = ['build', '--app', '--config', join(root, 'build/vite.config.ts')]
  const { status } = spawnSync(process.execPath, [vite, ...options], { cwd: root, stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}

spawn(electron.executable, [root, ...process.argv.slice(2)], { stdio: 'inherit' }).on('exit', (code) => {
  process.exitCode = code ?? 1
})

/** Whether a source changed after the last build; the preload is what a build writes last. */
function isStale(): boolean {
  const built = join(root, 'out/electron/preload.cjs')
  if (!existsSync(built)) return true
  const builtAt = statSync(built).mtimeMs
  const sources = globSync(['{electron,renderer,shared}/**/*.*', 'build/*.ts', 'package-lock.json'], {
    cwd: root,
  })
  return sources.some((file) => statSync(join(root, file)).mtimeMs > builtAt)
}
