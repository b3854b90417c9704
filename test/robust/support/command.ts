import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'

const PROGRAM = join(import.meta.dirname, '../../../electron/cli/trailcase.ts')

export interface Ended {
  /** Null when the process was killed. */
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface Running {
  readonly child: ChildProcess
  readonly ended: Promise<Ended>
}

/** Every command that works in a case says on stderr how it left it; no trouble. */
const SEAL_LINES = /^(Sealed as entry|The case was (not sealed|closed without a seal)).*\n/gm

/** Starts the real command line. `as` is the user that it runs as, where that may be chosen. */
export function startTrailcase(
  words: readonly string[],
  as?: { readonly uid: number; readonly gid: number },
): Running {
  const child = spawn(process.execPath, [PROGRAM, ...words], { stdio: ['ignore', 'pipe', 'pipe'], ...as })
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (status) => resolve({ status, stdout, stderr: stderr.replaceAll(SEAL_LINES, '') }))
  })
  return { child, ended }
}

export function trailcase(...words: readonly string[]): Promise<Ended> {
  return startTrailcase(words).ended
}
