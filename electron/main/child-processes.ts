import { dirname, join } from 'node:path'
import type { MessagePort } from 'node:worker_threads'
import type { UtilityProcess } from 'electron'
import type { FromStarter, ToStarter } from '../worker/child-processes.ts'
import type { Log } from './log.ts'

/** Electron's `utilityProcess`, the only way to a process of our own: the packaged program cannot run as Node. */
export interface UtilityProcesses {
  fork(path: string, args: string[], options: { serviceName: string; stdio: 'ignore' }): Utility
}
type Utility = Pick<UtilityProcess, 'pid' | 'postMessage' | 'kill'> & {
  on(event: 'message', listener: (message: unknown) => void): unknown
  on(event: 'exit', listener: (code: number) => void): unknown
}

/** Entries that may be started; a name that comes over the port is never used as a path. */
const ENTRIES: ReadonlySet<string> = new Set(['sql'])
/** Electron ends a process kindly; one that computes in native code may not hear that. */
const PATIENCE_MS = 500

/**
 * Starts processes for the engine thread, which cannot do that in Electron, and passes messages on without looking at
 * them. `engine` is the engine's bundle, beside which the others lie. When the port closes, all processes end.
 */
export function serveChildProcesses(
  port: MessagePort,
  processes: UtilityProcesses,
  engine: string,
  log: Log,
): void {
  const running = new Map<number, Utility>()
  const tell = (message: FromStarter) => port.postMessage(message)

  port.on('message', (message: ToStarter) => {
    if (message.kind === 'start') start(message.id, message.entry)
    else if (message.kind === 'post') running.get(message.id)?.postMessage(message.message)
    else end(message.id)
  })
  port.on('close', () => {
    for (const id of running.keys()) end(id)
  })

  function start(id: number, entry: string): void {
    if (!ENTRIES.has(entry)) {
      tell({ kind: 'exit', id })
      return
    }
    const path = join(dirname(engine), `${entry}.js`)
    const child = processes.fork(path, [], { serviceName: `Trailcase ${entry}`, stdio: 'ignore' })
    running.set(id, child)
    child.on('message', (message) => tell({ kind: 'message', id, message }))
    child.on('exit', (code) => {
      const wanted = !running.delete(id)
      if (!wanted) log('error', 'process.lost', { entry, code })
      tell({ kind: 'exit', id })
    })
  }

  function end(id: number): void {
    const child = running.get(id)
    if (child === undefined) return
    running.delete(id)
    let gone = false
    child.on('exit', () => {
      gone = true
    })
    const { pid } = child
    child.kill()
    const insist = () => {
      if (gone || pid === undefined) return
      try {
        process.kill(pid, 'SIGKILL')
      } catch (cause) {
        log('info', 'process.gone', { pid, message: String(cause) })
      }
    }
    setTimeout(insist, PATIENCE_MS).unref()
  }
}
