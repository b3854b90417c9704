import type { Port } from '../shared/ipc/port.ts'

/** What the preload script puts on the window: a port and the way from a dropped file to its path. */
export interface Bridge extends Port {
  /** The absolute path of a file that was dropped on the window; empty when it has none. */
  pathOf(file: File): string
}

declare global {
  interface Window {
    readonly trailcase: Bridge
  }
}
