const ASCII = /^[ -~]*$/
/** Controls, characters without a picture and marks that turn the direction of writing. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const shiftJis = new TextDecoder('shift_jis', { fatal: true })

/**
 * The name of a member for reading, never for a path on the disk: UTF-8, else Shift_JIS as Japanese Windows writes
 * it into zips, else every byte that is no ASCII as `\x82`. What could not be seen stands as `\u{202e}`. A name
 * longer than `maxBytes` is cut.
 */
export function shownName(bytes: Uint8Array, maxBytes: number): string {
  if (bytes.length > maxBytes) return `${shownName(bytes.subarray(0, maxBytes), maxBytes)}…`
  const plain = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
  if (ASCII.test(plain)) return plain
  return decoded(bytes, plain).replace(HIDDEN, (hidden) => `\\u{${hidden.codePointAt(0)?.toString(16)}}`)
}

function decoded(bytes: Uint8Array, plain: string): string {
  for (const decoder of [utf8, shiftJis]) {
    try {
      return decoder.decode(bytes)
    } catch {
      // Not in this encoding.
    }
  }
  return plain.replace(/[\u{80}-\u{ff}]/gu, (byte) => `\\x${byte.charCodeAt(0).toString(16)}`)
}

const UNSAFE = /^[/\\]|^[A-Za-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)|\\u\{0\}/

/** True for a shown name that would lead out of a folder it was unpacked into: no harm here, but worth counting. */
export function isUnsafeName(shown: string): boolean {
  return UNSAFE.test(shown)
}
