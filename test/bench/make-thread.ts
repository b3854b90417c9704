import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { workerData } from 'node:worker_threads'
import { madeLog } from './made-logs.ts'
import type { MakeOrder } from './shapes.ts'

// A thread that makes its part of the files, laid out by day as CloudTrail does.
const { shape, folder, first, step } = workerData as MakeOrder
for (let number = first; number < shape.files; number += step) {
  const day = String(1 + (number % 28)).padStart(2, '0')
  const name = `111122223333_CloudTrail_us-east-1_202604${day}T0000Z_${String(number).padStart(16, '0')}.json.gz`
  const path = join(folder, 'AWSLogs', '111122223333', 'CloudTrail', 'us-east-1', '2026', '04', day, name)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, madeLog(shape, number))
}
