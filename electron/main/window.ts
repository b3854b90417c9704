import { join } from 'node:path'
import { BrowserWindow, nativeTheme } from 'electron'
import { START_PAGE } from './app-files.ts'

// The colours of the page behind all panes, so that the window does not flash before the page has painted.
const BACKGROUND = { light: '#eef0ef', dark: '#0e1012' } as const

/** Makes the window; it is shown when its page has painted. The page is loaded by `loadStartPage`. */
export function makeWindow(development: boolean): BrowserWindow {
  const window = new BrowserWindow({
    title: 'Trailcase',
    width: 1440,
    height: 900,
    minWidth: 960,
    minHeight: 640,
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light,
    webPreferences: {
      preload: join(import.meta.dirname, 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      spellcheck: false,
      devTools: development,
    },
  })
  window.once('ready-to-show', () => window.show())
  return window
}

/** Rejects when the page cannot be loaded. */
export function loadStartPage(window: BrowserWindow): Promise<void> {
  return window.loadURL(START_PAGE)
}

/** Brings the window to the front, for a second start of the program. */
export function showAgain(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.focus()
}
