import { Worker } from 'node:worker_threads'
import { toAppError } from '../../shared/errors.ts'
import { SqlRefusal } from '../engine/sql/problem.ts'
import { type RunningQuery, startQuery } from '../engine/sql/running-query.ts'
import { parentChannel } from './parent-channel.ts'
import { type FromSql, type ToSql, WATCH, WATCH_BYTES } from './sql-messages.ts'

// The entry of the query process. A process of its own, because a thread cannot be ended while SQLite computes:
// `worker.terminate()` was still waiting after 5 s of `with recursive` without end, a process is gone at once.
const channel = parentChannel<ToSql, FromSql>()
const watched = new Float64Array(new SharedArrayBuffer(WATCH_BYTES))
const entry = new URL(
  import.meta.url.endsWith('.ts') ? './sql-watch-thread.ts' : './sql-watch.js',
  import.meta.url,
)
new Worker(entry, { name: 'watch', workerData: { shared: watched.buffer, parent: process.ppid } })
let query: RunningQuery | null = null

function answer(order: ToSql): FromSql {
  if (order.kind === 'run') {
    close()
    watched[WATCH.memory] = order.limits.memory
    watched[WATCH.deadline] = Date.now() + order.limits.time
    query = startQuery(order.path, order.sql)
    return { kind: 'started', text: query.text, columns: query.columns, notices: query.notices }
  }
  if (order.kind === 'close') {
    close()
    return { kind: 'closed' }
  }
  if (query === null) throw new Error('No query is running.')
  if (order.kind === 'hints') return { kind: 'hints', hints: query.hints() }
  return { kind: 'rows', ...query.more(order.rows) }
}

function close(): void {
  watched[WATCH.deadline] = 0
  query?.close()
  query = null
}

channel.listen((order) => {
  try {
    channel.post(answer(order))
  } catch (cause) {
    close()
    if (cause instanceof SqlRefusal) channel.post({ kind: 'refused', problem: cause.problem })
    else {
      const { code, message } = toAppError(cause)
      channel.post({ kind: 'failed', code, message })
    }
  }
})
