import { setTimeout as wait } from 'node:timers/promises'
import type { Browser, BrowserContext, Page } from '@playwright/test'
import type { RunnerCalls, StandInSetup } from './calls.ts'
import { type MainProcess, startMain } from './runner/main-process.ts'
import { openPageWindow, type PageWindow } from './runner/page-window.ts'
import { routeRequests } from './runner/requests.ts'

export interface StandInOptions {
  readonly browser: Browser
  readonly entry: string
  readonly setup: StandInSetup
  readonly env?: Readonly<Record<string, string>>
  readonly systemZone: string
  readonly wrapper?: readonly string[]
}

/** The app in the stand-in, with the part of Playwright's `ElectronApplication` that specs use. */
export interface StandIn {
  readonly context: BrowserContext
  readonly foreign: readonly string[]
  firstWindow(): Promise<Page>
  evaluate(source: string, argument: unknown): Promise<unknown>
  registerPaths(page: Page, paths: readonly string[]): Promise<void>
  output(): string
  process(): MainProcess['child']
  readonly exited: Promise<number | string>
  /** Quits as a user does; a process that is still there after 5 s is killed. */
  close(): Promise<number | string>
}

/** Starts the app's main module against a real Chromium, which stays open for the next start. */
export async function launchStandIn(options: StandInOptions): Promise<StandIn> {
  const { browser, entry, setup, env = {}, systemZone, wrapper = [] } = options
  const context = await browser.newContext({
    timezoneId: systemZone,
    locale: setup.locale,
    colorScheme: setup.systemTheme,
  })
  const windows = new Map<number, PageWindow>()
  const windowOf = (id: number) => {
    const window = windows.get(id)
    if (window === undefined) throw new Error(`No window ${id}.`)
    return window
  }
  const first = Promise.withResolvers<Page>()
  let theme = setup.systemTheme

  const calls: RunnerCalls = {
    openWindow: async ({ granted, ...window }) => {
      await context.grantPermissions([...granted])
      const opened = await openPageWindow(context, main, window)
      await opened.page.emulateMedia({ colorScheme: theme })
      windows.set(window.id, opened)
    },
    load: async (id, url) => {
      await windowOf(id).load(url)
      first.resolve(windowOf(id).page)
    },
    reload: (id) => windowOf(id).reload(),
    closeWindow: async (id) => {
      const { page } = windowOf(id)
      windows.delete(id)
      await page.close()
    },
    toPage: async (id, channel, args) => windows.get(id)?.send(channel, args),
    setTheme: async (next) => {
      theme = next
      for (const { page } of windows.values()) await page.emulateMedia({ colorScheme: next })
    },
  }
  const main = startMain({ entry, setup, env: { TZ: systemZone, ...env }, wrapper }, calls)
  const foreign = await routeRequests(context, main, windows)

  return {
    context,
    foreign,
    firstWindow: () => Promise.race([first.promise, main.exited.then((how) => endedEarly(how, main))]),
    evaluate: (source, argument) => main.ask('evaluate', source, argument),
    registerPaths: async (page, paths) => {
      for (const window of windows.values()) if (window.page === page) await window.registerPaths(paths)
    },
    output: main.output,
    process: () => main.child,
    exited: main.exited,
    close: async () => {
      void main
        .ask('evaluate', '({ app }) => setImmediate(() => app.quit()) && undefined', undefined)
        .catch(() => undefined)
      await Promise.race([main.exited, wait(5000, undefined, { ref: false })])
      main.child.kill('SIGKILL')
      const how = await main.exited
      await context.close()
      return how
    },
  }
}

function endedEarly(how: number | string, main: MainProcess): never {
  throw new Error(`The main process ended (${how}) before it opened a window.\n${main.output()}`)
}
