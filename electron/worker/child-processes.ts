import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { MessagePort } from 'node:worker_threads'

/** A process of our own, as the one who started it sees it. */
export interface Child {
  post(message: unknown): void
  /** One listener each; `onExit` is called once. */
  listen(onMessage: (message: unknown) => void, onExit: () => void): void
  /** Ends it at once, whatever it does. */
  kill(): void
}

/** Starts a process with one of our entries, such as `sql`. */
export type StartChild = (entry: string) => Child

/** Starts processes with Node itself: on the command line, in tests, wherever this program runs without Electron. */
export const forkChild: StartChild = (entry) => {
  const path = import.meta.url.endsWith('.ts') ? `./${entry}-process.ts` : `./${entry}.js`
  const child = fork(fileURLToPath(new URL(path, import.meta.url)), [], {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    execArgv: [],
  })
  return {
    post: (message) => {
      // It may have ended between two messages; `onExit` tells about that.
      if (child.connected) child.send(message as object, () => undefined)
    },
    listen: (onMessage, onExit) => {
      child.on('message', onMessage)
      child.once('error', onExit)
      child.once('exit', onExit)
    },
    kill: () => {
      child.kill('SIGKILL')
    },
  }
}

/** What travels between this thread and the main process, which alone can start a process in Electron. */
export type ToStarter =
  | { readonly kind: 'start'; readonly id: number; readonly entry: string }
  | { readonly kind: 'post'; readonly id: number; readonly message: unknown }
  | { readonly kind: 'kill'; readonly id: number }
export type FromStarter =
  | { readonly kind: 'message'; readonly id: number; readonly message: unknown }
  | { readonly kind: 'exit'; readonly id: number }

/** Starts processes through the main process, over a port that it gave this thread. */
export function childrenOver(port: MessagePort): StartChild {
  const children = new Map<number, { onMessage(message: unknown): void; onExit(): void }>()
  let last = 0
  const send = (message: ToStarter) => port.postMessage(message)
  port.on('message', (message: FromStarter) => {
    const child = children.get(message.id)
    if (message.kind === 'message') child?.onMessage(message.message)
    else if (children.delete(message.id)) child?.onExit()
  })
  // The port alone must not keep the thread alive.
  port.unref()
  return (entry) => {
    last += 1
    const id = last
    send({ kind: 'start', id, entry })
    return {
      post: (message) => send({ kind: 'post', id, message }),
      listen: (onMessage, onExit) => children.set(id, { onMessage, onExit }),
      kill: () => send({ kind: 'kill', id }),
    }
  }
}
