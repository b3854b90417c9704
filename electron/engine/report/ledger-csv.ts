import type { Writable } from 'node:stream'
import { utcText } from '../../../shared/domain/time.ts'
import type { ReadableCase } from '../case/rights.ts'
import { collectSources } from './collect/sources.ts'
import { CSV_START, csvLines } from './csv.ts'
import type { ReportSource } from './model.ts'
import { hashedSink, type Written } from './sink.ts'

const HEAD = [
  'item',
  'path',
  'shownPath',
  'status',
  'reason',
  'detail',
  'offset',
  'offsetIn',
  'format',
  'bytes',
  'sha256',
  'contentBytes',
  'contentSha256',
  'records',
  'signIns',
  'indexed',
  'duplicates',
  'conflicts',
  'firstTime',
  'lastTime',
] as const

/**
 * Writes the file ledger as CSV: every source that was met, whatever became of it, in order of path. `rows` counts
 * sources. The stream is not ended.
 */
export async function writeLedgerCsv(
  db: ReadableCase,
  stream: Writable,
  signal?: AbortSignal,
): Promise<Written & { readonly rows: number }> {
  const sources = collectSources(db)
  const sink = hashedSink(stream)
  try {
    await sink.write(CSV_START + csvLines([[...HEAD]]))
    for (let start = 0; start < sources.length; start += 500) {
      signal?.throwIfAborted()
      await sink.write(csvLines(sources.slice(start, start + 500).map(cells)))
    }
    return { rows: sources.length, ...sink.written() }
  } finally {
    sink.release()
  }
}

function cells(source: ReportSource): (string | number | null)[] {
  return HEAD.map((column) => {
    if (column === 'item') return `I-${source.item}`
    if (column === 'firstTime' || column === 'lastTime') {
      const time = source[column]
      return time === null ? null : utcText(time)
    }
    return source[column]
  })
}
