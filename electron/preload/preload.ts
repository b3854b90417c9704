import { contextBridge, ipcRenderer, webUtils } from 'electron'

// This file is the whole surface between the page and Electron: the three functions of
// `WindowBridge`, never more. A sandboxed preload can load nothing but Electron, so the channel is named again here.
const CHANNEL = 'trailcase'

contextBridge.exposeInMainWorld('trailcase', {
  post: (message: unknown): void => ipcRenderer.send(CHANNEL, message),
  listen: (onMessage: (message: unknown) => void): void => {
    ipcRenderer.on(CHANNEL, (_event, message: unknown) => onMessage(message))
  },
  pathOf: (file: File): string => webUtils.getPathForFile(file),
})
