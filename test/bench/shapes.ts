import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'

/** An archive that the bench makes itself. The same shape gives the same bytes on every machine with the same zlib. */
export interface Shape {
  readonly name: 'large' | 'small' | 'sign-ins'
  readonly files: number
  readonly recordsPerFile: number
  /** `mixed` holds 3 sign-ins in 1,000 records and as many records that only look like one. */
  readonly content: 'mixed' | 'sign-ins'
}

/** The shapes in full, or with a tenth of the files. */
export function shapes(size: 'full' | 'quick'): Record<Shape['name'], Shape> {
  const part = size === 'full' ? 1 : 0.1
  return {
    large: { name: 'large', files: 120 * part, recordsPerFile: 5000, content: 'mixed' },
    small: { name: 'small', files: 8000 * part, recordsPerFile: 25, content: 'mixed' },
    'sign-ins': { name: 'sign-ins', files: 120 * part, recordsPerFile: 5000, content: 'sign-ins' },
  }
}

/** What a thread of `make-thread.ts` is asked for: every `step`-th file of a shape, from `first` on. */
export interface MakeOrder {
  readonly shape: Shape
  readonly folder: string
  readonly first: number
  readonly step: number
}

/** Makes the files of a shape below `parent`, with all cores, and returns their folder. Made ones are used again. */
export async function makeShape(parent: string, shape: Shape): Promise<string> {
  const folder = join(parent, `${shape.name}-${shape.files}x${shape.recordsPerFile}`)
  const done = join(parent, `${shape.name}-${shape.files}x${shape.recordsPerFile}.made`)
  if (existsSync(done)) return folder
  mkdirSync(folder, { recursive: true })
  const threads = availableParallelism()
  await Promise.all(
    Array.from({ length: threads }, (_, first) => make({ shape, folder, first, step: threads })),
  )
  writeFileSync(done, '')
  return folder
}

function make(order: MakeOrder): Promise<void> {
  return new Promise((resolve, reject) => {
    new Worker(new URL('./make-thread.ts', import.meta.url), { workerData: order })
      .once('error', reject)
      .once('exit', () => resolve())
  })
}
