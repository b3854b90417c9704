import { gzipSync } from 'node:zlib'
import type { FastReader } from '../engine/intake/fast/reading.ts'
import { DEFAULT_LIMITS } from '../engine/intake/limits.ts'
import { fastReading } from '../engine/intake/read-fast.ts'
import { ordinaryDays } from '../engine/sample/ordinary-days.ts'
import { seededDice } from '../engine/sample/random.ts'

/** So often the log is read: with 300 times, half as much is gained (test/bench/README.md). */
const READINGS = 1000
/** Between two looks whether there is work. */
const AT_ONCE = 5

/** Some hours of the sample trail, with calls of all kinds and a few sign-ins. */
const FIRST = 20
const RECORDS = 40

/**
 * Has a thread that has nothing to do yet read a made-up log again and again, and throw away what it finds: V8 compiles
 * what runs often, and many small files of an import would be read before that is done. Each call reads for some
 * milliseconds at most, and answers whether there is more.
 */
export function createWarmUp(fast: FastReader): () => boolean {
  const records = ordinaryDays(seededDice(1)).slice(FIRST, FIRST + RECORDS)
  const bytes = gzipSync(JSON.stringify({ Records: records }))
  const request = { hashContent: false, limits: DEFAULT_LIMITS }
  let left = READINGS
  return () => {
    for (let count = 0; count < AT_ONCE; count += 1) {
      fastReading(
        0,
        'made-up.json.gz',
        () => undefined,
        (take) => fast.readMemory(bytes, request, take),
      )
    }
    left -= AT_ONCE
    return left > 0
  }
}
