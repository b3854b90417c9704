import type { SourceFormat } from '../../../../shared/domain/source.ts'
import type { IntakeLimits } from '../limits.ts'
import { isRecord, parsedJson } from './cloudtrail-record.ts'
import { type Columns, cellsOf, columnsOf } from './csv-columns.ts'
import { type CsvRow, cellText, createCsvRows } from './csv-rows.ts'
import { createFindings, type Findings } from './findings.ts'
import type { Format, FormatEnd, RawForm } from './format.ts'
import type { Range } from './json-members.ts'
import { around } from './read-element.ts'
import type { Located } from './read-json.ts'
import { readText, type TextReader } from './read-text.ts'
import { recordOfRow } from './record-of.ts'
import { recordSignsAt } from './record-signs.ts'
import { recordsInCell } from './records-inside.ts'

/** A table in which records are handed over. */
export interface CsvForm {
  readonly name: SourceFormat
  /** Columns that hold the record itself: the first that is there counts. */
  readonly recordColumns: readonly string[]
  /** What a row is where it holds no record; null: then it holds nothing to read. */
  readonly row: Exclude<RawForm, 'record'> | null
}

/** `isSure`: a record was seen. If not, and none is found, the content is said to hold none. */
export function csvFormat(form: CsvForm, isSure = true): Format {
  return {
    name: form.name,
    async read(content, limits, onRecord, sieve) {
      let findings: Findings | null = null
      sieve?.begin(limits, { paths: [], list: null })
      await readText(content, (text) => {
        findings = createFindings(text, limits.maxDepth, onRecord, sieve)
        return tableReader(form, limits, findings)
      })
      return endOf(findings as Findings | null, isSure)
    },
  }
}

function endOf(findings: Findings | null, isSure: boolean): FormatEnd {
  const end = findings?.end() ?? { records: 0, others: 0, trouble: null }
  if (end.records > 0 || (isSure && end.others === 0) || end.trouble?.reason === 'form-not-known') return end
  const detail = `No CloudTrail record in ${end.others} rows.`
  return { ...end, trouble: { reason: 'not-a-trail', detail, offset: null, offsetIn: null } }
}

interface Header {
  readonly columns: Columns
  /** As it stands, without its line end. */
  readonly line: string
  readonly bytes: Uint8Array
}

function tableReader(form: CsvForm, limits: IntakeLimits, findings: Findings): TextReader {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  let header: Header | null = null

  function takeHeader(bytes: Uint8Array): void {
    const columns = columnsOf(bytes)
    // Seen before by whoever chose this form.
    if (columns !== null) header = { columns, line: decoder.decode(bytes), bytes: new Uint8Array(bytes) }
  }

  function takeRow(start: number, bytes: Uint8Array, row: CsvRow, isEnded: boolean): void {
    if (header === null) takeHeader(bytes)
    // Where tables were joined it stands again.
    else if (Buffer.compare(bytes, header.bytes) === 0) findings.other(start, bytes)
    else if (row.damage !== null || row.cells.length !== header.columns.count) {
      brokenRow(start, bytes, row, header.columns.count, isEnded)
    } else soundRow(start, bytes, row, header, isEnded)
  }

  function soundRow(
    start: number,
    bytes: Uint8Array,
    row: CsvRow,
    { columns, line }: Header,
    isEnded: boolean,
  ): void {
    const cell = form.recordColumns
      .map((name) => row.cells[columns.indexOf(name) ?? -1])
      .find((range) => range !== undefined && range.start < range.end)
    if (cell === undefined && form.row !== null) {
      const parsed = recordOfRow(form.row, columns, cellsOf(bytes, row))
      findings.row({ start, bytes, form: form.row, header: line, parsed })
      return
    }
    // Half of a doubled quote looks like the end of the cell.
    const isWhole = (range: Range) =>
      parsedJson(cellText(bytes.subarray(range.start, range.end))) !== undefined
    if (isEnded || (cell !== undefined && isWhole(cell))) takeCells(start, bytes, row, cell)
    else cutAt(start + bytes.length)
  }

  /** Reads the records of a row: that of the column for it, and those that somebody has put beside it. */
  function takeCells(start: number, bytes: Uint8Array, row: CsvRow, own: Range | undefined): void {
    const known = own === undefined ? [] : takeCell(start, bytes, own)
    const isWhole = known[0]?.start === own?.start && known[0]?.end === own?.end
    for (const { cell, isSound } of form.row === null ? recordsBeside(bytes, row, own) : []) {
      if (isSound) known.push(...takeCell(start, bytes, cell))
      else if (isWhole) findings.aside(start + cell.start, bytes.subarray(cell.start, cell.end))
    }
    if (known.length === 0) findings.other(start, bytes)
    // Beside a record stand its fields, which may quote others.
    else if (!isWhole)
      for (const piece of around(bytes, known)) findings.aside(start + piece.start, piece.bytes)
  }

  /** Other cells that are records too, or were before they were damaged. Some tools write the same text into two columns. */
  function recordsBeside(
    bytes: Uint8Array,
    row: CsvRow,
    own: Range | undefined,
  ): readonly { readonly cell: Range; readonly isSound: boolean }[] {
    const textOf = ({ start, end }: Range) => cellText(bytes.subarray(start, end))
    // Hardly a row has one, and the text of its record is long.
    const others = row.cells.filter(
      (cell) => cell !== own && recordSignsAt(bytes.subarray(cell.start, cell.end)) >= 0,
    )
    const isCopy = (text: Uint8Array) => own !== undefined && Buffer.compare(text, textOf(own)) === 0
    return others.flatMap((cell) => {
      const text = textOf(cell)
      if (isCopy(text)) return []
      const parsed = parsedJson(text)
      if (parsed !== undefined && !isRecord(parsed)) return []
      return [{ cell, isSound: parsed !== undefined }]
    })
  }

  /** A cell may be a record, or have some in it. Returns where in the row they are. */
  function takeCell(start: number, row: Uint8Array, cell: Range): Range[] {
    const take = ({ start: from, end, place }: Located) =>
      findings.spot({ start: start + from, bytes: row.subarray(from, end), place }, false)
    const whole: Located = { ...cell, place: 'csv-cell' }
    if (take(whole)) return [whole]
    return recordsInCell(row.subarray(cell.start, cell.end), limits.maxDepth)
      .map((one) => ({ ...one, start: cell.start + one.start, end: cell.start + one.end }))
      .filter(take)
  }

  function cutAt(offset: number): void {
    const detail = 'The content ends in the middle of a row.'
    findings.trouble({ reason: 'csv-truncated', detail, offset, offsetIn: 'content' })
  }

  /** Too few cells in a last row without line end: the download was cut off there. */
  function brokenRow(start: number, bytes: Uint8Array, row: CsvRow, wanted: number, isEnded: boolean): void {
    if (!isEnded && row.damage === null && row.cells.length < wanted) {
      cutAt(start + bytes.length)
      return
    }
    const detail = row.damage?.detail ?? `A row of ${row.cells.length} cells where the header has ${wanted}.`
    const offset = start + (row.damage?.at ?? 0)
    findings.damaged({ start, bytes, place: 'csv-row' }, { reason: 'csv-syntax', detail, offset })
  }

  return createCsvRows(limits, {
    row: takeRow,
    cut(start, end, reason) {
      const isCut = reason === 'csv-truncated'
      const detail = isCut
        ? 'The content ends inside quotes.'
        : `A row of more than ${limits.maxRecordBytes} bytes.`
      findings.trouble({ reason, detail, offset: isCut ? end : start, offsetIn: 'content' })
    },
  })
}
