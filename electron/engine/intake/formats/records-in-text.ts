import { parsedJson } from './cloudtrail-record.ts'
import type { Chosen } from './format.ts'
import { type Range, skipSpace } from './json-members.ts'
import { valueEnd } from './json-value-end.ts'
import { wholeElement } from './locate.ts'
import { type JsonForm, jsonFormat } from './read-json.ts'
import { recordSignsAt } from './record-signs.ts'
import { hasRecord } from './records-inside.ts'

const OPEN_BRACE = 0x7b
const OPEN_BRACKET = 0x5b
const APOSTROPHE = 0x27
const QUOTE = 0x22
const BACKSLASH = 0x5c
const NEWLINE = 0x0a
/** So much of a list or a text may stand before the first object in it. */
const LONGEST_START = 64
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

/** The first object in a line, or the list or the text around it; with broken brackets all from its first one on. */
function recordIn(line: Uint8Array): Range | null {
  const brace = line.indexOf(OPEN_BRACE)
  // In the texts of YAML and Python, in which signs of the record would be written in other ways.
  if (brace < 0 || line[brace - 1] === APOSTROPHE) return null
  return aroundBrace(line, brace) ?? { start: brace, end: endOfValue(line, brace) }
}

/** The list or the text of which the first object is a part only; null where it stands alone. */
function aroundBrace(line: Uint8Array, brace: number): Range | null {
  const isInText = line[skipSpace(line, brace + 1)] === BACKSLASH
  if (!isInText && line[brace - 1] !== OPEN_BRACKET) return null
  for (let start = Math.max(0, brace - LONGEST_START); start < brace; start += 1) {
    if (line[start] !== OPEN_BRACKET && line[start] !== QUOTE) continue
    const end = endOfValue(line, start)
    if (end > brace && parsedJson(line.subarray(start, end)) !== undefined) return { start, end }
  }
  return null
}

function endOfValue(line: Uint8Array, start: number): number {
  try {
    const end = valueEnd(line, start, line.length, DEEPEST)
    return end < 0 ? line.length : end
  } catch {
    return line.length
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
    if (place !== null && hasRecord(parsedJson(line.subarray(place.start, place.end)))) withRecord += 1
    start += line.length + 1
  }
  if (withRecord < 2 || withRecord * 3 < lines) return null
  return { kind: 'format', format: jsonFormat(form, form.name, 'lines') }
}
