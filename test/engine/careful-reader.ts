import { createFileHasher } from '../../electron/engine/intake/file-hash.ts'
import { readParts } from '../../electron/engine/intake/read-parts.ts'
import type { Finding, SourceReader } from '../../electron/engine/intake/reading.ts'

/** The slow twin: the same files without the fast reader, in this thread, every record by `JSON.parse`. */
export function createCarefulReader(): SourceReader {
  const hashFile = createFileHasher()
  return {
    width: 1,
    read(request, sink) {
      const onFindings = (findings: readonly Finding[]) => sink.findings(findings)
      readParts(sink.file, { hashContent: true, ...request }, null, onFindings).then(
        (reading) => sink.done(reading),
        (cause) => sink.failed(cause),
      )
    },
    hash: async (file, signal) => hashFile(file.path, () => signal.throwIfAborted()),
  }
}
