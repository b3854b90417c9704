import { basename } from 'node:path'
import type { BrowserContext, CDPSession, Page } from '@playwright/test'
import type { MainCalls } from '../calls.ts'
import type { Link } from '../link.ts'
import { makeCodec } from '../page/codec.ts'
import { PRELOAD_WORLD, pageScript, preloadScript } from '../page/page-scripts.ts'
import type { ToPreload } from '../page/preload-world.ts'
import { isAppPage, toAppAddress, toWebAddress } from './addresses.ts'

const codec = makeCodec()

/** One window of the app: a page of the test browser with the preload's world and the line to main. */
export interface PageWindow {
  readonly page: Page
  load(url: string): Promise<void>
  reload(): Promise<void>
  /** True while main itself loads: such a navigation is not the page's doing. */
  isLoading(): boolean
  send(channel: string, args: string): Promise<void>
  /** Tells the preload's world which path a file of that name has, before the page gets to see the file. */
  registerPaths(paths: readonly string[]): Promise<void>
}

export interface WindowOptions {
  readonly id: number
  readonly width: number
  readonly height: number
  readonly preload: string
}

/** Opens a page and wires it up. Nothing is loaded yet. */
export async function openPageWindow(
  context: BrowserContext,
  main: Link<MainCalls>,
  { id, width, height, preload }: WindowOptions,
): Promise<PageWindow> {
  const secret = `__${crypto.randomUUID().replaceAll('-', '')}`
  const page = await context.newPage()
  await page.setViewportSize({ width, height })
  const session = await context.newCDPSession(page)
  const world = await wire(session, main, id, secret)

  // The order matters: both scripts must stand before the first document that is ours.
  await session.send('Page.addScriptToEvaluateOnNewDocument', { source: pageScript(secret) })
  const source = preloadScript(secret, preload)
  await session.send('Page.addScriptToEvaluateOnNewDocument', { worldName: PRELOAD_WORLD, source })
  await session.send('Runtime.enable')

  page.on('popup', (popup) => void popup.close().catch(() => undefined))
  page.on('crash', () => void main.ask('pageCrashed', id).catch(() => undefined))

  let loading = 0
  const whileLoading = async (load: () => Promise<unknown>) => {
    loading += 1
    try {
      await load()
    } finally {
      loading -= 1
    }
  }
  const toPreload = (message: string) => receive(session, world(), secret, message)
  return {
    page,
    load: (url) => whileLoading(() => page.goto(toWebAddress(url))),
    reload: () => whileLoading(() => page.reload()),
    isLoading: () => loading > 0,
    // `args` is encoded already; the envelope is written around it, so that large answers are not coded twice.
    send: (channel, args) =>
      toPreload(`{"kind":"message","channel":${JSON.stringify(channel)},"args":${args}}`),
    registerPaths: (paths) => {
      const message: ToPreload = { kind: 'paths', paths: paths.map((path) => [basename(path), path]) }
      return toPreload(codec.encode(message))
    },
  }
}

/** Connects the events of the page to main; answers a function for the preload world of the newest document. */
async function wire(session: CDPSession, main: Link<MainCalls>, id: number, secret: string) {
  await session.send('Page.enable')
  const { frameTree } = await session.send('Page.getFrameTree')
  let address = ''
  let world: number | undefined

  session.on('Page.frameNavigated', ({ frame }) => {
    if (frame.parentId !== undefined || !isAppPage(frame.url)) return
    address = toAppAddress(frame.url)
    void main.ask('didNavigate', id, address).catch(() => undefined)
  })
  session.on(
    'Page.windowOpen',
    ({ url }) => void main.ask('windowOpen', id, toAppAddress(url)).catch(() => undefined),
  )
  session.on('Runtime.executionContextCreated', ({ context }) => {
    const { frameId } = (context.auxData ?? {}) as { frameId?: string }
    if (context.name === PRELOAD_WORLD && frameId === frameTree.frame.id) world = context.id
  })
  session.on('Runtime.bindingCalled', ({ name, payload }) => {
    if (name !== `${secret}send`) return
    void main.ask('fromPage', id, address, payload).catch(() => undefined)
  })
  await session.send('Runtime.addBinding', { name: `${secret}send`, executionContextName: PRELOAD_WORLD })
  return () => world
}

/** Hands a message to the preload's world; a document that is gone gets nothing, as in Electron. */
async function receive(
  session: CDPSession,
  world: number | undefined,
  secret: string,
  message: string,
): Promise<void> {
  if (world === undefined) return
  const call = {
    executionContextId: world,
    functionDeclaration: 'function (name, message) { globalThis[name](message) }',
    arguments: [{ value: `${secret}receive` }, { value: message }],
  }
  await session.send('Runtime.callFunctionOn', call).catch(() => undefined)
}
