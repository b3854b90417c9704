import { app, type BrowserWindow, dialog } from 'electron'
import type { Language } from '../../shared/domain/units.ts'
import { nativeDialogText } from '../../shared/messages/native-dialogs.ts'
import type { Log } from './log.ts'

/** What the program does when it cannot go on: it says so in words, once, and leaves the log. */
export interface Failure {
  /** Start-up went wrong; ends the process with code 1. */
  cannotStart(cause: unknown): void
  /** An error nobody caught; ends the process with code 1. */
  unexpected(cause: unknown): void
}

export function failureDialogs(log: Log, logFolder: string): Failure {
  const end = (event: string, title: 'cannotStart' | 'unexpected', cause: unknown) => {
    const message = cause instanceof Error ? cause.message : String(cause)
    log('error', event, { message, stack: (cause instanceof Error && cause.stack) || null })
    const text = nativeDialogText[systemLanguage()]
    dialog.showErrorBox(text[title], text.failureDetail(message, logFolder))
    app.exit(1)
  }
  return {
    cannotStart: (cause) => end('app.cannot-start', 'cannotStart', cause),
    unexpected: (cause) => end('app.unexpected', 'unexpected', cause),
  }
}

/** Offers a reload when the process behind the page has died; the engine and the case are not touched by that. */
export function offerReload(window: BrowserWindow, language: () => Language, log: Log): void {
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return
    log('error', 'window.gone', { reason, exitCode })
    const { windowStopped, windowStoppedDetail, reload, quit } = nativeDialogText[language()]
    const chosen = dialog.showMessageBoxSync(window, {
      type: 'error',
      message: windowStopped,
      detail: windowStoppedDetail,
      buttons: [reload, quit],
      defaultId: 0,
      cancelId: 1,
    })
    if (chosen === 0) window.webContents.reload()
    else app.quit()
  })
}

// The settings may be what failed, so they are not asked; the locale is known only to an app that is ready.
const systemLanguage = (): Language => (app.isReady() && /^ja\b/i.test(app.getLocale()) ? 'ja' : 'en')
