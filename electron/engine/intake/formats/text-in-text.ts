import { cellText, cellTextPlaces } from './csv-rows.ts'
import { PLACES, type Place } from './format.ts'
import { textPlaces, unescaped } from './json-string.ts'
import type { Located } from './read-json.ts'

/** Text that stands in other text: in a JSON string or in a CSV cell, quotes included. */
interface Layer {
  /** The text that it holds; null when its quoting is broken. */
  readonly text: (whole: Uint8Array) => Uint8Array | null
  /** Where that stands in it which stands at these ascending offsets of its text. */
  readonly places: (whole: Uint8Array, offsets: readonly number[]) => number[]
}

const LAYERS: Readonly<Record<'in-string' | 'in-cell', Layer>> = {
  'in-string': { text: unescaped, places: textPlaces },
  'in-cell': { text: cellText, places: cellTextPlaces },
}
export type LayerName = keyof typeof LAYERS

const QUOTE = Buffer.from('"')

/** The text of a record that stands between these bytes; null when its quoting is broken. */
export function textAt(bytes: Uint8Array, place: Place): Uint8Array | null {
  if (place === 'json-string') return unescaped(bytes)
  if (place === 'csv-cell') return cellText(bytes)
  for (const name of ['in-string', 'in-cell'] as const) {
    const inner = PLACES.find((known) => place === `${name} ${known}`)
    if (inner === undefined) continue
    const text = LAYERS[name].text(Buffer.concat([QUOTE, bytes, QUOTE]))
    return text === null ? null : textAt(text, inner)
  }
  return bytes
}

/**
 * Looks for records in the text of a JSON string or of a CSV cell in quotes, `whole`. Returns where they stand in
 * `whole`. What stands in more texts than `PLACES` has is left out.
 */
export function locatedIn(
  name: LayerName,
  whole: Uint8Array,
  find: (text: Uint8Array) => readonly Located[],
): Located[] {
  const layer = LAYERS[name]
  const text = layer.text(whole)
  if (text === null || whole[0] !== QUOTE[0]) return []
  const found = find(text)
  const places = layer.places(
    whole,
    found.flatMap(({ start, end }) => [start, end]),
  )
  return found.flatMap((one, index) => {
    const place = PLACES.find((known) => known === `${name} ${one.place}`)
    const [start, end] = places.slice(2 * index)
    return place === undefined || start === undefined || end === undefined ? [] : [{ start, end, place }]
  })
}
