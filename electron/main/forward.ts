import { type CallName, calls } from '../../shared/contract.ts'
import type { Client } from '../../shared/ipc/client.ts'
import type { CallContext, WorkerHandlers } from '../../shared/ipc/serve.ts'

/** Handlers that pass every call of the engine on, so that main never learns what the engine does. */
export function forwardTo(engine: Pick<Client, 'call'>): WorkerHandlers {
  const names = (Object.keys(calls) as CallName[]).filter((name) => calls[name].runsOn === 'worker')
  const entries = names.map((name) => [
    name,
    (input: never, { signal }: CallContext) => engine.call(name, input, signal),
  ])
  // The list is made from the contract itself, which is more than the compiler can follow here.
  return Object.fromEntries(entries) as unknown as WorkerHandlers
}
