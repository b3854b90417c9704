import { workerData } from 'node:worker_threads'
import { WATCH } from './sql-messages.ts'

// A second thread of the query process. SQLite cannot be interrupted from JavaScript while it computes, so this one
// looks at the time, at the memory and at the parent, and ends the whole process when one of them says so. Without it
// a query without end would go on for ever after the program was killed.
const { shared, parent } = workerData as { shared: SharedArrayBuffer; parent: number }
const watched = new Float64Array(shared)
const LOOK_EVERY_MS = 100

setInterval(() => {
  const deadline = watched[WATCH.deadline] ?? 0
  const memory = watched[WATCH.memory] ?? 0
  const late = deadline > 0 && Date.now() > deadline
  const large = memory > 0 && process.memoryUsage.rss() > memory
  if (late || large || !isAlive(parent)) process.kill(process.pid, 'SIGKILL')
}, LOOK_EVERY_MS)

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return process.ppid === pid
  } catch {
    return false
  }
}
