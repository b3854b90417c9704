import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import type { z } from 'zod'
import { AppError } from '../../shared/errors.ts'
import type { Log } from './log.ts'

/**
 * Reads a small JSON file through a schema. Undefined when there is none. A file that cannot be understood is
 * renamed aside, so that nobody's file is overwritten and the program still starts.
 */
export function readStored<S extends z.ZodType>(file: string, schema: S, log: Log): z.output<S> | undefined {
  if (!existsSync(file)) return undefined
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (cause) {
    const aside = `${file}.damaged-${Date.now()}`
    renameSync(file, aside)
    log('warn', 'stored.damaged', { file, aside, reason: cause instanceof Error ? cause.name : 'unknown' })
    return undefined
  }
}

/**
 * Replaces a small JSON file in one step: after a power cut there is the old file or the new one, never half.
 * Throws `AppError` with `write-failed`.
 */
export function writeStored(file: string, value: unknown): void {
  const fresh = `${file}.new`
  try {
    mkdirSync(dirname(file), { recursive: true })
    const handle = openSync(fresh, 'w', 0o600)
    try {
      writeSync(handle, `${JSON.stringify(value, null, 2)}\n`)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    renameSync(fresh, file)
  } catch (cause) {
    throw new AppError('write-failed', `${file} could not be written.`, { cause })
  }
}
