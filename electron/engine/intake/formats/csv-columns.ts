import { type CsvRow, cellText, rowAt } from './csv-rows.ts'

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

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
  const keys = names.map(columnKey)
  const indexOf = (name: string) => {
    const index = keys.indexOf(name)
    return index < 0 || keys.includes(name, index + 1) ? null : index
  }
  return { count: keys.length, names, indexOf, has: (name) => indexOf(name) !== null }
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
  return row.cells.map(({ start, end }) => decoder.decode(cellText(bytes.subarray(start, end))))
}
