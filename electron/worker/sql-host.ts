import type { SqlEnd, SqlHint, SqlNotice, SqlProblem, SqlRow } from '../../shared/domain/sql.ts'
import { AppError } from '../../shared/errors.ts'
import type { Child, StartChild } from './child-processes.ts'
import type { FromSql, ToSql } from './sql-messages.ts'

export interface QueryLimits {
  /** Milliseconds, rows, characters of all cells together, and bytes of memory of the process. */
  readonly time: number
  readonly rows: number
  readonly size: number
  readonly memory: number
}

const MIB = 1024 * 1024
/** What a query may take that is shown. */
export const SHOWN_LIMITS: QueryLimits = { time: 60_000, rows: 100_000, size: 64 * MIB, memory: 1024 * MIB }
/** What a query may take whose result is written to a file or a pipe. */
export const WRITTEN_LIMITS: QueryLimits = {
  time: 600_000,
  rows: Number.MAX_SAFE_INTEGER,
  size: Number.MAX_SAFE_INTEGER,
  memory: 1024 * MIB,
}

export interface QuerySink {
  started(statement: string, columns: readonly string[], notices: readonly SqlNotice[]): void | Promise<void>
  /** The next rows are read when this has settled. `size` is about the characters of all cells. */
  rows(rows: readonly SqlRow[], size: number): void | Promise<void>
}

export interface QueryEnd {
  readonly ended: SqlEnd
  readonly problem: SqlProblem | null
  readonly hints: readonly SqlHint[]
}

/** Runs queries in processes of their own. */
export interface SqlHost {
  /**
   * Runs one query; rows go to `sink` as they are found. Aborting `signal` ends it at once, whatever SQLite does.
   * Rejects with `AppError` where the case is the trouble; everything about the query is in the answer.
   */
  run(path: string, sql: string, limits: QueryLimits, sink: QuerySink, signal: AbortSignal): Promise<QueryEnd>
  /** Starts a process ahead of the first query. */
  warm(): void
  close(): void
}

/** The process ends itself so much later than we would end it: only when we no longer can. */
const GRACE_MS = 5000
/**
 * Rows asked for at a time: one, then as many as there are, up to this. The process can hand over nothing while SQLite
 * looks for the next row, so a query that finds few rows and then computes on has shown half of them at least.
 */
const PART_ROWS = 2000

export function createSqlHost(start: StartChild): SqlHost {
  let idle: Talk | null = null
  const all = new Set<Talk>()

  function begin(): Talk {
    const talk: Talk = talkWith(start('sql'), () => {
      all.delete(talk)
      if (idle === talk) idle = null
    })
    all.add(talk)
    return talk
  }

  return {
    async run(path, sql, limits, sink, signal) {
      if (signal.aborted) return { ended: 'stopped', problem: null, hints: [] }
      const talk = idle ?? begin()
      idle = null
      let why: SqlEnd | null = null
      const end = (reason: SqlEnd) => {
        why ??= reason
        talk.kill()
      }
      const onAbort = () => end('stopped')
      signal.addEventListener('abort', onAbort, { once: true })
      const timer = setTimeout(() => end('time-limit'), limits.time)
      try {
        return await converse(talk, path, sql, limits, sink)
      } catch (cause) {
        if (cause !== LOST) throw cause
        // Not ended by us: its own watch did it, over its memory, or it failed.
        return { ended: why ?? 'memory-limit', problem: null, hints: [] }
      } finally {
        clearTimeout(timer)
        signal.removeEventListener('abort', onAbort)
        if (!talk.isLost() && idle === null) {
          talk.rest()
          idle = talk
        } else talk.kill()
      }
    },
    warm() {
      idle ??= begin()
    },
    close() {
      for (const talk of [...all]) talk.kill()
    },
  }
}

const LOST = Symbol('the query process is gone')

interface Talk {
  /** One question, one answer. Rejects with `LOST` when the process is gone. */
  ask(order: ToSql): Promise<FromSql>
  /** Lets go of the case until the next question. */
  rest(): void
  kill(): void
  isLost(): boolean
}

function talkWith(child: Child, onGone: () => void): Talk {
  let waiting: PromiseWithResolvers<FromSql> | null = null
  let lost = false
  const lose = () => {
    if (lost) return
    lost = true
    waiting?.reject(LOST)
    onGone()
  }
  child.listen((message) => {
    const answer = message as FromSql
    // The answer to `rest`.
    if (answer.kind === 'closed') return
    waiting?.resolve(answer)
    waiting = null
  }, lose)
  return {
    ask(order) {
      if (lost) return Promise.reject(LOST)
      waiting = Promise.withResolvers()
      child.post(order)
      return waiting.promise
    },
    rest: () => child.post({ kind: 'close' } satisfies ToSql),
    kill() {
      child.kill()
      // Its end may be told late; nobody waits for that.
      lose()
    },
    isLost: () => lost,
  }
}

async function converse(
  talk: Talk,
  path: string,
  sql: string,
  limits: QueryLimits,
  sink: QuerySink,
): Promise<QueryEnd> {
  const { memory, time } = limits
  const refused = (answer: FromSql): QueryEnd => {
    if (answer.kind === 'refused') return { ended: 'failed', problem: answer.problem, hints: [] }
    if (answer.kind === 'failed') throw new AppError(answer.code, answer.message)
    throw new AppError('internal', `Unexpected answer ${answer.kind} of the query process.`)
  }
  const first = await talk.ask({ kind: 'run', path, sql, limits: { memory, time: time + GRACE_MS } })
  if (first.kind !== 'started') return refused(first)
  await sink.started(first.text, first.columns, first.notices)

  let rows = 0
  let size = 0
  let ended: SqlEnd | null = null
  while (ended === null) {
    const wanted = Math.min(limits.rows - rows, Math.max(1, Math.min(rows, PART_ROWS)))
    const part = await talk.ask({ kind: 'more', rows: wanted })
    if (part.kind !== 'rows') return refused(part)
    rows += part.rows.length
    size += part.bytes
    if (size > limits.size) ended = 'size-limit'
    else if (part.done) ended = 'done'
    else if (rows >= limits.rows) ended = 'row-limit'
    if (ended !== 'size-limit') await sink.rows(part.rows, part.bytes)
  }
  return { ended, problem: null, hints: await hintsOf(talk) }
}

/** Hints are a kindness: a query that has ended well does not fail over them. */
async function hintsOf(talk: Talk): Promise<readonly SqlHint[]> {
  try {
    const answer = await talk.ask({ kind: 'hints' })
    return answer.kind === 'hints' ? answer.hints : []
  } catch {
    return []
  }
}
