import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { ENGINE_LIMITS, keepOldObjectsFew } from '../../electron/main/engine-memory.ts'
import { threadPort } from '../../electron/worker/thread-port.ts'
import { emptyCaseDetails } from '../../shared/domain/case.ts'
import { emptyFilter, FACETS } from '../../shared/domain/filter.ts'
import { connect } from '../../shared/ipc/client.ts'
import { startClock } from './child.ts'

// Imports a folder through the engine's thread and works on the case meanwhile, as the window does: opens the timeline
// each time rows were announced, and without a pause asks for pages, counts and single records.
const [folder = ''] = process.argv.slice(2)
const scratch = mkdtempSync(join(tmpdir(), 'trailcase-bench-case-'))
keepOldObjectsFew()
const thread = new Worker(new URL('../../electron/worker/engine-thread.ts', import.meta.url), {
  resourceLimits: ENGINE_LIMITS,
})
try {
  const client = connect(threadPort(thread))
  await client.call('case.create', { path: join(scratch, 'bench.trailcase'), details: emptyCaseDetails })
  const latencies: Record<string, number[]> = {}
  const timed = async <T>(name: string, call: () => Promise<T>): Promise<T> => {
    const asked = performance.now()
    const answer = await call()
    latencies[name] = [...(latencies[name] ?? []), performance.now() - asked]
    return answer
  }

  let firstRow: number | null = null
  let isRunning = true
  let rows = 0
  let view = 0
  const dropped = performance.now()
  const stopClock = startClock()
  const open = async () => {
    const opened = await timed('timeline.open', () =>
      client.call('timeline.open', { filter: emptyFilter, keep: null }),
    )
    view = opened.view
    rows = opened.matched
  }
  let isNew = false
  client.on('case.changed', ({ what }) => {
    isNew ||= what === 'sign-ins'
  })
  const imported = client.call('import.run', { paths: [folder] }).finally(() => {
    isRunning = false
  })
  while (isRunning) {
    if (isNew) {
      isNew = false
      await open()
    }
    if (rows > 0) {
      const offset = Math.max(0, Math.floor(rows / 2) - 50)
      const page = await timed('timeline.page', () =>
        client.call('timeline.page', { view, offset, limit: 100 }),
      )
      firstRow ??= performance.now() - dropped
      await timed('timeline.counts', () =>
        client.call('timeline.counts', { filter: emptyFilter, facets: [...FACETS], top: 100 }),
      )
      await timed('timeline.histogram', () =>
        client.call('timeline.histogram', {
          filter: emptyFilter,
          zone: 'UTC',
          bars: 120,
          from: null,
          to: null,
        }),
      )
      const id = page[0]?.id
      if (id !== undefined) await timed('event.detail', () => client.call('event.detail', { id }))
    }
    await wait(10)
  }
  const { sums } = await imported
  const report = stopClock()
  await client.call('case.close', undefined)
  await thread.terminate()
  report({ signIns: sums.indexed, firstRowMs: firstRow, latencies })
} finally {
  rmSync(scratch, { recursive: true })
}
