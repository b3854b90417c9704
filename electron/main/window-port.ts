import type { IpcMainEvent, WebContents } from 'electron'
import type { Port } from '../../shared/ipc/port.ts'
import { APP_HOST, APP_SCHEME } from './app-files.ts'

/** The only channel between main and page; everything typed happens inside its messages. */
export const CHANNEL = 'trailcase'

/** The part of `WebContents` that is needed here, so that a test can stand in for it. */
export type PageContents = Pick<WebContents, 'on' | 'send' | 'isDestroyed'> & {
  readonly ipc: Pick<WebContents['ipc'], 'on'>
}

/**
 * Calls `onPort` with a fresh port for each document the window shows. Call numbers start again with every
 * document, so the port of the old one is closed first: an answer can never reach the wrong page.
 */
export function onEachDocument(contents: PageContents, onPort: (port: Port) => void): void {
  let current: OpenPort | undefined
  const close = () => {
    current?.close()
    current = undefined
  }
  // A message is taken only from our own page in the top frame; everything else is dropped.
  contents.ipc.on(CHANNEL, (event, message: unknown) => {
    if (isOurs(event)) current?.receive(message)
  })
  contents.on('did-navigate', () => {
    close()
    current = openPort(contents)
    onPort(current.port)
  })
  contents.on('render-process-gone', close)
  contents.on('destroyed', close)
}

function isOurs({ senderFrame }: Pick<IpcMainEvent, 'senderFrame'>): boolean {
  if (senderFrame === null || senderFrame.parent !== null) return false
  return senderFrame.url.startsWith(`${APP_SCHEME}://${APP_HOST}/`)
}

interface OpenPort {
  readonly port: Port
  receive(message: unknown): void
  close(): void
}

function openPort(contents: PageContents): OpenPort {
  let open = true
  let onMessage: ((message: unknown) => void) | undefined
  let onClose: (() => void) | undefined
  return {
    port: {
      post: (message) => {
        if (open && !contents.isDestroyed()) contents.send(CHANNEL, message)
      },
      listen: (message, closed) => {
        onMessage = message
        onClose = closed
      },
    },
    receive: (message) => onMessage?.(message),
    close: () => {
      open = false
      onClose?.()
    },
  }
}
