import { isObject } from '../../signin/fields.ts'
import { isRecord, parsedJson } from './cloudtrail-record.ts'
import { elements, keyAt, members, type Range, skipSpace } from './json-members.ts'
import { JsonTrouble } from './json-value-end.ts'
import { holdsRecord, recordAt, valueInText } from './locate.ts'
import type { Located } from './read-json.ts'
import { locatedIn, textAt } from './text-in-text.ts'

/** No export that is known nests deeper. */
export const DEEPEST = 8
/** A value that is larger is not looked through: parsed it would take several times the memory. */
export const LARGEST = 4 * 1024 * 1024
/** What a program writes before the JSON of a line. */
const LONGEST_PREFIX = 256
const OPEN_BRACE = 0x7b
const OPEN_BRACKET = 0x5b
const QUOTE = 0x22
const NEWLINE = 0x0a

/**
 * Where further records stand in a value, beside those that are `known`. Some tools keep the text of a record twice:
 * where that of a known one stands again, and what stands at `places`, is told apart. Throws `JsonTrouble` as `locate`
 * does.
 */
export function recordsBeside(
  element: Uint8Array,
  known: readonly Located[],
  places: readonly Located[],
  maxDepth: number,
): { readonly further: readonly Located[]; readonly copies: readonly Located[] } {
  const texts = new Set(known.map((one) => textOf(element, one)))
  const overlaps = (one: Located) => (other: Located) => one.start < other.end && other.start < one.end
  const others = recordsAnywhere(element, maxDepth).filter((one) => !known.some(overlaps(one)))
  const isSamePlace = (one: Located) => (other: Located) => one.start === other.start && one.end === other.end
  const further: Located[] = []
  const copies: Located[] = []
  for (const one of others) {
    const text = textOf(element, one)
    const isCopy = texts.has(text) || places.some(isSamePlace(one))
    if (isCopy) copies.push(one)
    else further.push(one)
    texts.add(text)
  }
  return { further, copies }
}

function textOf(element: Uint8Array, { start, end, place }: Located): string {
  const bytes = element.subarray(start, end)
  return Buffer.from(textAt(bytes, place) ?? bytes).toString('latin1')
}

/** Where records stand in the text of a cell in quotes that is more than a record: JSON around it, or a line of a log. */
export function recordsInCell(cell: Uint8Array, maxDepth: number): readonly Located[] {
  return locatedIn('in-cell', cell, (text) => recordsInText(text, maxDepth))
}

/**
 * Where records stand in a value, as objects or texts, or in JSON that is such a text. Throws `JsonTrouble` as `locate`
 * does.
 */
export function recordsAnywhere(element: Uint8Array, maxDepth: number): Located[] {
  if (element.length > LARGEST) return []
  return inside(parsedJson(element), { start: skipSpace(element, 0), end: element.length }, 0)

  function inside(value: unknown, { start, end }: Range, depth: number): Located[] {
    if (Array.isArray(value)) {
      if (depth > DEEPEST) return []
      const list: readonly unknown[] = value
      return [...elements(element, start, maxDepth)].flatMap((one, n) => inside(list[n], one, depth + 1))
    }
    if (holdsRecord(value)) return recordAt(element, start, end)
    if (typeof value === 'string')
      return value.includes('{') ? inString(element.subarray(start, end), start) : []
    if (!isObject(value) || depth > DEEPEST) return []
    return [...members(element, start, maxDepth)].flatMap(({ key, value: at }) =>
      inside(value[keyAt(element, key.start, key.end)], at, depth + 1),
    )
  }

  function inString(token: Uint8Array, start: number): Located[] {
    const located = locatedIn('in-string', token, (text) => recordsInText(text, maxDepth))
    return located.map((one) => ({ ...one, start: one.start + start, end: one.end + start }))
  }
}

function recordsInText(text: Uint8Array, maxDepth: number): Located[] {
  const start = jsonStart(text)
  if (start < 0) return []
  try {
    const located = recordsAnywhere(text.subarray(start), maxDepth)
    return located.map((one) => ({ ...one, start: one.start + start, end: one.end + start }))
  } catch (cause) {
    // Too deep. It is no record that is damaged: what looks like some in it is told.
    if (cause instanceof JsonTrouble) return []
    throw cause
  }
}

/** True when a value, which may be cut short, has a record in it at any place, also in texts that are JSON. */
export function hasRecord(value: unknown): boolean {
  if (typeof value === 'string') return beginsJson(Buffer.from(value)) && hasRecord(valueInText(value))
  if (isRecord(value)) return true
  return isObject(value) || Array.isArray(value) ? Object.values(value).some(hasRecord) : false
}

/** The same of a text of JSON behind what a program wrote before it, see `jsonStart`. */
export function hasRecordBehindWords(value: string): boolean {
  const text = Buffer.from(value)
  const start = jsonStart(text)
  return start >= 0 && hasRecord(text.toString('utf8', start))
}

/**
 * Where JSON begins that fills a text to its end, perhaps behind what a program wrote before it on the same line: its time
 * and what it is. -1 where there is none.
 */
function jsonStart(text: Uint8Array): number {
  if (beginsJson(text)) return 0
  const brace = text.subarray(0, LONGEST_PREFIX).indexOf(OPEN_BRACE)
  return brace >= 0 && text.subarray(skipSpace(text, 0), brace).indexOf(NEWLINE) < 0 ? brace : -1
}

/** An object, or a list of what records can be in; `[INFO]` is none. */
function beginsJson(text: Uint8Array): boolean {
  const first = skipSpace(text, 0)
  if (text[first] === OPEN_BRACE) return true
  if (text[first] !== OPEN_BRACKET) return false
  const inside = text[skipSpace(text, first + 1)]
  return inside === OPEN_BRACE || inside === OPEN_BRACKET || inside === QUOTE
}
