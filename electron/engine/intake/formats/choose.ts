import { chooseCsv, isOtherTable } from './choose-csv.ts'
import { chooseJson } from './choose-json.ts'
import { cloudwatchExportForm, stampEnd } from './cloudwatch-export.ts'
import { createTextDecoding, ENCODING_BYTES, encodingOf } from './decode-text.ts'
import type { Chosen } from './format.ts'
import { headValue } from './head-values.ts'
import { holdsRecord } from './locate.ts'
import { jsonFormat } from './read-json.ts'
import { chooseLines } from './records-in-text.ts'
import { hasRecord } from './records-inside.ts'

/** How much of the start of a content is looked at. */
export const HEAD_BYTES = 64 * 1024

const JSON_START = /^\s*[[{]/

/**
 * Chooses how to read a content from its first `HEAD_BYTES` bytes (`complete`: these are all). The bytes decide;
 * `name`, a file name or path, only settles what they leave open. What is known and holds no records, or is not
 * known at all, is skipped with the reason.
 *
 * Where a large file shows no record in its head but could hold some further on, it is read, and said to hold none
 * only after that.
 */
export function chooseFormat(head: Uint8Array, complete: boolean, name: string): Chosen {
  if (encodingOf(head) === null) return skip('not-json', 'Text in UTF-32, or no text.')
  const decoding = createTextDecoding(head.subarray(0, ENCODING_BYTES))
  const bytes = decoding.push(head)
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes, { stream: !complete })
  if (text.trim() === '') {
    if (complete) return skip('empty', 'Nothing but white space.')
    return skip('not-json', `Nothing but white space in the first ${head.length} bytes.`)
  }
  if (JSON_START.test(text)) return chooseJson(text, complete, name, () => chooseLines(bytes))
  const csv = chooseCsv(bytes, complete, name)
  if (csv !== null) return csv
  // A JSON string and a CSV cell begin alike.
  if (holdsRecord(headValue(text))) return chooseJson(text, complete, name, () => null)
  if (hasStampedRecord(bytes))
    return { kind: 'format', format: jsonFormat(cloudwatchExportForm, 'cloudwatch-export', 'lines') }
  const lines = chooseLines(bytes)
  if (lines !== null) return lines
  if (isOtherTable(text)) {
    const detail =
      'A table of CloudTrail events, but not with commas between its columns, or not from its first line on.'
    return skip('form-not-known', detail)
  }
  return skip('not-json', 'The content does not start like JSON, nor like a table of CloudTrail records.')
}

function skip(reason: 'empty' | 'not-json' | 'form-not-known', detail: string): Chosen {
  return { kind: 'skip', reason, format: 'unknown', detail }
}

/** True when a line of the head is a time followed by a record. */
function hasStampedRecord(bytes: Uint8Array): boolean {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  for (let start = 0; start < bytes.length; ) {
    const newline = bytes.indexOf(0x0a, start)
    const line = bytes.subarray(start, newline < 0 ? bytes.length : newline)
    const message = stampEnd(line)
    if (message >= 0 && hasRecord(headValue(decoder.decode(line.subarray(message))))) return true
    start += line.length + 1
  }
  return false
}
