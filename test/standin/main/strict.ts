import { EventEmitter } from 'node:events'

// Asked for by promises, the console and assertions of whatever object they meet.
const HARMLESS = new Set(['then', 'toJSON', 'asymmetricMatch', '$$typeof', 'nodeType', 'inspect', 'domain'])

export interface Strictness {
  /** The events the stand-in really emits; listening for another one is an error. */
  readonly events?: readonly string[]
  readonly isDestroyed?: () => boolean
}

/**
 * Makes an object that says so when the app uses something of Electron which the stand-in does not have, instead
 * of answering undefined. A destroyed object throws as Electron's do.
 */
export function strict<T extends object>(
  name: string,
  target: T,
  { events, isDestroyed }: Strictness = {},
): T {
  return new Proxy(target, {
    get(object, key, receiver) {
      if (typeof key === 'symbol') return Reflect.get(object, key, receiver)
      if (isDestroyed?.() === true && !SAFE_WHEN_DESTROYED.has(key))
        throw new TypeError('Object has been destroyed')
      if (!(key in object)) {
        if (HARMLESS.has(key)) return undefined
        throw new Error(`The stand-in has no ${name}.${key}.`)
      }
      const value: unknown = Reflect.get(object, key, receiver)
      const listens = key === 'on' || key === 'once' || key === 'addListener'
      if (!listens || events === undefined) return value
      return (event: string, listener: (...args: unknown[]) => void) => {
        if (!events.includes(event)) throw new Error(`The stand-in never emits '${event}' on ${name}.`)
        return EventEmitter.prototype[key].call(receiver as EventEmitter, event, listener)
      }
    },
  })
}

const SAFE_WHEN_DESTROYED = new Set([
  'isDestroyed',
  'id',
  'emit',
  'removeListener',
  'removeAllListeners',
  ...['_events', '_eventsCount', '_maxListeners'],
])

/** An event whose default can be prevented, as Electron passes it to listeners. */
export function preventable(): { preventDefault(): void; readonly defaultPrevented: boolean } {
  let prevented = false
  return {
    preventDefault: () => {
      prevented = true
    },
    get defaultPrevented() {
      return prevented
    },
  }
}
