// What the source of a record says about it, after `containerEnd` went through the record.

import { hasEscapedLetter, keyAt, keyCount } from './container.ts'
import { skipSpace } from './small-values.ts'
import { isWanted, ODD_SOURCE, OTHER_SOURCE, sourceOf } from './source-table.ts'

/**
 * The opening quote of the value of `eventSource`; 0 when it is not sure which text that is. Sure is: exactly one
 * string `eventSource` directly in the record, followed by a string, and no letter written as an escape anywhere.
 */
export function sureSource(end: usize): usize {
  if (keyCount !== 1 || hasEscapedLetter) return 0
  const colon = skipSpace(keyAt + 13, end)
  if (load<u8>(colon) !== 0x3a) return 0
  const quote = skipSpace(colon + 1, end)
  return load<u8>(quote) === 0x22 ? quote : 0
}

/**
 * True unless the record surely has a source that is not wanted: a plain string without any escape. Only what is sure
 * is counted, so that no record is counted here and again by whoever parses it.
 */
export function mayBeWanted(quote: usize, start: usize, end: usize): bool {
  if (quote === 0) return true
  const source = sourceOf(quote)
  if (source === ODD_SOURCE) return true
  return source !== OTHER_SOURCE && isWanted(source, start, end)
}
