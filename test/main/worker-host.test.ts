import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { forwardTo } from '../../electron/main/forward.ts'
import { engineHost } from '../../electron/main/worker-host.ts'
import { type CallName, calls } from '../../shared/contract.ts'

function host(entry = 'small-engine.ts') {
  const logged: string[] = []
  const events: unknown[] = []
  const engine = engineHost(
    join(import.meta.dirname, 'fixtures', entry),
    (_level, event) => logged.push(event),
    (name, body) => events.push([name, body]),
  )
  onTestFinished(() => engine.stop(0))
  return { engine, logged, events }
}

const page = { offset: 0, limit: 10 }

test('calls are answered and events arrive', async () => {
  const { engine, events } = host()
  expect(await engine.call('note.list', undefined)).toEqual([])
  await engine.call('import.pause', { paused: true })
  expect(events).toEqual([['case.changed', { what: 'notes' }]])
})

test('the death of the thread rejects what waits, and the next call starts a new thread', async () => {
  const { engine, logged } = host()
  const waiting = engine.call('case.close', undefined)
  const breaking = engine.call('custody.list', page)
  await expect(waiting).rejects.toMatchObject({ code: 'worker-lost' })
  await expect(breaking).rejects.toMatchObject({ code: 'worker-lost' })
  expect(await engine.call('note.list', undefined)).toEqual([])
  expect(logged).toEqual(['engine.failed', 'engine.lost'])
})

test('a thread that cannot start is reported on every call and not started in a circle', async () => {
  const { engine, logged } = host('not-there.ts')
  await expect(engine.call('note.list', undefined)).rejects.toMatchObject({ code: 'worker-lost' })
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(logged.filter((event) => event === 'engine.lost')).toHaveLength(1)
})

test('stopping waits for the case to close, but not for ever', async () => {
  const { engine, logged } = host()
  await engine.call('note.list', undefined)
  const before = performance.now()
  await engine.stop(100)
  expect(performance.now() - before).toBeLessThan(1500)
  await expect(engine.call('note.list', undefined)).rejects.toMatchObject({ code: 'worker-lost' })
  expect(logged).toEqual([])
})

test('every call of the engine is passed on, and no other', () => {
  const names = Object.keys(forwardTo({ call: () => Promise.reject(new Error('not called')) })).sort()
  const wanted = (Object.keys(calls) as CallName[]).filter((name) => calls[name].runsOn === 'worker')
  expect(names).toEqual(wanted.sort())
})
