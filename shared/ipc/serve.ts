import {
  type CallName,
  calls,
  type EventBody,
  type EventName,
  type NamesOn,
  type Output,
  type Parsed,
} from '../contract.ts'
import { AppError, toAppError } from '../errors.ts'
import type { Port } from './port.ts'
import { Wire } from './wire.ts'

export interface CallContext {
  /** Aborted when the caller cancels or the port closes. */
  readonly signal: AbortSignal
}

export type Handlers<K extends CallName = CallName> = {
  [N in K]: (input: Parsed<N>, context: CallContext) => Output<N> | Promise<Output<N>>
}
export type WorkerHandlers = Handlers<NamesOn<'worker'>>
export type MainHandlers = Handlers<NamesOn<'main'>>

export interface Served {
  emit<K extends EventName>(name: K, body: EventBody<K>): void
}

export interface ServeOptions {
  /** Validate answers too: on in tests and development, off in what is shipped. */
  readonly checkOutput: boolean
}

/** Answers the calls that arrive on a port. Input is always validated; a malformed message is ignored. */
export function serve(port: Port, handlers: Partial<Handlers>, options: ServeOptions): Served {
  const running = new Map<number, AbortController>()
  const post = (message: Wire) => port.post(message)

  port.listen(
    (raw) => {
      const parsed = Wire.safeParse(raw)
      if (!parsed.success) return
      const message = parsed.data
      if (message.kind === 'cancel') running.get(message.id)?.abort()
      else if (message.kind === 'call') void answer(message.id, message.name, message.input)
    },
    () => {
      for (const controller of running.values()) controller.abort()
    },
  )

  async function answer(id: number, name: string, input: unknown): Promise<void> {
    const controller = new AbortController()
    running.set(id, controller)
    try {
      post({ kind: 'ok', id, output: await run(name, input, controller.signal) })
    } catch (cause) {
      // A job that was stopped may still answer with what it has; only a thrown error becomes `cancelled`.
      const { code, message } = controller.signal.aborted
        ? new AppError('cancelled', 'Stopped on request.')
        : toAppError(cause)
      post({ kind: 'fail', id, code, message })
    } finally {
      running.delete(id)
    }
  }

  async function run(name: string, input: unknown, signal: AbortSignal): Promise<unknown> {
    if (!Object.hasOwn(calls, name) || !Object.hasOwn(handlers, name)) {
      throw new AppError('unknown-method', `No handler for ${name}.`)
    }
    const known = name as CallName
    const parsed = calls[known].input.safeParse(input)
    if (!parsed.success) throw new AppError('invalid-input', `${name}: ${issuesInWords(parsed.error.issues)}`)
    const handler = handlers[known] as (input: unknown, context: CallContext) => unknown
    const output = await handler(parsed.data, { signal })
    return options.checkOutput ? calls[known].output.parse(output) : output
  }

  return { emit: (name, body) => post({ kind: 'event', name, body }) }
}

function issuesInWords(issues: readonly { path: PropertyKey[]; message: string }[]): string {
  return issues.map((issue) => `${issue.path.map(String).join('.') || 'input'}: ${issue.message}`).join('; ')
}
