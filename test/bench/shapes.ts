import { createHash } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { madeLog } from './made-logs.ts'

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

/** So many names of a few small files, in folders as a bucket has them: what a list of files costs, without the disk. */
export function makeNames(parent: string, count: number): string {
  const folder = join(parent, `names-${count}`)
  const done = join(parent, `names-${count}.made`)
  if (existsSync(done)) return folder
  const shape: Shape = { name: 'small', files: 100, recordsPerFile: 1, content: 'mixed' }
  const files = Array.from({ length: shape.files }, (_, number) => {
    const path = join(parent, `name-${number}.json.gz`)
    writeFileSync(path, madeLog(shape, number))
    return path
  })
  for (let number = 0; number < count; number += 1) {
    const day = join(folder, `AWSLogs/111122223333/CloudTrail/us-east-1/${Math.floor(number / 3000)}`)
    if (number % 3000 === 0) mkdirSync(day, { recursive: true })
    const last = createHash('sha256').update(String(number)).digest('hex').slice(0, 16)
    const name = `111122223333_CloudTrail_us-east-1_20260401T${String(number % 1440).padStart(4, '0')}Z_${last}.json.gz`
    linkSync(files[number % files.length] ?? '', join(day, name))
  }
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
