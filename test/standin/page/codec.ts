export interface Codec {
  /** Throws as a structured clone would when a value cannot be cloned. */
  encode(value: unknown): string
  decode(text: string): unknown
}

/**
 * Values as text, because the line between page and runner carries only strings. It covers what structured clone
 * covers and this app could send. The function is also put into the page as source text: it may use nothing from
 * outside itself, and no syntax that a transpiler would turn into a helper.
 */
export function makeCodec(): Codec {
  type Bytes = { toBase64?(): string }
  const toBase64 = (bytes: Uint8Array): string => {
    const native = (bytes as Bytes).toBase64
    return native === undefined ? Buffer.from(bytes).toString('base64') : native.call(bytes)
  }
  const fromBase64 = (text: string): Uint8Array<ArrayBuffer> => {
    const native = (Uint8Array as { fromBase64?(text: string): Uint8Array<ArrayBuffer> }).fromBase64
    return native === undefined ? new Uint8Array(Buffer.from(text, 'base64')) : native.call(Uint8Array, text)
  }

  // What JSON cannot say is a list whose first entry is a tag; a list of the value itself has the tag 'list'.
  const pack = (value: unknown): unknown => {
    if (value === undefined) return ['undefined']
    if (typeof value === 'bigint') return ['bigint', String(value)]
    if (typeof value === 'number') return Number.isFinite(value) ? value : ['number', String(value)]
    if (typeof value === 'function' || typeof value === 'symbol')
      throw new Error('An object could not be cloned.')
    if (value === null || typeof value !== 'object') return value
    if (Array.isArray(value)) return ['list', value.map(pack)]
    if (value instanceof Date) return ['date', value.getTime()]
    if (value instanceof Map) return ['map', [...value].map(([key, entry]) => [pack(key), pack(entry)])]
    if (value instanceof Set) return ['set', [...value].map(pack)]
    if (value instanceof Error) return ['error', value.name, value.message]
    if (value instanceof ArrayBuffer) return ['buffer', toBase64(new Uint8Array(value))]
    if (value instanceof Uint8Array) return ['bytes', toBase64(value)]
    if (ArrayBuffer.isView(value) || value instanceof Promise)
      throw new Error('An object could not be cloned.')
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, pack(entry)]))
  }

  const unpack = (value: unknown): unknown => {
    if (value === null || typeof value !== 'object') return value
    if (!Array.isArray(value)) {
      return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, unpack(entry)]))
    }
    const [tag, content, more] = value
    if (tag === 'list') return content.map(unpack)
    if (tag === 'undefined') return undefined
    if (tag === 'bigint') return BigInt(content)
    if (tag === 'number') return Number(content)
    if (tag === 'date') return new Date(content)
    if (tag === 'map') return new Map(content.map((entry: unknown[]) => entry.map(unpack)))
    if (tag === 'set') return new Set(content.map(unpack))
    if (tag === 'buffer') return fromBase64(content).buffer
    if (tag === 'bytes') return fromBase64(content)
    const error = new Error(more)
    error.name = content
    return error
  }

  return {
    encode: (value) => JSON.stringify(pack(value)),
    decode: (text) => unpack(JSON.parse(text)),
  }
}
