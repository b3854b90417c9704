import { createWriteStream, existsSync } from 'node:fs'
import { link, rename, rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { AppError, toAppError } from '../../../shared/errors.ts'
import type { WritableCase } from '../case/rights.ts'
import { type Actor, appendCustody } from '../custody/log.ts'
import { refuseProtected } from './refuse-target.ts'

/**
 * Writes a file for others and notes it in the custody log, with everything that `write` answers and what `more` adds.
 * The file appears under its name only when it is whole; with `replace` false a file that is there stays. Whatever
 * goes wrong, also a case that cannot take the entry, leaves what stood under the name before. Throws
 * `disk-full`, `write-failed`, `file-exists` and whatever `write` throws.
 */
export async function handOverFile<T extends object>(
  db: WritableCase,
  actor: Actor,
  path: string,
  write: (stream: Writable, target: string) => Promise<T>,
  more: Readonly<Record<string, unknown>> = {},
  replace = true,
): Promise<T> {
  const target = resolve(path)
  if (!replace) refuseTaken(target)
  refuseProtected(db, target)
  const unfinished = `${target}.part-${process.pid}`
  // Flushed to the disk before it gets its name: a power cut leaves no empty report under it.
  const stream = createWriteStream(unfinished, { flags: 'wx', flush: true })
  let standsAt = unfinished
  let former: string | null = null
  try {
    const written = await write(stream, target)
    stream.end()
    await finished(stream)
    if (replace) {
      former = await keepFormer(target)
      await rename(unfinished, target)
    } else await giveName(unfinished, target)
    standsAt = target
    const note = db.transaction(() => appendCustody(db, actor, 'export.written', { ...written, ...more }))
    note.immediate()
    // The file is handed over: a second name that cannot be taken away changes nothing of that.
    if (former !== null) await rm(former, { force: true }).catch(() => undefined)
    return written
  } catch (cause) {
    // A write that is under way ends with an error of its own, which nobody waits for any more.
    stream.on('error', () => undefined)
    stream.destroy()
    // The file may only now come to be, after it was taken away: opening it takes its time, and goes on meanwhile.
    if (!stream.closed) await new Promise<void>((resolve) => void stream.once('close', resolve))
    // Also when it is whole and the case has no room for the entry: nothing is handed over that the log does not know.
    if (former === null) await rm(standsAt, { force: true })
    else await takeBack(unfinished, former, target)
    throw asWriteError(cause, target)
  }
}

/** A second name for the file that is to be replaced; null when there is none, or no second name can be had. */
async function keepFormer(target: string): Promise<string | null> {
  const name = `${target}.former-${process.pid}`
  try {
    await link(target, name)
    return name
  } catch {
    // Nothing there, or a file system without hard links, such as exFAT.
    return null
  }
}

async function takeBack(unfinished: string, former: string, target: string): Promise<void> {
  await rename(former, target)
  await rm(former, { force: true })
  await rm(unfinished, { force: true })
}

function refuseTaken(path: string): void {
  if (existsSync(path)) throw new AppError('file-exists', `There is already a file at ${path}.`)
}

/** Also a file that has come to the name in the meantime is kept. */
async function giveName(unfinished: string, path: string): Promise<void> {
  try {
    // Unlike renaming, this fails when the name is taken.
    await link(unfinished, path)
  } catch {
    refuseTaken(path)
    // A file system without hard links, such as exFAT.
    await rename(unfinished, path)
    return
  }
  await rm(unfinished, { force: true })
}

function asWriteError(cause: unknown, path: string): AppError {
  const error = toAppError(cause)
  const isFileError = cause instanceof Error && 'syscall' in cause
  if (error.code !== 'internal' || !isFileError) return error
  return new AppError('write-failed', `${path} could not be written: ${error.message}`, { cause })
}
