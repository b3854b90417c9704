import type { Codec } from './codec.ts'
import type { WorldDoor } from './worlds.ts'

export type PreloadModule = (
  require: (name: string) => unknown,
  module: { exports: object },
  exports: object,
  process: object,
) => void

/** What the runner sends into the preload's world. */
export type ToPreload =
  | { readonly kind: 'message'; readonly channel: string; readonly args: readonly unknown[] }
  | { readonly kind: 'paths'; readonly paths: readonly (readonly [name: string, path: string])[] }

/**
 * Runs the preload in its own world with the part of Electron that a sandboxed preload has. The function is put
 * into that world as source text and may use nothing from outside itself.
 */
export function runPreload(secret: string, preload: PreloadModule, codec: Codec, door: WorldDoor): void {
  type Listener = (event: object, ...args: unknown[]) => void
  const world = globalThis as unknown as Record<string, (text: string) => void>
  const listeners = new Map<string, Set<Listener>>()
  const paths = new Map<string, string>()

  world[`${secret}receive`] = (text) => {
    const message = codec.decode(text) as ToPreload
    if (message.kind === 'paths') {
      for (const [name, path] of message.paths) paths.set(name, path)
      return
    }
    for (const listener of listeners.get(message.channel) ?? []) listener({}, ...message.args)
  }

  const electron = {
    ipcRenderer: {
      send: (channel: string, ...args: unknown[]) =>
        world[`${secret}send`]?.(codec.encode({ channel, args })),
      on: (channel: string, listener: Listener) => {
        const known = listeners.get(channel) ?? new Set<Listener>()
        listeners.set(channel, known.add(listener))
      },
    },
    contextBridge: {
      exposeInMainWorld: (key: string, api: object) => door.expose(key, api),
    },
    webUtils: {
      getPathForFile: (file: File) => {
        if (!(file instanceof File)) throw new TypeError('getPathForFile expected to receive a File object.')
        return paths.get(file.name) ?? ''
      },
    },
  }
  const missing = (name: string, part: object): object =>
    new Proxy(part, {
      get: (object, key) => {
        if (key in object) return Reflect.get(object, key)
        throw new Error(`The stand-in has no ${name}.${String(key)}.`)
      },
    })
  const strictElectron = missing(
    'electron',
    Object.fromEntries(Object.entries(electron).map(([name, part]) => [name, missing(name, part)])),
  )
  const require = (name: string): unknown => {
    if (name === 'electron' || name === 'electron/renderer') return strictElectron
    throw new Error(`module not found: ${name}`)
  }
  const module = { exports: {} }
  preload(require, module, module.exports, { type: 'renderer', sandboxed: true, contextIsolated: true })
}
