import {
  type CallName,
  type EventBody,
  type EventName,
  events,
  type Input,
  type Output,
} from '../contract.ts'
import { AppError } from '../errors.ts'
import type { Port } from './port.ts'
import { Wire } from './wire.ts'

/** The calling end of a port: typed calls that can be cancelled, and typed events. */
export interface Client {
  /** Rejects with `AppError`. Aborting `signal` asks the other side to stop; the answer still decides how the call ends. */
  call<K extends CallName>(name: K, input: Input<K>, signal?: AbortSignal): Promise<Output<K>>
  /** Returns the function that removes the listener. */
  on<K extends EventName>(name: K, listener: (body: EventBody<K>) => void): () => void
}

interface Pending {
  resolve(output: unknown): void
  reject(error: AppError): void
}

type Listener = (body: unknown) => void

/** Makes a client of a port. When the port closes, every waiting call is rejected with `worker-lost`. */
export function connect(port: Port): Client {
  const pending = new Map<number, Pending>()
  const listeners = new Map<string, Set<Listener>>()
  let lastId = 0
  let lost = false

  function settle(id: number): Pending | undefined {
    const entry = pending.get(id)
    pending.delete(id)
    return entry
  }

  port.listen(
    (raw) => {
      const parsed = Wire.safeParse(raw)
      if (!parsed.success) return
      const message = parsed.data
      if (message.kind === 'ok') settle(message.id)?.resolve(message.output)
      else if (message.kind === 'fail')
        settle(message.id)?.reject(new AppError(message.code, message.message))
      else if (message.kind === 'event' && Object.hasOwn(events, message.name)) {
        for (const listener of listeners.get(message.name) ?? []) listener(message.body)
      }
    },
    () => {
      lost = true
      for (const { reject } of pending.values()) {
        reject(new AppError('worker-lost', 'The other side stopped before it answered.'))
      }
      pending.clear()
    },
  )

  return {
    call(name, input, signal) {
      return new Promise((resolve, reject) => {
        if (lost) return reject(new AppError('worker-lost', 'The other side is gone.'))
        lastId += 1
        const id = lastId
        pending.set(id, { resolve: resolve as (output: unknown) => void, reject })
        signal?.addEventListener('abort', () => port.post({ kind: 'cancel', id } satisfies Wire), {
          once: true,
        })
        port.post({ kind: 'call', id, name, input } satisfies Wire)
      })
    },
    on(name, listener) {
      const set = listeners.get(name) ?? new Set<Listener>()
      const entry = listener as Listener
      listeners.set(name, set.add(entry))
      return () => {
        set.delete(entry)
      }
    },
  }
}
