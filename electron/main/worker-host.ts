import { setTimeout as wait } from 'node:timers/promises'
import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads'
import { type EventBody, type EventName, events } from '../../shared/contract.ts'
import { AppError } from '../../shared/errors.ts'
import { type Client, connect } from '../../shared/ipc/client.ts'
import { threadPort } from '../worker/thread-port.ts'
import { ENGINE_LIMITS } from './engine-memory.ts'
import type { Log } from './log.ts'

export type EventListener = <K extends EventName>(name: K, body: EventBody<K>) => void

export interface EngineHost {
  readonly call: Client['call']
  /** Closes the case and ends the thread; after `patience` milliseconds it is ended as it stands. */
  stop(patience?: number): Promise<void>
}

/**
 * Runs the engine in a worker thread. When the thread dies, every waiting call is rejected with `worker-lost`
 * and the next call starts a new thread, so that the window can open the case again; starting it only when
 * asked keeps a thread that dies at once from being started in a circle. `serveProcesses` gets the port through which
 * the thread asks for processes of its own.
 */
export function engineHost(
  entry: string,
  log: Log,
  onEvent: EventListener,
  serveProcesses?: (port: MessagePort) => void,
): EngineHost {
  let running: { readonly worker: Worker; readonly client: Client } | undefined = start()
  let stopping = false

  function start() {
    const { port1, port2 } = new MessageChannel()
    serveProcesses?.(port1)
    const ports = serveProcesses === undefined ? {} : { processes: port2 }
    const worker = new Worker(entry, {
      name: 'engine',
      workerData: ports,
      resourceLimits: ENGINE_LIMITS,
      transferList: Object.values(ports),
    })
    const client = connect(threadPort(worker))
    const forget = () => {
      if (running?.worker === worker) running = undefined
    }
    // A thread that throws is of no use from here on, although its `exit` comes a little later.
    worker.on('error', (cause: unknown) => {
      forget()
      log('error', 'engine.failed', { message: cause instanceof Error ? cause.message : String(cause) })
    })
    worker.on('exit', (code) => {
      if (!stopping) log('error', 'engine.lost', { code })
      forget()
    })
    for (const name of Object.keys(events) as EventName[]) {
      client.on(name, (body) => onEvent(name, body as EventBody<typeof name>))
    }
    return { worker, client }
  }

  return {
    call: async (name, input, signal) => {
      if (stopping) throw new AppError('worker-lost', 'The program is closing.')
      running ??= start()
      return running.client.call(name, input, signal)
    },
    stop: async (patience = 2000) => {
      stopping = true
      if (running === undefined) return
      const { worker, client } = running
      // A failed close is no reason to keep the user waiting: a case survives the end of the thread at any point.
      const closed = client.call('case.close', undefined).catch(() => undefined)
      await Promise.race([closed, wait(patience, undefined, { ref: false })])
      await worker.terminate()
    },
  }
}
