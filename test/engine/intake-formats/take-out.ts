import { expect } from 'vitest'
import type { FoundRecord } from '../../../electron/engine/intake/formats/format.ts'

/**
 * Takes a record out of content by its range and encoding alone, as somebody without this program would: one slice,
 * `JSON.parse`, and a CSV reader written for this test. Rows come as an object with the header's names.
 */
export function takenOut(content: Uint8Array, found: FoundRecord): unknown {
  const slice = content.subarray(found.byteStart, found.byteEnd)
  const [, charset = 'utf-8', place = ''] = /^(?:(utf-16[lb]e) )?(.*)$/.exec(found.encoding) ?? []
  return outOf(new TextDecoder(charset, { ignoreBOM: true }).decode(slice), place, found.header)
}

function outOf(text: string, place: string, header: string | null): unknown {
  if (place.startsWith('in-string '))
    return outOf(JSON.parse(`"${text}"`) as string, place.slice('in-string '.length), null)
  if (place.startsWith('in-cell '))
    return outOf(text.replaceAll('""', '"'), place.slice('in-cell '.length), null)
  switch (place) {
    case 'plain':
      return JSON.parse(text)
    case 'json-string':
      return JSON.parse(JSON.parse(text) as string)
    case 'csv-cell':
      return JSON.parse(naiveCsv(text)[0]?.[0] ?? '')
    case 'csv-row': {
      const [names = []] = naiveCsv(header ?? '')
      const rows = naiveCsv(text)
      expect(rows).toHaveLength(1)
      return Object.fromEntries(names.map((name, index) => [name, rows[0]?.[index]]))
    }
  }
  throw new Error(`unknown encoding: ${place}`)
}

/** All rows of a CSV text, one letter at a time. */
export function naiveCsv(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let quoted = false
  const endCell = () => {
    row.push(cell)
    cell = ''
  }
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at]
    if (quoted && letter === '"' && text[at + 1] === '"') {
      cell += '"'
      at += 1
    } else if (letter === '"' && (quoted || cell === '')) quoted = !quoted
    else if (!quoted && letter === ',') endCell()
    else if (!quoted && letter === '\n') {
      endCell()
      rows.push(row)
      row = []
    } else if (quoted || letter !== '\r') cell += letter
  }
  endCell()
  if (row.length > 1 || row[0] !== '') rows.push(row)
  return rows
}
