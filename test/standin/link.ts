/** One end of a channel between the test runner and the stand-in's main process. */
export interface Channel {
  send(message: unknown): void
  onMessage(listener: (message: unknown) => void): void
}

type Methods<T> = { readonly [K in keyof T]: (...args: never[]) => unknown }

export interface Link<Theirs extends Methods<Theirs>> {
  /** Calls a function of the other side. Calls arrive in the order in which they were made. */
  ask<K extends keyof Theirs & string>(
    name: K,
    ...args: Parameters<Theirs[K]>
  ): Promise<Awaited<ReturnType<Theirs[K]>>>
  /** Rejects everything that waits for an answer and all that is asked later. */
  end(reason: Error): void
}

type Message =
  | { readonly kind: 'ask'; readonly id: number; readonly name: string; readonly args: readonly unknown[] }
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'refuse'; readonly id: number; readonly reason: string }

interface Waiting {
  resolve(value: unknown): void
  reject(error: Error): void
}

/** Joins two processes: each offers functions and calls those of the other. */
export function link<Mine extends Methods<Mine>, Theirs extends Methods<Theirs>>(
  channel: Channel,
  mine: Mine,
): Link<Theirs> {
  const waiting = new Map<number, Waiting>()
  let lastId = 0
  let ended: Error | undefined

  const send = (message: Message) => channel.send(message)
  const take = (id: number) => {
    const entry = waiting.get(id)
    waiting.delete(id)
    return entry
  }

  async function answer(id: number, name: string, args: readonly unknown[]): Promise<void> {
    try {
      const method = mine[name as keyof Mine] as unknown as (...args: readonly unknown[]) => unknown
      const value: unknown = await method(...args)
      send({ kind: 'answer', id, value })
    } catch (cause) {
      send({
        kind: 'refuse',
        id,
        reason: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause),
      })
    }
  }

  channel.onMessage((raw) => {
    const message = raw as Message
    if (message.kind === 'ask') void answer(message.id, message.name, message.args)
    else if (message.kind === 'answer') take(message.id)?.resolve(message.value)
    else take(message.id)?.reject(new Error(message.reason))
  })

  return {
    ask: (name, ...args) =>
      new Promise((resolve, reject) => {
        if (ended !== undefined) return reject(ended)
        lastId += 1
        waiting.set(lastId, { resolve: resolve as (value: unknown) => void, reject })
        send({ kind: 'ask', id: lastId, name, args })
      }),
    end: (reason) => {
      ended = reason
      for (const { reject } of waiting.values()) reject(reason)
      waiting.clear()
    },
  }
}
