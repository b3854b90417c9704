import { setTimeout as wait } from 'node:timers/promises'
import type Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type Child, forkChild, type StartChild } from '../../electron/worker/child-processes.ts'
import { createSqlHost, type QueryLimits, SHOWN_LIMITS } from '../../electron/worker/sql-host.ts'
import type { SqlRow } from '../../shared/domain/sql.ts'
import { caseOf } from '../engine/sql/asked.ts'

const ENDLESS = 'with recursive c(n) as (select 1 union all select n + 1 from c) select count(*) from c'
const ROWS = (count: number) =>
  `with recursive c(n) as (select 1 union all select n + 1 from c where n < ${count}) select n, 'row ' || n as t from c`

function hostWith(start: StartChild = forkChild) {
  const children: Child[] = []
  const host = createSqlHost((entry) => {
    const child = start(entry)
    children.push(child)
    return child
  })
  onTestFinished(() => host.close())
  const run = async (path: string, sql: string, limits: Partial<QueryLimits> = {}, signal?: AbortSignal) => {
    const rows: SqlRow[] = []
    const sink = { started: () => undefined, rows: (more: readonly SqlRow[]) => void rows.push(...more) }
    const began = performance.now()
    const all = { ...SHOWN_LIMITS, ...limits }
    const end = await host.run(path, sql, all, sink, signal ?? new AbortController().signal)
    return { ...end, rows, ms: performance.now() - began }
  }
  return { host, run, children }
}

describe('queries in a process of their own', () => {
  it('gives all rows in order, and uses the same process again', async () => {
    const { run, children } = hostWith()
    const { path } = await caseOf('10:00 alice ConsoleLogin ok')
    const { rows, ended } = await run(path, ROWS(12_345))
    expect([ended, rows.length]).toEqual(['done', 12_345])
    expect(rows.every((row, index) => row[0] === index + 1)).toBe(true)
    expect((await run(path, 'select event_name from sign_in')).rows).toEqual([['ConsoleLogin']])
    expect(children).toHaveLength(1)
  })

  it('stops at once in the middle of what SQLite computes, and goes on with the next query', async () => {
    const { run } = hostWith()
    const { path } = await caseOf('10:00 alice ConsoleLogin ok')
    await run(path, 'select 1')
    const stopper = new AbortController()
    const running = run(path, ENDLESS, {}, stopper.signal)
    await wait(400)
    const before = performance.now()
    stopper.abort()
    expect(await running).toMatchObject({ ended: 'stopped', problem: null })
    expect(performance.now() - before).toBeLessThan(300)
    expect((await run(path, 'select count(*) from sign_in')).rows).toEqual([[1]])
  })

  it('ends at the time limit, also in a pattern that backtracks without end', async () => {
    const { run } = hostWith()
    const { path } = await caseOf('10:00 alice ConsoleLogin ok')
    for (const sql of [
      ENDLESS,
      "select regexp_like('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!', '(a+)+$')",
    ]) {
      const { ended, ms } = await run(path, sql, { time: 1500 })
      expect(ended).toBe('time-limit')
      expect(ms).toBeLessThan(4000)
    }
  })

  it('keeps what was found before it was stopped', async () => {
    const { run } = hostWith()
    const { path } = await caseOf('10:00 alice ConsoleLogin ok')
    const sql =
      'with recursive c(n) as (select 1 union all select n + 1 from c) select n from c where n < 40 or n = -1'
    const { ended, rows } = await run(path, sql, { time: 1500 })
    expect(ended).toBe('time-limit')
    // The process hands rows over in parts, each as large as all before.
    expect(rows.length).toBeGreaterThanOrEqual(20)
    expect(rows.every((row, index) => row[0] === index + 1)).toBe(true)
    const flowing = await run(path, ROWS(1e9).replace('where n < 1000000000', ''), { rows: 5000 })
    expect([flowing.ended, flowing.rows.length]).toEqual(['row-limit', 5000])
  })

  it('ends where rows grow too large, and where memory does', async () => {
    const { run } = hostWith()
    const { path } = await caseOf('10:00 alice ConsoleLogin ok')
    const wide =
      'with recursive c(n) as (select 1 union all select n + 1 from c) select hex(randomblob(50000)) from c'
    const large = await run(path, wide, { size: 2_000_000 })
    expect(large.ended).toBe('size-limit')
    expect(large.rows.length).toBeLessThan(40)
    const sorted = `${wide} order by 1`
    expect((await run(path, sorted, { memory: 400 * 1024 * 1024, time: 30_000 })).ended).toBe('memory-limit')
    expect((await run(path, 'select 1')).rows).toEqual([[1]])
  })

  it('tells what is wrong with a statement, and what is wrong with the case', async () => {
    const { run } = hostWith()
    const { path } = await caseOf('10:00 alice ConsoleLogin ok')
    expect(await run(path, 'select nope from sign_in')).toMatchObject({
      ended: 'failed',
      problem: { code: 'unknown-column', about: 'nope' },
    })
    await expect(run(`${path}.gone`, 'select 1')).rejects.toMatchObject({ code: 'write-failed' })
  })

  it('lets go of the case between queries, so that it can be moved and deleted', async () => {
    const { run } = hostWith()
    const on = await caseOf('10:00 alice ConsoleLogin ok')
    await run(on.path, 'select 1')
    // An exclusive lock is given only when nobody reads.
    await expect.poll(() => isFree(on.db)).toBe(true)
  })

  it.runIf(process.platform === 'linux')(
    'a process whose program is gone ends itself, even while it computes',
    async () => {
      const { path } = await caseOf('10:00 alice ConsoleLogin ok')
      const { spawn } = await import('node:child_process')
      const script = `
      import { createSqlHost, SHOWN_LIMITS } from ${JSON.stringify(new URL('../../electron/worker/sql-host.ts', import.meta.url).href)}
      import { forkChild } from ${JSON.stringify(new URL('../../electron/worker/child-processes.ts', import.meta.url).href)}
      import { fork } from 'node:child_process'
      const sink = { started() { console.log('started') }, rows() {} }
      createSqlHost(forkChild).run(${JSON.stringify(path)}, ${JSON.stringify(ENDLESS)}, SHOWN_LIMITS, sink, new AbortController().signal)`
      const program = spawn(process.execPath, ['--input-type=module-typescript', '-e', script], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      await new Promise((resolve) => program.stdout.once('data', resolve))
      const children = () => processesWithParent(program.pid ?? 0)
      const [child] = children()
      expect(child).toBeGreaterThan(0)
      await wait(300)
      program.kill('SIGKILL')
      await expect.poll(() => isAlive(child ?? 0), { timeout: 3000 }).toBe(false)
    },
  )
})

function processesWithParent(parent: number): number[] {
  const { readdirSync, readFileSync } = process.getBuiltinModule('node:fs')
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[1]) === parent
      } catch {
        return false
      }
    })
    .map(Number)
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

function isFree(db: Database.Database): boolean {
  try {
    return db.pragma('journal_mode = delete', { simple: true }) === 'delete'
  } catch {
    return false
  }
}
