import { isObject, valueAt } from '../../signin/fields.ts'
import { isRecord } from './cloudtrail-record.ts'
import { headValue } from './head-values.ts'
import { elements, type Path, type PathThroughLists, skipSpace, valuesAt } from './json-members.ts'
import type { Located, Sight } from './read-json.ts'

const QUOTE = 0x22
const OPEN_BRACE = 0x7b

/** The element itself is the record, or a JSON string that holds it. */
export function wholeElement(element: Uint8Array): readonly Located[] {
  return recordAt(element, 0, element.length)
}

type Locate = (element: Uint8Array, maxDepth: number) => Located[]

/** The record stands at one of these paths: the first one that is there. A list there is looked into. */
export function atFirstOf(paths: readonly Path[]): Locate {
  return (element, maxDepth) => {
    for (const path of paths) {
      const located = recordsAt(element, path, maxDepth)
      if (located.length > 0) return located
    }
    return []
  }
}

/** The same at all of these paths, in order of place. What two of them lead to is there once. */
export function atEachOf(paths: readonly PathThroughLists[]): Locate {
  return (element, maxDepth) => {
    const located = paths.flatMap((path) => recordsAt(element, path, maxDepth))
    const inOrder = located.sort((a, b) => a.start - b.start)
    return inOrder.filter(({ start }, index) => start !== inOrder[index - 1]?.start)
  }
}

function recordsAt(element: Uint8Array, path: PathThroughLists, maxDepth: number): Located[] {
  return valuesAt(element, path, maxDepth).flatMap(({ start, end }) => {
    const inside = [...elements(element, start, maxDepth)]
    const ranges = inside.length > 0 ? inside : [{ start, end }]
    return ranges.flatMap((range) => recordAt(element, range.start, range.end))
  })
}

/** A record or a text can be here; numbers and the like cannot. */
export function recordAt(bytes: Uint8Array, start: number, end: number): Located[] {
  const first = bytes[skipSpace(bytes, start)]
  if (first === QUOTE) return [{ start, end, place: 'json-string' }]
  return first === OPEN_BRACE ? [{ start, end, place: 'plain' }] : []
}

/** True when a value is a record, or a text that holds one; the text may be cut short. */
export function holdsRecord(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(holdsRecord)
  return isRecord(typeof value === 'string' ? valueInText(value) : value)
}

/** The first value of a text that may be cut short; undefined when none begins there. */
export function valueInText(text: string): unknown {
  if (!/^[ \t\n\r]*[[{]/.test(text)) return undefined
  try {
    // Ten times as fast, and most texts are whole.
    return JSON.parse(text)
  } catch {
    return headValue(text)
  }
}

/** Judges the values at the paths where a form has its records. */
export function sightAt(value: unknown, paths: readonly Path[]): Sight {
  const there = paths.map((path) => valueAt(value, ...path)).filter((found) => found !== undefined)
  if (there.some(holdsRecord)) return 'record'
  return there.some((found) => typeof found === 'string' || isObject(found)) ? 'envelope' : null
}

/** The best of several sights. */
export function bestSight(sights: readonly Sight[]): Sight {
  return sights.includes('record') ? 'record' : sights.includes('envelope') ? 'envelope' : null
}
