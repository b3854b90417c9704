import { spawn, spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

export interface JqRun {
  readonly seconds: number
  readonly contentBytes: number
}

/** DuckDB is no dependency of the project; it is compared with when someone has installed it. */
export function hasDuckDb(): boolean {
  try {
    createRequire(import.meta.url).resolve('@duckdb/node-api')
    return true
  } catch {
    return false
  }
}

export function hasJq(): boolean {
  return spawnSync('jq', ['--version']).status === 0
}

/**
 * Lets one jq pick the sign-ins of the first files of a folder, about `bytes` of content in all. They are unpacked
 * before the clock starts. Rejects when jq fails.
 */
export async function runJq(folder: string, bytes: number): Promise<JqRun> {
  const pieces: Buffer[] = []
  let contentBytes = 0
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || contentBytes >= bytes) continue
    const piece = gunzipSync(readFileSync(join(entry.parentPath, entry.name)))
    pieces.push(piece)
    contentBytes += piece.length
  }
  const started = performance.now()
  const filter =
    '.Records[] | select(.eventSource == "signin.amazonaws.com" or .eventSource == "sso.amazonaws.com")'
  const child = spawn('jq', ['-c', filter], { stdio: ['pipe', 'ignore', 'inherit'] })
  child.stdin.end(Buffer.concat(pieces))
  await new Promise<void>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`jq ended with ${code}.`))))
  })
  return { seconds: (performance.now() - started) / 1000, contentBytes }
}
