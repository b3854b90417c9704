import type { WindowBridge } from '../shared/ipc/bridge.ts'

declare global {
  interface Window {
    readonly trailcase: WindowBridge
  }
}
