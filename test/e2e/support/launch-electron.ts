import { join } from 'node:path'
import { _electron } from '@playwright/test'
import type { ElectronRuntime } from '../../../build/electron-runtime.ts'
import { type AppUnderTest, collectProblems } from './app.ts'
import type { Setup } from './setup.ts'

const recorder = join(import.meta.dirname, '../../standin/record-workers.cjs')

/** Starts the built app in real Electron. */
export async function startElectron(
  runtime: ElectronRuntime,
  root: string,
  setup: Setup,
): Promise<AppUnderTest> {
  const { home, size, locale, systemZone } = setup
  const app = await _electron.launch({
    executablePath: runtime.executable,
    args: ['-r', recorder, root, `--user-data-dir=${home.userData}`, `--lang=${locale}`],
    timezoneId: systemZone,
    colorScheme: setup.systemTheme,
    env: { ...(process.env as Record<string, string>), HOME: home.folder, TZ: systemZone },
  })
  let output = ''
  const child = app.process()
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
  }
  const exited = new Promise<number | string>((resolve) => {
    child.once('close', (code, signal) => resolve(code ?? signal ?? 'unknown'))
  })
  const page = await app.firstWindow()
  const problems = collectProblems(page)
  await page.waitForLoadState()
  await app.evaluate(({ BrowserWindow }, { width, height }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(width, height)
  }, size)
  return {
    lane: 'electron',
    laneName: `Electron ${runtime.version}`,
    page,
    context: app.context(),
    home,
    problems,
    foreign: [],
    evaluate: (run, argument) => app.evaluate(run as never, argument as never),
    registerPaths: async () => undefined,
    output: () => output,
    exited,
    close: async () => {
      await app.close()
      return exited
    },
  }
}
