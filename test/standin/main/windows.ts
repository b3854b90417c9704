import { EventEmitter } from 'node:events'

/** What the other parts need to know of a window. */
export interface OpenWindow {
  readonly id: number
  readonly contents: {
    receive(frameUrl: string, message: string): void
    mayNavigate(url: string, isMainFrame: boolean): boolean
    didNavigate(url: string): void
    windowOpen(url: string): void
    crashed(): void
  }
  close(): void
}

/** All windows that are open; emits `all-closed` when the last one is gone, except while the app quits. */
class OpenWindows extends EventEmitter<{ 'all-closed': [] }> {
  readonly byId = new Map<number, OpenWindow>()
  quitting = false

  get(id: number): OpenWindow {
    const window = this.byId.get(id)
    if (window === undefined) throw new Error(`No window ${id}.`)
    return window
  }
  remove(id: number): void {
    this.byId.delete(id)
    if (this.byId.size === 0 && !this.quitting) this.emit('all-closed')
  }
}

export const openWindows = new OpenWindows()

/** Closes every window for a quit; false when one of them refused. */
export function closeAllWindows(): boolean {
  openWindows.quitting = true
  for (const window of [...openWindows.byId.values()]) window.close()
  openWindows.quitting = false
  return openWindows.byId.size === 0
}
