import { fileSha256 } from '../../electron/engine/intake/file-bytes.ts'
import { readParts } from '../../electron/engine/intake/read-parts.ts'
import type { Finding, SourceReader } from '../../electron/engine/intake/reading.ts'

/** The slow twin: the same files without the fast reader, in this thread, every record by `JSON.parse`. */
export function createCarefulReader(): SourceReader {
  return {
    width: 1,
    read(request, sink) {
      const onFindings = (findings: readonly Finding[]) => sink.findings(findings)
      readParts(sink.file, { hashContent: true, ...request }, null, onFindings).then(
        (reading) => sink.done(reading),
        (cause) => sink.failed(cause),
      )
    },
    hash: (file, signal) => fileSha256(file.path, signal),
  }
}
