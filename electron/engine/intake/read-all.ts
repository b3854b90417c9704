import type { FileQueue } from './measure.ts'
import type { SourceReader } from './reading.ts'
import type { FoundFile } from './walk.ts'

/** Takes the ends of files; exactly one comes for each. */
export interface FileEnds {
  ended(file: FoundFile): void
  failed(file: FoundFile, cause: unknown): void
}

/**
 * Works through the files in order, with as many under way at once as the reader can have. The first failure stops the
 * others; it is thrown when none is under way any more, so that nothing arrives after the end. Before each file
 * `mayGoOn` is asked, and waited for when it answers with a promise.
 */
export async function readAll(
  files: FileQueue,
  { width, ahead = { files: 0, bytes: 0 } }: Pick<SourceReader, 'width' | 'ahead'>,
  failure: AbortController,
  mayGoOn: () => Promise<void> | undefined,
  read: (file: FoundFile, ends: FileEnds) => void,
): Promise<void> {
  let underWay = 0
  let bytes = 0
  let freed: PromiseWithResolvers<void> | null = null
  const hasRoom = () => underWay < width || (underWay < ahead.files && bytes < ahead.bytes)

  const ends: FileEnds = {
    ended(file) {
      underWay -= 1
      bytes -= file.bytes
      freed?.resolve()
    },
    failed(file, cause) {
      failure.abort(cause)
      ends.ended(file)
    },
  }

  function start(file: FoundFile): void {
    underWay += 1
    bytes += file.bytes
    // A file that cannot even be begun has ended all the same.
    try {
      read(file, ends)
    } catch (cause) {
      ends.failed(file, cause)
    }
  }

  async function until(isSo: () => boolean): Promise<void> {
    while (!isSo()) {
      freed = Promise.withResolvers()
      await freed.promise
      freed = null
    }
  }

  // Promises only where there is something to wait for: there may be hundreds of thousands of files.
  try {
    while (!files.isDone) {
      const file = files.take()
      if (file === undefined) {
        await files.more()
        continue
      }
      if (!hasRoom()) await until(hasRoom)
      const pause = mayGoOn()
      if (pause !== undefined) await pause
      if (failure.signal.aborted) break
      start(file)
    }
  } catch (cause) {
    failure.abort(cause)
  }
  await until(() => underWay === 0)
  failure.signal.throwIfAborted()
}
