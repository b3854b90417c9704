import { type Stats, statSync } from 'node:fs'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { type FoundFile, type FoundName, type FoundTrouble, fileOf, troubleOf } from './walk.ts'

/** Other things run this often while sizes are looked up; the first files are handed on sooner, to be begun with. */
const TURN_MS = 4
const FIRST_TURN_MS = 1

/** What sizes are told to, as they become known. */
export interface MeasuredTo {
  onFile(file: FoundFile): void
  /** The file went away, or cannot be looked at. */
  onTrouble(trouble: FoundTrouble): void
}

/** Files to be read, in order. */
export interface FileQueue {
  /** The next file; undefined when it is not known yet, or when there is none. Throws what `MeasuredTo` threw. */
  take(): FoundFile | undefined
  readonly isDone: boolean
  /** Resolves when `take` or `isDone` may say something else. */
  more(): Promise<void>
}

/**
 * Looks up the sizes of the files, in order and ahead of their reading, so that progress soon knows the whole. Ends
 * early when `signal` is raised.
 */
export function measured(
  names: readonly FoundName[],
  signal: AbortSignal,
  { onFile, onTrouble }: MeasuredTo,
): FileQueue {
  const ready: FoundFile[] = []
  let taken = 0
  let isLookingUp = true
  let failure: { readonly cause: unknown } | null = null
  let news = Promise.withResolvers<void>()

  function lookUp({ path, shownPath, file }: FoundName): void {
    try {
      const found = file ?? fileOf(path, shownPath, plainFile(path))
      ready.push(found)
      onFile(found)
    } catch (cause) {
      onTrouble(troubleOf(path, shownPath, cause))
    }
  }

  async function lookUpAll(): Promise<void> {
    let turnBegan = performance.now()
    let turnMs = FIRST_TURN_MS
    for (const name of names) {
      if (signal.aborted) break
      lookUp(name)
      if (performance.now() - turnBegan < turnMs) continue
      turnMs = TURN_MS
      news.resolve()
      await nextTurn()
      turnBegan = performance.now()
    }
  }

  // What is met is written into the case, which may be on a full disk.
  void lookUpAll()
    .catch((cause) => {
      failure = { cause }
    })
    .finally(() => {
      isLookingUp = false
      news.resolve()
    })
  return {
    take() {
      if (failure !== null) throw failure.cause
      const file = ready[taken]
      if (file !== undefined) taken += 1
      return file
    },
    get isDone() {
      return !isLookingUp && failure === null && taken === ready.length
    },
    more() {
      news = Promise.withResolvers()
      return news.promise
    },
  }
}

/** A pipe that came to stand in the place of a file would be waited for without end. */
function plainFile(path: string): Stats {
  const info = statSync(path)
  if (!info.isFile()) throw new Error('It is no file any more; it was not opened.')
  return info
}
