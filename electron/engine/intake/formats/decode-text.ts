import { createByteWindow } from './byte-window.ts'

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be'

/** How many bytes `encodingOf` wants to see. */
export const ENCODING_BYTES = 4

/**
 * The encoding of a text, by its byte order mark or, without one, by the zero bytes that the first two characters
 * have in UTF-16: JSON and CSV begin with ASCII. Null for UTF-32, which no tool is known to write.
 */
export function encodingOf(head: Uint8Array): { encoding: TextEncoding; markBytes: number } | null {
  const [a = 1, b = 1, c = 1, d = 1] = head
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', markBytes: 3 }
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? null : { encoding: 'utf-16le', markBytes: 2 }
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', markBytes: 2 }
  if (a === 0 && b === 0) return null
  if (a !== 0 && b === 0 && c !== 0 && d === 0) return { encoding: 'utf-16le', markBytes: 0 }
  if (a === 0 && b !== 0 && c === 0 && d !== 0) return { encoding: 'utf-16be', markBytes: 0 }
  return { encoding: 'utf-8', markBytes: 0 }
}

/** Turns content into UTF-8 without byte order mark and knows where each byte of it came from. */
export interface TextDecoding {
  readonly encoding: TextEncoding
  push(chunk: Uint8Array): Uint8Array
  end(): Uint8Array
  /** Offset in the content of a position in the UTF-8 text; not before the one given to `forget`. */
  origin(position: number): number
  /** Positions before this one will not be asked for. */
  forget(position: number): void
}

/** `head`: the first `ENCODING_BYTES` of the content, or all of it; they must be pushed like the rest. */
export function createTextDecoding(head: Uint8Array): TextDecoding {
  const { encoding, markBytes } = encodingOf(head) ?? { encoding: 'utf-8', markBytes: 0 }
  return encoding === 'utf-8' ? fromUtf8(markBytes) : fromUtf16(encoding, markBytes)
}

const NOTHING = new Uint8Array(0)

function fromUtf8(markBytes: number): TextDecoding {
  let toSkip = markBytes
  return {
    encoding: 'utf-8',
    push(chunk) {
      const text = chunk.subarray(toSkip)
      toSkip -= chunk.length - text.length
      return text
    },
    end: () => NOTHING,
    origin: (position) => position + markBytes,
    forget: () => {},
  }
}

function fromUtf16(encoding: 'utf-16le' | 'utf-16be', markBytes: number): TextDecoding {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true })
  const encoder = new TextEncoder()
  const held = createByteWindow()
  let seen = 0
  let toSkip = markBytes
  // Two places whose origin is known: where the held text begins, and the last one that was asked for.
  let base = { position: 0, origin: markBytes }
  let last = base

  const take = (text: string) => {
    const bytes = encoder.encode(text)
    held.append(bytes)
    return bytes
  }
  const origin = (position: number) => {
    let { position: at, origin: from } = position < last.position ? base : last
    const { bytes, offset } = held
    for (; at < position; at += 1) {
      const byte = bytes[at - offset] ?? 0
      // Continuation bytes add nothing; four bytes of UTF-8 were two units of UTF-16.
      if ((byte & 0xc0) !== 0x80) from += byte >= 0xf0 ? 4 : 2
    }
    last = { position, origin: from }
    return Math.min(from, seen)
  }
  return {
    encoding,
    push(chunk) {
      seen += chunk.length
      const text = chunk.subarray(toSkip)
      toSkip -= chunk.length - text.length
      return take(decoder.decode(text, { stream: true }))
    },
    end: () => take(decoder.decode()),
    origin,
    forget(position) {
      origin(position)
      base = last
      held.drop(position - held.offset)
    },
  }
}
