import { type Stats, statSync } from 'node:fs'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { FileList } from './file-list.ts'
import { type FoundFile, type FoundTrouble, troubleOf } from './walk.ts'

/** Other things run this often while sizes are looked up; the first files are handed on sooner, to be begun with. */
const TURN_MS = 4
const FIRST_TURN_MS = 1

/** Files between two looks at the clock. */
const AT_ONCE = 16

/** In the place of the size of a file that could not be looked at. */
const GONE = -1

/** What sizes are told to, as they become known. */
export interface MeasuredTo {
  onFile(bytes: number): void
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
export function measured(files: FileList, signal: AbortSignal, { onFile, onTrouble }: MeasuredTo): FileQueue {
  const count = files.length
  // Numbers only: there may be hundreds of thousands of files, and each is an object for as long as it is read.
  const sizes = new Float64Array(count)
  const times = new Float64Array(count)
  let lookedUp = 0
  let taken = 0
  let isLookingUp = true
  let failure: { readonly cause: unknown } | null = null
  let news = Promise.withResolvers<void>()

  function lookUp(index: number): void {
    const path = files.path(index)
    try {
      const { size, mtimeMs } = plainFile(path)
      sizes[index] = size
      times[index] = Math.trunc(mtimeMs)
      onFile(size)
    } catch (cause) {
      sizes[index] = GONE
      onTrouble(troubleOf(path, files.shownPath(index), cause))
    }
  }

  async function lookUpAll(): Promise<void> {
    let turnMs = FIRST_TURN_MS
    while (lookedUp < count && !signal.aborted) {
      const turnBegan = performance.now()
      do lookUpSome()
      while (lookedUp < count && performance.now() - turnBegan < turnMs)
      turnMs = TURN_MS
      news.resolve()
      await nextTurn()
    }
  }

  /** A long loop of its own would be compiled as a whole while it runs, for longer than it saves. */
  function lookUpSome(): void {
    const end = Math.min(lookedUp + AT_ONCE, count)
    for (; lookedUp < end; lookedUp += 1) lookUp(lookedUp)
  }

  function passGone(): void {
    while (taken < lookedUp && sizes[taken] === GONE) taken += 1
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
      passGone()
      if (taken === lookedUp) return undefined
      const index = taken
      taken += 1
      return {
        path: files.path(index),
        shownPath: files.shownPath(index),
        bytes: sizes[index] ?? 0,
        modifiedAt: times[index] ?? 0,
      }
    },
    get isDone() {
      passGone()
      return !isLookingUp && failure === null && taken === lookedUp
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
