import { Command, InvalidArgumentError, Option } from 'commander'
import { SQL_FORMATS, type SqlFormat, type SqlProblem } from '../../../shared/domain/sql.ts'
import { hintText, sqlHintTexts } from '../../../shared/messages/sql-hints.ts'
import { problemText, sqlEndTexts, sqlProblemTexts } from '../../../shared/messages/sql-problems.ts'
import { resultWriter } from '../../engine/sql/write-result.ts'
import type { ToolInfo } from '../../engine/tool.ts'
import { forkChild } from '../../worker/child-processes.ts'
import { createSqlHost, type QueryEnd, type QuerySink, WRITTEN_LIMITS } from '../../worker/sql-host.ts'
import { writeQuery } from '../../worker/sql-write.ts'
import { actorOf, reading, working } from '../case-file.ts'
import type { Answer } from '../commands.ts'
import { EXIT, UsageError } from '../exit-codes.ts'
import { complain, forTerminal, print } from '../print.ts'
import { tableSink } from './sql-table.ts'

interface Options {
  readonly case: string
  readonly format: SqlFormat | 'table'
  readonly limit: number
  readonly timeLimit: number
  readonly out?: string
  readonly examiner?: string
}

/** `trailcase sql --case FILE "SELECT …"`: read-only SQL over the case, Athena's dialect included. */
export function sqlCommand(tool: ToolInfo, answer: Answer): Command {
  return new Command('sql')
    .description('ask the case with SQL, read-only; queries written for Athena run too')
    .requiredOption('--case <file>')
    .argument('<statement>', 'such as "select eventname, count(*) from cloudtrail_logs group by 1"')
    .addOption(new Option('--format <format>').choices(['table', ...SQL_FORMATS]).default('table'))
    .addOption(new Option('--limit <n>', 'stop after so many rows').default(1_000_000).argParser(positive))
    .addOption(
      new Option('--time-limit <seconds>', 'stop after so many seconds').default(300).argParser(positive),
    )
    .option('--out <file>', 'write the whole result to a file, with an entry in the custody log')
    .option('--examiner <name>', 'who writes it, for the custody log')
    .action(async (statement: string, options: Options) => {
      if (options.out !== undefined) return await writeResult(tool, statement, options, options.out)
      const end = await reading(options.case, tool, (db) => run(db.name, statement, options))
      tell(end, statement)
      if (end.ended !== 'done') answer(EXIT.withTrouble)
    })
}

/** The statement stands in the entry as it was given. Writes the whole result or nothing. */
async function writeResult(tool: ToolInfo, sql: string, options: Options, path: string): Promise<void> {
  const { format } = options
  if (format === 'table') throw new UsageError('A file is written as --format csv or jsonl.')
  const actor = actorOf(tool, options.examiner)
  const host = createSqlHost(forkChild)
  try {
    const { signal } = new AbortController()
    const written = await working(options.case, actor, null, (db) =>
      writeQuery(db, actor, host, { sql, format, path }, signal),
    )
    await print(`${written.path}\n${written.bytes} bytes, ${written.rows} rows\nSHA-256 ${written.sha256}`)
  } finally {
    host.close()
  }
}

async function run(path: string, statement: string, options: Options): Promise<QueryEnd> {
  const host = createSqlHost(forkChild)
  const sink = options.format === 'table' ? tableSink() : writingSink(options.format)
  const limits = { ...WRITTEN_LIMITS, rows: options.limit, time: options.timeLimit * 1000 }
  try {
    const end = await host.run(path, statement, limits, sink, new AbortController().signal)
    await sink.end()
    return end
  } finally {
    host.close()
  }
}

function writingSink(format: SqlFormat): QuerySink & { end(): void } {
  const writer = resultWriter(process.stdout, format)
  return {
    started: (_, columns) => writer.begin(columns),
    rows: writer.rows,
    end() {
      writer.release()
      for (const { column, cells } of writer.written().guarded) {
        complain(
          `trailcase: ${cells} cell${cells === 1 ? '' : 's'} of ${forTerminal(column)} got an apostrophe before them, so that no spreadsheet calculates them.`,
        )
      }
    },
  }
}

/** Says on stderr what the reader of the result should know. Throws `UsageError` for a statement that cannot run. */
function tell({ ended, problem, hints }: QueryEnd, statement: string): void {
  if (problem !== null) {
    const usage = !['value', 'too-large'].includes(problem.code)
    const text = `${problemText(sqlProblemTexts.en, problem)}${pointer(statement, problem)}`
    if (usage) throw new UsageError(forTerminalLines(text))
    complain(`trailcase: ${forTerminalLines(text)}`)
  } else if (ended !== 'done') complain(`trailcase: ${sqlEndTexts.en[ended]}`)
  for (const hint of hints) {
    complain(
      `hint: ${forTerminal(hintText(sqlHintTexts.en, hint, (count) => count.toLocaleString('en-US')))}`,
    )
  }
}

/** The line of the statement, with marks below the place. */
function pointer(statement: string, { at }: SqlProblem): string {
  if (at === null) return ''
  const begin = statement.lastIndexOf('\n', at.from - 1) + 1
  const newline = statement.indexOf('\n', at.from)
  const line = statement.slice(begin, newline === -1 ? undefined : newline)
  const before = forTerminal(statement.slice(begin, at.from))
  const width = Math.max(1, Math.min(at.to - at.from, line.length - (at.from - begin)))
  return `\n  ${line}\n  ${' '.repeat(before.length)}${'^'.repeat(width)}`
}

const forTerminalLines = (text: string) => text.split('\n').map(forTerminal).join('\n')

function positive(text: string): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 1)
    throw new InvalidArgumentError('It must be a whole number from 1.')
  return value
}
