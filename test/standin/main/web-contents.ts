import { EventEmitter } from 'node:events'
import { makeCodec } from '../page/codec.ts'
import { runner } from './runner-link.ts'
import { defaultSession } from './session.ts'
import { preventable, strict } from './strict.ts'
import type { OpenWindow } from './windows.ts'

const codec = makeCodec()
type OpenHandler = (details: { url: string }) => { action: 'allow' | 'deny' }

export type StandInContents = ReturnType<typeof webContents>

/** The contents of one window. `inside` is for the stand-in itself and is not part of Electron. */
export function webContents(id: number, opened: Promise<void>) {
  const target = new Contents(id, opened)
  return strict('webContents', target, { events: EVENTS, isDestroyed: () => target.destroyed })
}

class Contents extends EventEmitter {
  readonly id: number
  readonly ipc = strict('webContents.ipc', new EventEmitter())
  readonly session = defaultSession
  readonly mainFrame = { url: 'about:blank', parent: null }
  destroyed = false
  private readonly opened: Promise<void>
  private openHandler: OpenHandler = () => ({ action: 'allow' })

  constructor(id: number, opened: Promise<void>) {
    super()
    this.id = id
    this.opened = opened
  }

  send(channel: string, ...args: unknown[]): void {
    // Encoded now, not when the page is there: what changes later must not travel.
    const message = codec.encode(args)
    void this.opened.then(() => runner.ask('toPage', this.id, channel, message)).catch(() => undefined)
  }
  reload(): void {
    void runner.ask('reload', this.id).catch(() => undefined)
  }
  getURL(): string {
    return this.mainFrame.url
  }
  isDestroyed(): boolean {
    return this.destroyed
  }
  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler
  }
  setWebRTCIPHandlingPolicy(): void {
    // Nothing to do: the test browser resolves no name and its context is cut off.
  }

  readonly inside: OpenWindow['contents'] & { destroyed(): void } = {
    receive: (frameUrl, message) => {
      if (this.destroyed) return
      this.mainFrame.url = frameUrl
      const { channel, args } = codec.decode(message) as { channel: string; args: unknown[] }
      this.ipc.emit(channel, { sender: this, senderFrame: this.mainFrame, processId: 1, frameId: 1 }, ...args)
    },
    mayNavigate: (url, isMainFrame) => {
      const event = Object.assign(preventable(), { url, isMainFrame, isSameDocument: false })
      this.emit('will-frame-navigate', event)
      if (isMainFrame && !event.defaultPrevented) this.emit('will-navigate', event, url)
      return !event.defaultPrevented
    },
    didNavigate: (url) => {
      this.mainFrame.url = url
      this.emit('did-navigate', {}, url, 200, 'OK')
    },
    windowOpen: (url) => {
      if (this.openHandler({ url }).action !== 'deny')
        throw new Error('The stand-in cannot open a second window.')
    },
    crashed: () => this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 }),
    destroyed: () => {
      this.destroyed = true
      this.emit('destroyed')
    },
  }
}

const EVENTS = [
  'did-navigate',
  'did-finish-load',
  'will-navigate',
  'will-frame-navigate',
  'will-attach-webview',
  'render-process-gone',
  'destroyed',
]
