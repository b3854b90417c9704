import { EventEmitter } from 'node:events'
import { MessageChannel } from 'node:worker_threads'
import { expect, onTestFinished, test } from 'vitest'
import { serveChildProcesses } from '../../electron/main/child-processes.ts'
import { childrenOver } from '../../electron/worker/child-processes.ts'

class FakeProcess extends EventEmitter {
  readonly heard: unknown[] = []
  killed = 0
  readonly pid = undefined
  postMessage(message: unknown): void {
    this.heard.push(message)
  }
  kill(): boolean {
    this.killed += 1
    return true
  }
}

function joined() {
  const started: { path: string; process: FakeProcess }[] = []
  const logged: string[] = []
  const { port1, port2 } = new MessageChannel()
  onTestFinished(() => port2.close())
  const fork = (path: string) => {
    const process = new FakeProcess()
    started.push({ path, process })
    return process
  }
  serveChildProcesses(port1, { fork }, '/app/out/electron/engine.js', (_level, event) => logged.push(event))
  return { start: childrenOver(port2), started, logged, engineEnd: port2 }
}

test('a process is started beside the engine, and messages pass both ways', async () => {
  const { start, started } = joined()
  const child = start('sql')
  const heard: unknown[] = []
  child.listen(
    (message) => heard.push(message),
    () => heard.push('exit'),
  )
  child.post({ kind: 'run' })
  await expect.poll(() => started[0]?.process.heard).toEqual([{ kind: 'run' }])
  expect(started[0]?.path).toBe('/app/out/electron/sql.js')
  started[0]?.process.emit('message', { kind: 'rows' })
  started[0]?.process.emit('exit', 1)
  await expect.poll(() => heard).toEqual([{ kind: 'rows' }, 'exit'])
})

test('nothing but our own entries is started', async () => {
  const { start, started } = joined()
  for (const name of ['../../evil', 'engine', 'main']) {
    const child = start(name)
    let ended = false
    child.listen(
      () => undefined,
      () => {
        ended = true
      },
    )
    await expect.poll(() => ended).toBe(true)
  }
  expect(started).toEqual([])
})

test('processes end when they are told to, and all of them when the engine is gone', async () => {
  const { start, started, logged, engineEnd } = joined()
  const child = start('sql')
  start('sql')
  child.kill()
  await expect.poll(() => started.map(({ process }) => process.killed)).toEqual([1, 0])
  engineEnd.close()
  await expect.poll(() => started.map(({ process }) => process.killed)).toEqual([1, 1])
  started[0]?.process.emit('exit', 0)
  expect(logged).toEqual([])
})

test('a process that ends by itself is logged', async () => {
  const { start, started, logged } = joined()
  start('sql')
  await expect.poll(() => started.length).toBe(1)
  started[0]?.process.emit('exit', 5)
  expect(logged).toEqual(['process.lost'])
})
