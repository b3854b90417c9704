import { readFileSync } from 'node:fs'
import { parentPort } from 'node:worker_threads'
import { gunzipSync } from 'node:zlib'

// Unpacks the files it is given and does nothing else. Answers with the number of bytes that came out.
parentPort?.on('message', (paths: readonly string[]) => {
  let bytes = 0
  for (const path of paths) bytes += gunzipSync(readFileSync(path)).length
  parentPort?.postMessage(bytes)
})
