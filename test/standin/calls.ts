/** What the stand-in's main process is told when it is started (environment variable `STANDIN`). */
export interface StandInSetup {
  readonly appPath: string
  readonly name: string
  readonly version: string
  readonly locale: string
  readonly systemTheme: 'light' | 'dark'
  readonly paths: Readonly<Record<string, string>>
}

export interface PageRequest {
  /** As the app sees it: `app://trailcase/...`. */
  readonly url: string
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly resourceType: string
}

export interface PageResponse {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

/** What the main process asks of the test runner, which holds the browser. */
export interface RunnerCalls {
  openWindow(window: {
    id: number
    width: number
    height: number
    preload: string
    granted: readonly string[]
  }): Promise<void>
  load(id: number, url: string): Promise<void>
  reload(id: number): Promise<void>
  closeWindow(id: number): Promise<void>
  /** `args` is a list, encoded by the page codec. */
  toPage(id: number, channel: string, args: string): Promise<void>
  setTheme(theme: 'light' | 'dark'): Promise<void>
}

/** What the test runner asks of the main process. */
export interface MainCalls {
  /** The answer of the session's rule and then of the scheme's handler; undefined when the rule refused. */
  request(request: PageRequest): Promise<PageResponse | undefined>
  /** `message` is `{channel, args}`, encoded by the page codec. */
  fromPage(id: number, frameUrl: string, message: string): void
  /** Whether the page may start to navigate there by itself. */
  mayNavigate(id: number, url: string, isMainFrame: boolean): boolean
  didNavigate(id: number, url: string): void
  windowOpen(id: number, url: string): void
  pageCrashed(id: number): void
  evaluate(source: string, argument: unknown): Promise<unknown>
}
