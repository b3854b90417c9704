import { AppError } from '../../shared/errors.ts'

/** So many changes can be taken back; older ones are forgotten. */
const DEPTH = 200

/** Changes that can be taken back while the case is open, by number. */
export interface UndoStore {
  /** Keeps what takes a change back. It must do so whole or not at all. */
  keep(takeBack: () => void): number
  /** Takes a change back, once. Throws `not-found` when it is forgotten or was taken back already. */
  undo(number: number): void
}

export function createUndoStore(): UndoStore {
  const kept = new Map<number, () => void>()
  let last = 0
  return {
    keep(takeBack) {
      last += 1
      kept.set(last, takeBack)
      kept.delete(last - DEPTH)
      return last
    },
    undo(number) {
      const takeBack = kept.get(number)
      if (takeBack === undefined)
        throw new AppError('not-found', `Change ${number} cannot be taken back any more.`)
      takeBack()
      kept.delete(number)
    },
  }
}
