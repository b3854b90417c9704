import { realpathSync, statSync } from 'node:fs'
import { AppError } from '../../../shared/errors.ts'
import type { ReadableCase } from '../case/rights.ts'

/**
 * Nothing is written over the case, over a file of its evidence, or over what is no file, such as a device, whatever
 * was chosen. Throws `file-exists`.
 */
export function refuseProtected(db: ReadableCase, target: string): void {
  const there = statSync(target, { throwIfNoEntry: false })
  if (there === undefined) return
  if (!there.isFile()) throw new AppError('file-exists', `${target} is no file that can be replaced.`)
  const own = realpathSync(target)
  const kept = realpathSync(db.name)
  if (['', '-wal', '-shm'].some((ending) => own === `${kept}${ending}`)) {
    throw new AppError('file-exists', `${target} is the case itself.`)
  }
  const isEvidence = db.prepare('select 1 from source where path in (?, ?) limit 1').get(target, own)
  if (isEvidence !== undefined) throw new AppError('file-exists', `${target} is evidence of this case.`)
}
