import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import { app } from './app.ts'
import { runner } from './runner-link.ts'
import { grantedPermissions } from './session.ts'
import { onlyAfterReady } from './setup.ts'
import { preventable, strict } from './strict.ts'
import { type StandInContents, webContents } from './web-contents.ts'
import { openWindows } from './windows.ts'

let lastId = 0
const all = new Map<number, StandInWindow>()

class StandInWindow extends EventEmitter {
  readonly id: number
  readonly webContents: StandInContents
  private readonly options: Electron.BrowserWindowConstructorOptions
  private readonly opened: Promise<void>
  private destroyed = false
  private visible: boolean
  private minimized = false
  private shownOnce = false

  constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
    super()
    onlyAfterReady('BrowserWindow')
    requireSafe(options.webPreferences ?? {})
    lastId += 1
    this.id = lastId
    this.options = options
    this.visible = options.show ?? true
    const opened = Promise.withResolvers<void>()
    this.opened = opened.promise
    this.webContents = webContents(this.id, opened.promise)
    all.set(this.id, this)
    openWindows.byId.set(this.id, {
      id: this.id,
      contents: this.webContents.inside,
      close: () => this.close(),
    })
    app.emit('web-contents-created', {}, this.webContents)
    const { width = 800, height = 600, webPreferences } = options
    const preload = webPreferences?.preload === undefined ? '' : readFileSync(webPreferences.preload, 'utf8')
    const window = { id: this.id, width, height, preload, granted: grantedPermissions() }
    runner.ask('openWindow', window).then(opened.resolve, opened.reject)
    // Whoever loads a page hears of a failure; without a load nobody waits for it.
    this.opened.catch(() => undefined)
    // biome-ignore lint/correctness/noConstructorReturn: the strict view is what the app must hold.
    return strict('BrowserWindow', this, { events: EVENTS, isDestroyed: () => this.destroyed })
  }

  static getAllWindows(): StandInWindow[] {
    return [...all.values()]
  }
  static getFocusedWindow(): StandInWindow | null {
    return StandInWindow.getAllWindows()[0] ?? null
  }

  async loadURL(url: string): Promise<void> {
    await this.opened
    await runner.ask('load', this.id, url)
    if (this.destroyed) return
    if (!this.shownOnce) this.emit('ready-to-show')
    this.shownOnce = true
    this.webContents.emit('did-finish-load')
  }
  show(): void {
    this.visible = true
  }
  focus(): void {
    this.visible = true
  }
  minimize(): void {
    this.minimized = true
  }
  restore(): void {
    this.minimized = false
  }
  isMinimized(): boolean {
    return this.minimized
  }
  isVisible(): boolean {
    return this.visible
  }
  isDestroyed(): boolean {
    return this.destroyed
  }
  getTitle(): string {
    return this.options.title ?? ''
  }
  getMinimumSize(): number[] {
    return [this.options.minWidth ?? 0, this.options.minHeight ?? 0]
  }
  close(): void {
    const event = preventable()
    this.emit('close', event)
    if (!event.defaultPrevented) this.destroy()
  }
  destroy(): void {
    if (this.destroyed) return
    this.destroyed = true
    all.delete(this.id)
    void runner.ask('closeWindow', this.id).catch(() => undefined)
    this.webContents.inside.destroyed()
    this.emit('closed')
    openWindows.remove(this.id)
  }
}

const EVENTS = ['close', 'closed', 'ready-to-show']

export const BrowserWindow = StandInWindow

/** The stand-in gives a page an isolated, sandboxed world and no other; asking for less is an error. */
function requireSafe(wanted: Electron.WebPreferences): void {
  const { sandbox, contextIsolation, nodeIntegration, webSecurity } = wanted
  if (sandbox === false || contextIsolation === false || nodeIntegration === true || webSecurity === false) {
    throw new Error('The stand-in has only sandboxed, isolated windows without Node.')
  }
}
