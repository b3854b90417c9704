import { utcText } from '../../../../shared/domain/time.ts'
import type { PaperResult, PaperSample } from '../../../../shared/domain/work-paper.ts'
import { settingsAsOptions } from '../../work-paper/command-words.ts'
import type { ReportModel } from '../model.ts'
import { quoted } from '../sections/repeat-commands.ts'

/** SQL as a word of the shell; it has quotes of its own, so it is read more easily in double ones. */
function quotedSql(sql: string): string {
  return /["$`\\!]/.test(sql) ? quoted(sql) : `"${sql}"`
}

/** Draws a sample, or one stratum of it, with tools that are not ours. */
export function sampleCommand(seed: string, { sql, drawn }: PaperSample['strata'][number]): string {
  const hash = `$(printf '%s:%s' ${quoted(seed)} "$key" | sha256sum | cut -d' ' -f1)`
  const each = `while IFS= read -r key; do printf '%s  %s\\n' "${hash}" "$key"; done`
  return `sqlite3 CASE-FILE ${quotedSql(sql)} | ${each} | LC_ALL=C sort | head -n ${drawn}`
}

/** Finds the exceptions of a test again. */
export function testCommands({ query, sql }: Pick<PaperResult, 'query' | 'sql'>): string[] {
  return [
    ...(query === null ? [] : [`trailcase list --case CASE-FILE --where ${quoted(query)}`]),
    ...(sql === null ? [] : [`sqlite3 CASE-FILE ${quotedSql(sql)}`]),
  ]
}

/** Makes the same work paper again. */
export function paperCommand(model: ReportModel, what: 'pdf' | 'json'): string {
  const { workPaper, options } = model
  const words = (workPaper === null ? [] : settingsAsOptions(workPaper.paper.settings)).flatMap(
    ([name, value]) => (value === null ? [name] : [name, quoted(value)]),
  )
  const end =
    what === 'json'
      ? ['--json']
      : ['--lang', options.language, '--issued-at', utcText(options.issuedAt), '--out', 'PAPER.pdf']
  return ['trailcase work-paper --case CASE-FILE', ...words, ...end].join(' ')
}
