import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { startClock } from './child.ts'

// Unpacks the same files with two threads, and does nothing else: no hash, no count, no case. The list of files is made before the clock starts; the import makes its own within its time.
const THREADS = 2
const BATCH_FILES = 64
const BATCH_BYTES = 4 * 1024 * 1024
const BATCHES_AHEAD = 2

const [folder = ''] = process.argv.slice(2)
const batches = batchesOf(folder)
const threads = Array.from({ length: THREADS }, openThread)
await Promise.all(threads.map(({ unpack }) => unpack([])))

const stopClock = startClock()
const queue = batches[Symbol.iterator]()
let content = 0
const lanes = threads.flatMap(({ unpack }) =>
  Array.from({ length: BATCHES_AHEAD }, async () => {
    for (const batch of queue) {
      const bytes = await unpack(batch)
      content += bytes
    }
  }),
)
await Promise.all(lanes)
const report = stopClock()
await Promise.all(threads.map(({ end }) => end()))
report({ content })

/** A thread that answers in the order it is asked. */
function openThread() {
  const waiting: ((bytes: number) => void)[] = []
  const worker = new Worker(new URL('./gunzip-thread.ts', import.meta.url))
  worker.on('message', (bytes: number) => waiting.shift()?.(bytes))
  const unpack = (paths: readonly string[]) =>
    new Promise<number>((resolve) => {
      waiting.push(resolve)
      worker.postMessage(paths)
    })
  return { unpack, end: () => worker.terminate() }
}

function batchesOf(top: string): string[][] {
  const made: string[][] = []
  let files = BATCH_FILES
  let bytes = 0
  for (const entry of readdirSync(top, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    if (files >= BATCH_FILES || bytes >= BATCH_BYTES) {
      made.push([])
      files = 0
      bytes = 0
    }
    made.at(-1)?.push(path)
    files += 1
    bytes += statSync(path).size
  }
  return made
}
