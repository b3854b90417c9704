import type { CallName, EventName, Input, Output } from '../../../shared/contract.ts'
import type { WindowBridge } from '../../../shared/ipc/bridge.ts'
import type { AppUnderTest } from './app.ts'

/** How a call ended, as it travelled. */
export type CallResult<K extends CallName> =
  | { readonly kind: 'ok'; readonly output: Output<K> }
  | { readonly kind: 'fail'; readonly code: string; readonly message: string }

// Far above the numbers the page itself uses for its calls.
let lastId = 1_000_000

/** Makes a call of the contract from inside the page, beside whatever the page does itself. */
export async function callFromPage<K extends CallName>(
  app: AppUnderTest,
  name: K,
  input: Input<K>,
): Promise<CallResult<K>> {
  lastId += 1
  return app.page.evaluate(callInPage, { id: lastId, name, input }) as Promise<CallResult<K>>
}

/** Like `callFromPage`, for a call that must succeed. */
export async function outputFromPage<K extends CallName>(
  app: AppUnderTest,
  name: K,
  input: Input<K>,
): Promise<Output<K>> {
  const result = await callFromPage(app, name, input)
  if (result.kind === 'fail') throw new Error(`${name}: ${result.code}: ${result.message}`)
  return result.output
}

/** Starts to listen for an event of the contract in the page; the answer waits for the first one. */
export async function nextEvent(app: AppUnderTest, name: EventName): Promise<() => Promise<unknown>> {
  await app.page.evaluate(keepEvents, name)
  return async () => {
    const kept = await app.page.waitForFunction((key) => Reflect.get(window, key)?.[0], `__events ${name}`)
    return kept.jsonValue()
  }
}

function callInPage(call: { id: number; name: string; input: unknown }): Promise<unknown> {
  const bridge = Reflect.get(window, 'trailcase') as WindowBridge
  return new Promise((resolve) => {
    bridge.listen((message) => {
      const { kind, id } = message as { kind: string; id?: number }
      if (id === call.id && (kind === 'ok' || kind === 'fail')) resolve(message)
    })
    bridge.post({ kind: 'call', ...call })
  })
}

function keepEvents(name: string): void {
  const bridge = Reflect.get(window, 'trailcase') as WindowBridge
  const kept: unknown[] = []
  Reflect.set(window, `__events ${name}`, kept)
  bridge.listen((message) => {
    const event = message as { kind: string; name?: string; body?: unknown }
    if (event.kind === 'event' && event.name === name) kept.push(event.body)
  })
}
