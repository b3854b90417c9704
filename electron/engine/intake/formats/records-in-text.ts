import { isRecord } from './cloudtrail-record.ts'
import type { Chosen } from './format.ts'
import { headValue } from './head-values.ts'
import { wholeElement } from './locate.ts'
import { type JsonForm, jsonFormat } from './read-json.ts'
import { recordSignsAt } from './record-signs.ts'

const OPEN_BRACE = 0x7b
const NEWLINE = 0x0a

/**
 * Lines of any text in which a record stands at the end, as syslog and other collectors write them and as `grep` prints
 * them: `Mar  9 10:00:00 host trail: {…}`. A line without signs of a record is another line.
 */
const form: JsonForm = {
  name: 'records-in-text',
  lists: [],
  locate: wholeElement,
  paths: [],
  sees: () => null,
  lineStart: (line) => (recordSignsAt(line) < 0 ? -1 : line.indexOf(OPEN_BRACE)),
}

/**
 * Chosen when most lines of the head of a text have a record at their end, and at least two: a record that is quoted in
 * a letter or a manual is no log. Else null.
 */
export function chooseLines(head: Uint8Array): Chosen | null {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  let lines = 0
  let withRecord = 0
  for (let start = 0; start < head.length; ) {
    const newline = head.indexOf(NEWLINE, start)
    const line = head.subarray(start, newline < 0 ? head.length : newline)
    const record = line.indexOf(OPEN_BRACE)
    if (line.length > 1) lines += 1
    if (record >= 0 && isRecord(headValue(decoder.decode(line.subarray(record))))) withRecord += 1
    start += line.length + 1
  }
  if (withRecord < 2 || withRecord * 2 < lines) return null
  return { kind: 'format', format: jsonFormat(form, form.name, 'lines') }
}
