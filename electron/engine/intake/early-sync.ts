import { close, fdatasync, openSync } from 'node:fs'

/** So often at most. */
const EVERY_MS = 100

/** Has the disk take in the journal of a case while it grows. */
export interface EarlySync {
  /** Call it after something was written. */
  written(): void
  close(): void
}

/**
 * What the disk has taken in before need not be waited for at the end of an import. Nothing relies on it, so trouble is
 * not told: whoever needs to be sure has SQLite wait. A journal, unlike a case file, has no locks of its own that would
 * be lost when another handle of it is closed (SQLite, "How To Corrupt An SQLite Database File", 2.2); Windows, where an
 * open handle is in the way of others, does without.
 */
export function openEarlySync(casePath: string): EarlySync {
  let handle: number | null = null
  let isUseless = process.platform === 'win32'
  let isBusy = false
  let isClosed = false
  let last = performance.now()

  function letGo(): void {
    if (handle !== null && isClosed && !isBusy) close(handle, () => undefined)
  }

  return {
    written() {
      if (isUseless || isBusy || isClosed || performance.now() - last < EVERY_MS) return
      try {
        handle ??= openSync(`${casePath}-wal`, 'r+')
      } catch {
        isUseless = true
        return
      }
      isBusy = true
      fdatasync(handle, (failed) => {
        isBusy = false
        isUseless = failed !== null
        last = performance.now()
        letGo()
      })
    },
    close() {
      if (isClosed) return
      isClosed = true
      letGo()
    },
  }
}
