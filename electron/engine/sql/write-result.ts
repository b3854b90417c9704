import type { Writable } from 'node:stream'
import type { SqlCell, SqlFormat, SqlRow } from '../../../shared/domain/sql.ts'
import { CSV_START, csvLines, isFormula } from '../report/csv.ts'
import { safeJson } from '../report/jsonl.ts'
import { hashedSink, type Written } from '../report/sink.ts'

/** What was written, and which cells of a CSV were guarded against being calculated. */
export interface WrittenResult extends Written {
  readonly rows: number
  readonly guarded: readonly { readonly column: string; readonly cells: number }[]
}

/** Takes the rows of a result and writes them; the stream is not ended. */
export interface ResultWriter {
  begin(columns: readonly string[]): Promise<void>
  rows(rows: readonly SqlRow[]): Promise<void>
  written(): WrittenResult
  release(): void
}

/**
 * Writes rows as CSV (UTF-8 with byte order mark, CRLF, cells that a spreadsheet would calculate guarded with an
 * apostrophe) or as JSON Lines, one object per row. A column name that stands twice gets a number there.
 */
export function resultWriter(stream: Writable, format: SqlFormat): ResultWriter {
  const sink = hashedSink(stream)
  let names: readonly string[] = []
  let count = 0
  let guarded: number[] = []
  return {
    async begin(columns) {
      names = format === 'csv' ? columns : distinct(columns)
      guarded = columns.map(() => 0)
      if (format === 'csv') await sink.write(CSV_START + csvLines([columns]))
    },
    async rows(rows) {
      if (rows.length === 0) return
      count += rows.length
      for (const row of rows) {
        row.forEach((cell, index) => {
          if (isFormula(cell)) guarded[index] = (guarded[index] ?? 0) + 1
        })
      }
      await sink.write(
        format === 'csv' ? csvLines(rows) : rows.map((row) => `${objectOf(names, row)}\n`).join(''),
      )
    },
    written: () => ({
      ...sink.written(),
      rows: count,
      guarded:
        format === 'csv'
          ? names.flatMap((column, index) => (guarded[index] ? [{ column, cells: guarded[index] }] : []))
          : [],
    }),
    release: () => sink.release(),
  }
}

function objectOf(names: readonly string[], row: readonly SqlCell[]): string {
  return safeJson(Object.fromEntries(names.map((name, index) => [name, row[index] ?? null])))
}

function distinct(columns: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return columns.map((column) => {
    const times = (seen.get(column) ?? 0) + 1
    seen.set(column, times)
    return times === 1 ? column : `${column}_${times}`
  })
}
