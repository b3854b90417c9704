import { type CsvRow, rowAt } from './csv-rows.ts'

/** The header of a table: where each column is, by its name without spaces and signs, in lower case. */
export interface Columns {
  readonly count: number
  /** As they stand, quotes taken off. */
  readonly names: readonly string[]
  has(name: string): boolean
  /** Null when there is no such column, or two: then none of them can be trusted. */
  indexOf(name: string): number | null
}

/** Reads a header line; null when it is no line of CSV. */
export function columnsOf(header: Uint8Array): Columns | null {
  const row = rowAt(header, 0, true)
  if (row === null || row.damage !== null) return null
  const names = textsOf(header, row).map((name) => name.trim())
  const indices = new Map<string, number | null>()
  names.forEach((name, index) => {
    const key = columnKey(name)
    indices.set(key, indices.has(key) ? null : index)
  })
  const indexOf = (name: string) => indices.get(name) ?? null
  return { count: names.length, names, indexOf, has: (name) => indexOf(name) !== null }
}

/** `Event name`, `eventName` and `event_name` are one column; the signs that begin `@message` and `_raw` stay. */
export function columnKey(name: string): string {
  const [first = '', ...rest] = name.toLowerCase()
  return first + rest.join('').replaceAll(/[\s_.-]/g, '')
}

/** The cells of a row as text; one without any, not even quotes, is null: so Athena prints a missing value. */
export function cellsOf(bytes: Uint8Array, row: CsvRow): (string | null)[] {
  const texts = textsOf(bytes, row)
  return row.cells.map(({ start, end }, index) => (start === end ? null : (texts[index] ?? null)))
}

function textsOf(bytes: Uint8Array, row: CsvRow): string[] {
  // A view: one text decoder call for each of two dozen cells would cost more than all the rest of the row.
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  return row.cells.map(({ start, end }) => {
    if (view[start] !== 0x22) return view.toString('utf8', start, end)
    return view.toString('utf8', start + 1, end - 1).replaceAll('""', '"')
  })
}
