import { describe, expect, it } from 'vitest'
import { createSqlStore } from '../../../renderer/sql/sql-store.ts'
import type { SqlOutcome } from '../../../shared/domain/sql.ts'
import { AppError } from '../../../shared/errors.ts'
import { connect } from '../../../shared/ipc/client.ts'
import { memoryPorts } from '../../../shared/ipc/port.ts'
import { type Handlers, serve } from '../../../shared/ipc/serve.ts'

const outcome = (run: number, rows: number, fields: Partial<SqlOutcome> = {}): SqlOutcome => ({
  run,
  statement: 'select 1',
  columns: ['n'],
  rows,
  ended: 'done',
  problem: null,
  notices: [],
  hints: [],
  milliseconds: 1,
  ...fields,
})

function storeWith(handlers: Partial<Handlers>) {
  const [near, far] = memoryPorts()
  const served = serve(far, handlers, { checkOutput: true })
  return { store: createSqlStore(connect(near)), served }
}
const settle = () => new Promise((resolve) => setTimeout(resolve, 20))

describe('the open queries of a case', () => {
  it('opens each query once, closes them, and always has one', () => {
    const { store } = storeWith({})
    store.open({ kind: 'example', key: 'rootEvents' }, 'select 1')
    expect(store.state().tabs).toHaveLength(1)
    store.open({ kind: 'saved', id: 3, name: 'Mine' }, 'select 2')
    store.open({ kind: 'example', key: 'rootEvents' }, 'select 1')
    expect(store.state().tabs.map(({ sql }) => sql)).toEqual(['select 1', 'select 2'])
    expect(store.state().current).toBe(store.state().tabs[0].id)
    for (const tab of store.state().tabs) store.close(tab.id)
    expect(store.state().tabs.map(({ sql }) => sql)).toEqual([''])
  })

  it('reads rows page by page, and the rest of a page that was short when it was asked for', async () => {
    const asked: number[] = []
    let there = 3
    const release = Promise.withResolvers<void>()
    const { store, served } = storeWith({
      'sql.run': async () => {
        served.emit('sql.progress', { run: 1, columns: ['n'], rows: 3, milliseconds: 5 })
        await release.promise
        return outcome(1, 500)
      },
      'sql.page': ({ offset, limit }) => {
        asked.push(offset)
        const end = Math.min(there, offset + limit)
        return Array.from({ length: Math.max(0, end - offset) }, (_, index) => [offset + index])
      },
    })
    store.type('select 1')
    const running = store.run()
    await settle()
    expect(store.state().tabs[0].result).toMatchObject({ rows: 3, outcome: null })
    expect(store.row(1, 2)).toBeUndefined()
    await settle()
    expect(store.row(1, 2)).toEqual([2])
    there = 500
    release.resolve()
    await running
    expect(store.row(1, 150)).toBeUndefined()
    await settle()
    expect(store.row(1, 150)).toEqual([150])
    expect(store.row(1, 450)).toBeUndefined()
    await settle()
    expect(store.row(1, 450)).toEqual([450])
    expect(asked).toEqual([0, 0, 400])
  })

  it('stops the query before it starts another', async () => {
    const ran: string[] = []
    const { store } = storeWith({
      'sql.run': async ({ sql }, { signal }) => {
        ran.push(sql)
        if (sql === 'endless') await new Promise((resolve) => signal.addEventListener('abort', resolve))
        return outcome(ran.length, 0, signal.aborted ? { ended: 'stopped' } : {})
      },
    })
    store.type('endless')
    const first = store.run()
    await settle()
    expect(store.state().running).toBe(store.state().current)
    store.open(null, 'select 2')
    await store.run()
    await first
    expect(ran).toEqual(['endless', 'select 2'])
    expect(store.state().tabs.map((tab) => tab.result?.outcome?.ended)).toEqual(['stopped', 'done'])
    expect(store.state().running).toBeNull()
  })

  it('keeps why a run or its rows failed', async () => {
    const { store } = storeWith({
      'sql.run': ({ sql }) => {
        if (sql === 'bad') throw new AppError('no-case-open', 'none')
        return outcome(7, 10)
      },
      'sql.page': () => {
        throw new AppError('not-found', 'no longer kept')
      },
    })
    store.type('bad')
    await store.run()
    expect(store.state().tabs[0].result?.error?.code).toBe('no-case-open')
    store.type('good')
    await store.run()
    expect(store.row(7, 0)).toBeUndefined()
    await settle()
    expect(store.lost(7)?.code).toBe('not-found')
  })
})
