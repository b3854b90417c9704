import { appendFileSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'

export type LogLevel = 'info' | 'warn' | 'error'
export type LogFields = Readonly<Record<string, string | number | boolean | null>>

/**
 * Writes one line. `event` is a dotted name such as `engine.lost`. Fields say what the program did, never what
 * a record contains: the log leaves the case folder with bug reports.
 */
export type Log = (level: LogLevel, event: string, fields?: LogFields) => void

export interface LogLimits {
  /** A file that has reached this size is set aside before the next line. */
  readonly bytes: number
  /** How many files are kept, the current one included. */
  readonly files: number
}

const NAME = 'trailcase.log'

/**
 * A log of JSON lines in `folder`, newest in `trailcase.log`, older ones in `trailcase.log.1` and so on. Logging
 * never throws: a full disk must not stop the work that is being logged.
 */
export function openLog(folder: string, limits: LogLimits = { bytes: 1_000_000, files: 3 }): Log {
  const file = join(folder, NAME)
  return (level, event, fields = {}) => {
    const line = JSON.stringify({ at: new Date().toISOString(), level, event, ...fields })
    try {
      mkdirSync(folder, { recursive: true })
      rotate(file, limits)
      appendFileSync(file, `${line}\n`)
    } catch {
      // Nowhere left to write this to.
    }
  }
}

function rotate(file: string, { bytes, files }: LogLimits): void {
  if (!existsSync(file) || statSync(file).size < bytes) return
  rmSync(`${file}.${files - 1}`, { force: true })
  for (let number = files - 2; number >= 1; number -= 1) {
    if (existsSync(`${file}.${number}`)) renameSync(`${file}.${number}`, `${file}.${number + 1}`)
  }
  if (files > 1) renameSync(file, `${file}.1`)
  else rmSync(file)
}
