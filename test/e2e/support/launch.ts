import { existsSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Browser, test as base, chromium } from '@playwright/test'
import { findElectron } from '../../../build/electron-runtime.ts'
import { testBrowser } from '../../standin/runner/browser.ts'
import type { AppUnderTest } from './app.ts'
import { startElectron } from './launch-electron.ts'
import { startStandIn } from './launch-stand-in.ts'
import { prepare, type Setup } from './setup.ts'

export { expect } from '@playwright/test'

export type Launch = (setup?: Partial<Setup>) => Promise<AppUnderTest>

interface TestFixtures {
  /** How `app` is started; set it with `test.use({ setup: {...} })`. */
  readonly setup: Partial<Setup>
  /** Starts the app once more, or again on the same home; it is closed after the test. */
  readonly launch: Launch
  /** The app, started for this test. */
  readonly app: AppUnderTest
}

interface WorkerFixtures {
  /** Starts the app in the lane that this machine has. */
  readonly start: (setup: Setup) => Promise<AppUnderTest>
}

// The packed app is tested by pointing this at the extracted archive.
const { E2E_APP: elsewhere } = process.env
const root = resolve(elsewhere ?? join(import.meta.dirname, '../../..'))

export const test = base.extend<TestFixtures, WorkerFixtures>({
  start: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from this pattern.
    async ({}, use) => {
      if (!existsSync(join(root, 'out/electron/main.js')))
        throw new Error(`Nothing is built in ${root}: npm run build.`)
      const runtime = findElectron()
      if (runtime !== undefined) return use((setup) => startElectron(runtime, root, setup))
      const browser = await startBrowser()
      await use((setup) => startStandIn(browser, root, setup))
      await browser.close()
    },
    { scope: 'worker' },
  ],
  setup: [{}, { option: true }],
  launch: async ({ start }, use, info) => {
    const started: AppUnderTest[] = []
    await use(async (setup = {}) => {
      const app = await start(prepare(setup))
      started.push(app)
      if (started.length === 1) info.annotations.push({ type: 'lane', description: app.laneName })
      return app
    })
    for (const app of started) await app.close()
    for (const { home } of started) rmSync(home.folder, { recursive: true, force: true })
    const failed = info.status !== info.expectedStatus
    for (const app of failed ? started : []) await info.attach('main process', { body: app.output() })
  },
  app: async ({ launch, setup }, use) => use(await launch(setup)),
  page: async ({ app }, use) => use(app.page),
})

async function startBrowser(): Promise<Browser> {
  const { executable, env } = await testBrowser()
  return chromium.launch({
    executablePath: executable,
    env: { ...(process.env as Record<string, string>), ...env },
    args: [
      // A second lock behind the routing of requests: no name is resolved.
      '--host-resolver-rules=MAP * ~NOTFOUND',
      '--disable-background-networking',
      '--disable-component-update',
    ],
  })
}
