export interface WorldDoor {
  /** Puts an object of functions and values on the other world's `window`, frozen. */
  expose(key: string, api: object): void
}

/**
 * One side of the door between the page's world and the preload's. Both share the document, so calls travel as
 * events which are dispatched synchronously; Chromium clones their `detail` between worlds, as the context
 * bridge clones arguments. Functions become numbers on one side and callable stand-ins on the other.
 *
 * The function is put into both worlds as source text and may use nothing from outside itself.
 */
export function openDoor(mine: string, theirs: string, secret: string): WorldDoor {
  type Callable = (...args: unknown[]) => unknown
  const mineById = new Map<number, Callable>()
  const idOfMine = new Map<Callable, number>()
  const theirsById = new Map<number, Callable>()
  const answers = new Map<number, { value?: unknown; error?: string }>()
  let lastTicket = 0

  const tell = (kind: string, detail: object) =>
    window.dispatchEvent(new CustomEvent(`${secret}${theirs}${kind}`, { detail }))
  const hear = (kind: string, listener: (detail: never) => void) =>
    window.addEventListener(`${secret}${mine}${kind}`, (event) => {
      event.stopImmediatePropagation()
      listener((event as CustomEvent).detail as never)
    })

  const numberOf = (callable: Callable): number => {
    const id = idOfMine.get(callable) ?? idOfMine.size + 1
    idOfMine.set(callable, id)
    mineById.set(id, callable)
    return id
  }

  const pack = (value: unknown): object => {
    if (typeof value === 'function') return { callable: numberOf(value as Callable) }
    if (value instanceof Promise) throw new Error('The stand-in does not carry promises between worlds.')
    if (Array.isArray(value)) return { list: value.map(pack) }
    if (value !== null && typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype) {
      return { record: Object.entries(value).map(([key, entry]) => [key, pack(entry)]) }
    }
    return { value }
  }

  type Packed = { callable?: number; list?: Packed[]; record?: [string, Packed][]; value?: unknown }
  const unpack = (packed: Packed): unknown => {
    if (packed.callable !== undefined) return standInFor(packed.callable)
    if (packed.list !== undefined) return packed.list.map(unpack)
    if (packed.record !== undefined) {
      return Object.fromEntries(packed.record.map(([key, entry]) => [key, unpack(entry)]))
    }
    return packed.value
  }

  const standInFor = (id: number): Callable => {
    const known = theirsById.get(id)
    if (known !== undefined) return known
    const callable: Callable = (...args) => {
      lastTicket += 1
      const ticket = lastTicket
      tell('call', { id, ticket, args: args.map(pack) })
      const answer = answers.get(ticket)
      answers.delete(ticket)
      if (answer === undefined) throw new Error('The other world did not answer.')
      if (answer.error !== undefined) throw new Error(answer.error)
      return unpack(answer.value as Packed)
    }
    theirsById.set(id, callable)
    return callable
  }

  hear('call', ({ id, ticket, args }: { id: number; ticket: number; args: Packed[] }) => {
    try {
      tell('answer', { ticket, value: pack(mineById.get(id)?.(...args.map(unpack))) })
    } catch (cause) {
      tell('answer', { ticket, error: cause instanceof Error ? cause.message : String(cause) })
    }
  })
  hear('answer', (answer: { ticket: number; value?: unknown; error?: string }) => {
    answers.set(answer.ticket, answer)
  })
  hear('expose', ({ key, api }: { key: string; api: Packed }) => {
    if (key in window) throw new Error(`Cannot bind an API on top of an existing property: ${key}`)
    Object.defineProperty(window, key, { value: Object.freeze(unpack(api)), enumerable: true })
  })

  return { expose: (key, api) => tell('expose', { key, api: pack(api) }) }
}
