import { parsedJson } from './cloudtrail-record.ts'
import { type Columns, cellsOf, columnsOf } from './csv-columns.ts'
import { rowAt } from './csv-rows.ts'
import type { RawForm } from './format.ts'
import { recordOfHistoryRow, recordOfTableRow } from './row-record.ts'

/**
 * The record in kept bytes, as `FoundRecord.parsed` had it: for a row, an object of CloudTrail's shape with what the
 * row states. `header`: the header line that was kept with a row. Undefined when they cannot be read.
 */
export function recordOf(form: RawForm, raw: Uint8Array, header: string | null): unknown {
  if (form === 'record') return parsedJson(raw)
  const columns = header === null ? null : columnsOf(new TextEncoder().encode(header))
  const row = rowAt(raw, 0, true)
  if (columns === null || row === null || row.damage !== null || row.cells.length !== columns.count)
    return undefined
  return recordOfRow(form, columns, cellsOf(raw, row))
}

/** The same for cells that have been read already. */
export function recordOfRow(
  form: Exclude<RawForm, 'record'>,
  columns: Columns,
  cells: readonly (string | null)[],
): Record<string, unknown> {
  return form === 'event-history-row' ? recordOfHistoryRow(columns, cells) : recordOfTableRow(columns, cells)
}
