import { isRecord, parsedJson } from './cloudtrail-record.ts'
import type { Chosen } from './format.ts'
import type { Range } from './json-members.ts'
import { valueEnd } from './json-value-end.ts'
import { wholeElement } from './locate.ts'
import { type JsonForm, jsonFormat } from './read-json.ts'
import { recordSignsAt } from './record-signs.ts'

const OPEN_BRACE = 0x7b
const APOSTROPHE = 0x27
const NEWLINE = 0x0a
/** Any depth that a record may have is told by whoever reads it. */
const DEEPEST = 100_000

/**
 * Lines of any text in which a record stands, as syslog and other collectors write them, `grep` prints them and the AWS
 * CLI with `--output text`: `Mar  9 10:00:00 host trail: {…}`. A line without signs of a record is another line.
 */
const form: JsonForm = {
  name: 'records-in-text',
  lists: [],
  locate: wholeElement,
  paths: [],
  sees: () => null,
  inLine: (line) => (recordSignsAt(line) < 0 ? null : recordIn(line)),
}

/** The first object in a line; with broken brackets all from its first one on. */
function recordIn(line: Uint8Array): Range | null {
  const start = line.indexOf(OPEN_BRACE)
  // In the texts of YAML and Python, in which signs of the record would be written in other ways.
  if (start < 0 || line[start - 1] === APOSTROPHE) return null
  try {
    const end = valueEnd(line, start, line.length, DEEPEST)
    return { start, end: end < 0 ? line.length : end }
  } catch {
    return { start, end: line.length }
  }
}

/**
 * Chosen when a third of the lines of the head of a text have a record, and at least two: a record that is quoted in a
 * letter or a manual is no log. Else null.
 */
export function chooseLines(head: Uint8Array): Chosen | null {
  let lines = 0
  let withRecord = 0
  for (let start = 0; start < head.length; ) {
    const newline = head.indexOf(NEWLINE, start)
    const line = head.subarray(start, newline < 0 ? head.length : newline)
    if (line.length > 1) lines += 1
    const place = recordSignsAt(line) < 0 ? null : recordIn(line)
    if (place !== null && isRecord(parsedJson(line.subarray(place.start, place.end)))) withRecord += 1
    start += line.length + 1
  }
  if (withRecord < 2 || withRecord * 3 < lines) return null
  return { kind: 'format', format: jsonFormat(form, form.name, 'lines') }
}
