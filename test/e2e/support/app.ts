import type { BrowserContext, Page } from '@playwright/test'
import type { TestHome } from './setup.ts'

/** Which of the two ran: a green stand-in run must never be read as an Electron run. */
export type Lane = 'stand-in' | 'electron'

/** The app under test, the same in both lanes. */
export interface AppUnderTest {
  readonly lane: Lane
  /** For the title of a report, for example `stand-in (Chromium 153.0.8010.0)`. */
  readonly laneName: string
  /** The first window, loaded. */
  readonly page: Page
  readonly context: BrowserContext
  readonly home: TestHome
  /** Uncaught errors and error lines of the page's console, in order. */
  readonly problems: readonly string[]
  /** Requests for anything but the app's own files; none of them left. Filled in the stand-in only. */
  readonly foreign: readonly string[]
  /**
   * Runs a function in the main process, with the `electron` module as its first argument. The function travels
   * as source text: it sees nothing of the test but `argument`, which must survive a structured clone.
   */
  evaluate<Result, Argument = undefined>(
    run: (electron: typeof Electron.CrossProcessExports, argument: Argument) => Result | Promise<Result>,
    argument?: Argument,
  ): Promise<Result>
  /** Makes the paths known that the page is about to be given; see `files.ts`. */
  registerPaths(paths: readonly string[]): Promise<void>
  /** What the main process wrote to its standard output and error. */
  output(): string
  /** Settles with the exit code, or the name of a signal, when the main process is gone. */
  readonly exited: Promise<number | string>
  /** Quits as a user does and answers the exit code. */
  close(): Promise<number | string>
}

/** Collects what a page complains about, for a spec to look at in the end. */
export function collectProblems(page: Page): readonly string[] {
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text())
  })
  return problems
}
