import type { Writable } from 'node:stream'
import type { SignInFilter } from '../../../shared/domain/filter.ts'
import type { ReadableCase } from '../case/rights.ts'
import type { ListRow } from './list-row.ts'
import { listedIds, type RowHooks, toldParts } from './listed-rows.ts'
import { hashedSink, type Written } from './sink.ts'

// Beside what JSON must escape: controls, direction marks and line separators, which a viewer would act upon.
const UNSAFE = /[\u007f-\u009f\u2028\u2029\p{Cf}]/gu

/** One row as a line of JSON without its line end. Lone surrogates and invisible characters stand as `\uXXXX`. */
export function jsonLine(row: ListRow): string {
  return safeJson(row)
}

/** JSON on one line that no viewer can be misled by: invisible characters stand as `\uXXXX`. */
export function safeJson(value: unknown): string {
  return JSON.stringify(value).replace(UNSAFE, (character) =>
    [...Array(character.length).keys()]
      .map((at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`)
      .join(''),
  )
}

/**
 * Writes the sign-ins as JSON Lines, one object per line in the order of the timeline, UTF-8, line ends `\n`.
 * Stops with the reason of the hooks' signal when that is raised. The stream is not ended.
 */
export async function writeJsonl(
  db: ReadableCase,
  filter: SignInFilter,
  stream: Writable,
  limit: number = Number.POSITIVE_INFINITY,
  hooks?: RowHooks,
): Promise<Written & { readonly rows: number }> {
  const ids = listedIds(db, filter).slice(0, limit)
  const sink = hashedSink(stream)
  try {
    for await (const part of toldParts(db, ids, hooks)) {
      await sink.write(part.map(({ listed }) => `${jsonLine(listed)}\n`).join(''))
    }
    return { rows: ids.length, ...sink.written() }
  } finally {
    sink.release()
  }
}
