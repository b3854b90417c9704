import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from '@playwright/test'
import { traced } from '../../../build/trace.ts'
import { launchStandIn } from '../../standin/launch.ts'
import { type AppUnderTest, collectProblems } from './app.ts'
import type { Setup } from './setup.ts'

/** Starts the built app in the stand-in. `root` holds package.json and `out`. */
export async function startStandIn(browser: Browser, root: string, setup: Setup): Promise<AppUnderTest> {
  const { productName, version, main } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const { home, size, locale, systemZone, systemTheme } = setup
  const app = await launchStandIn({
    browser,
    entry: join(root, main),
    systemZone,
    wrapper: tracer(),
    setup: {
      appPath: root,
      name: productName,
      version,
      locale,
      systemTheme,
      paths: { userData: home.userData, documents: home.documents, home: home.folder, temp: home.folder },
    },
  })
  const page = await app.firstWindow()
  await page.setViewportSize(size)
  return {
    lane: 'stand-in',
    laneName: `stand-in (Chromium ${browser.version()})`,
    page,
    context: app.context,
    home,
    problems: collectProblems(page),
    foreign: app.foreign,
    evaluate: (run, argument) => app.evaluate(run.toString(), argument) as never,
    registerPaths: (paths) => app.registerPaths(page, paths),
    output: app.output,
    exited: app.exited,
    close: app.close,
  }
}

/** With E2E_TRACE=FOLDER the main process runs under strace, which writes its socket calls there. */
function tracer(): readonly string[] {
  const { E2E_TRACE: folder } = process.env
  return folder === undefined ? [] : traced(join(folder, `main-${crypto.randomUUID()}`))
}
