import type { SourceReader } from './reading.ts'
import type { FoundFile } from './walk.ts'

/**
 * Works through the files in order, with as many under way at once as the reader can have. The first failure stops the
 * others; it is thrown when none is under way any more, so that nothing arrives after the end.
 */
export async function readAll(
  files: readonly FoundFile[],
  { width, ahead = { files: 0, bytes: 0 } }: Pick<SourceReader, 'width' | 'ahead'>,
  failure: AbortController,
  read: (file: FoundFile) => Promise<void>,
): Promise<void> {
  let underWay = 0
  let bytes = 0
  let freed = Promise.withResolvers<void>()
  const hasRoom = () => underWay < width || (underWay < ahead.files && bytes < ahead.bytes)

  async function start(file: FoundFile): Promise<void> {
    underWay += 1
    bytes += file.bytes
    try {
      await read(file)
    } catch (cause) {
      failure.abort(cause)
    }
    underWay -= 1
    bytes -= file.bytes
    freed.resolve()
  }

  async function until(isSo: () => boolean): Promise<void> {
    while (!isSo()) {
      freed = Promise.withResolvers()
      await freed.promise
    }
  }

  for (const file of files) {
    await until(hasRoom)
    if (failure.signal.aborted) break
    void start(file)
  }
  await until(() => underWay === 0)
  failure.signal.throwIfAborted()
}
