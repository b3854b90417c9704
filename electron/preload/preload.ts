import { contextBridge, ipcRenderer, webUtils } from 'electron'

// This file is the whole surface between the page and Electron: three functions, never more. It is typed by
// `WindowBridge` in shared/ipc/bridge.ts through a test, because a preload imports nothing but Electron.
const CHANNEL = 'trailcase'

contextBridge.exposeInMainWorld('trailcase', {
  post: (message: unknown): void => ipcRenderer.send(CHANNEL, message),
  listen: (onMessage: (message: unknown) => void): void => {
    ipcRenderer.on(CHANNEL, (_event, message: unknown) => onMessage(message))
  },
  pathOf: (file: File): string => webUtils.getPathForFile(file),
})
