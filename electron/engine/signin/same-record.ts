import { canonicalJson } from './canonical-json.ts'

/** Bytes as text, or null when they are not UTF-8. A byte order mark is kept and so is not JSON. */
export function strictText(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    // The decoder's only complaint is a byte that is not UTF-8.
    return null
  }
}

/**
 * True when two records are byte for byte the same or are the same JSON value: white space, the order of keys and
 * the way a string is escaped do not count. Anything that cannot be compared for certain is different: bytes that
 * are not UTF-8 or JSON, an object with one key twice, numbers that a double cannot hold and whose texts differ.
 */
export function sameRecord(a: Uint8Array, b: Uint8Array): boolean {
  if (Buffer.compare(a, b) === 0) return true
  const textA = strictText(a)
  const textB = strictText(b)
  if (textA === null || textB === null) return false
  const valueA = canonicalJson(textA)
  return valueA !== null && valueA === canonicalJson(textB)
}
