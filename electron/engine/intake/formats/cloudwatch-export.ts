import { skipSpace } from './json-members.ts'
import { recordAt, wholeElement } from './locate.ts'
import type { JsonForm } from './read-json.ts'

/** `2024-09-14T10:00:00.000Z ` */
const STAMP = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?Z[ \t]+/
const LONGEST_STAMP = 48

/**
 * Objects of a CloudWatch Logs export task: one line for each log event, its time, a space, and the message
 * (CloudWatch Logs User Guide, "Exporting log data to Amazon S3"; the layout of the line is as seen in exports, the
 * guide does not give it).
 */
export const cloudwatchExportForm: JsonForm = {
  name: 'cloudwatch-export',
  lists: [],
  locate: wholeElement,
  paths: [],
  // Judged by its lines, which are no JSON values: see `stampEnd`.
  sees: () => null,
  inLine(line) {
    const start = stampEnd(line)
    return start >= 0 && recordAt(line, start, line.length).length > 0 ? { start, end: line.length } : null
  },
}

/** Index after the time at the start of a line; -1 without one. */
export function stampEnd(line: Uint8Array): number {
  const from = skipSpace(line, 0)
  const text = Buffer.from(line.subarray(from, from + LONGEST_STAMP)).toString('latin1')
  const stamp = STAMP.exec(text)
  return stamp === null ? -1 : from + stamp[0].length
}
