import { spawn } from 'node:child_process'
import { closeSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'

/** What a child process measured itself, beside what its parent saw. */
export interface Measured<T> {
  /** Seconds between the moment the paths were handed over and the outcome; threads ran already. */
  readonly seconds: number
  /** Seconds that cores worked in that time, all threads together. */
  readonly cpuSeconds: number
  /** Seconds of the whole process, with its start and its end. */
  readonly wholeSeconds: number
  /** Most memory the process ever had, threads included (RSS). */
  readonly peakMb: number
  readonly result: T
}

/**
 * As `npm run trailcase` starts Node: less memory for new objects, in which an import of sign-ins only is rich, and old
 * ones cleaned up before they are four times what is needed, as an import of very many files would have them, but not
 * while they are few anyway.
 */
const NODE_OPTIONS = ['--max-semi-space-size=8', '--heap-growing-percent=50', '--initial-old-space-size=48']

/** Compiled code is kept from one start to the next, as `trailcase` keeps its own. */
const NODE_COMPILE_CACHE = fileURLToPath(new URL('../../node_modules/.cache/node', import.meta.url))

/**
 * Runs a file of this folder in a process of its own, with the files of `folder` in the cache of the system, and
 * returns what it reports. Rejects when it fails.
 */
export function runChild<T>(name: string, folder: string, ...args: readonly string[]): Promise<Measured<T>> {
  warm(folder)
  const started = performance.now()
  const path = fileURLToPath(new URL(name, import.meta.url))
  const options = name === 'child-import.ts' ? NODE_OPTIONS : []
  const child = spawn(process.execPath, [...options, path, folder, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { NODE_COMPILE_CACHE, ...process.env },
  })
  let text = ''
  child.stdout.on('data', (piece: Buffer) => {
    text += piece.toString()
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => {
      const wholeSeconds = (performance.now() - started) / 1000
      if (code !== 0) reject(new Error(`${name} ended with ${code}.`))
      else resolve({ ...(JSON.parse(text) as Measured<T>), wholeSeconds })
    })
  })
}

/** Called by the child when it begins; the function that is returned is called at the end and reports. */
export function startClock(): () => (result: unknown) => void {
  const before = process.cpuUsage()
  const started = performance.now()
  return () => {
    const seconds = (performance.now() - started) / 1000
    const { user, system } = process.cpuUsage(before)
    const cpuSeconds = (user + system) / 1e6
    return (result) => {
      const peakMb = peakKib() / 1024
      process.stdout.write(JSON.stringify({ seconds, cpuSeconds, peakMb, result }))
    }
  }
}

/** On Linux the usual number also counts what the parent had when it started this process; the status file does not. */
function peakKib(): number {
  const status = process.platform === 'linux' ? readFileSync('/proc/self/status', 'utf8') : ''
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1] ?? process.resourceUsage().maxRSS)
}

/** Reads all files below a path, so that the way that happens to be first does not wait for the disk alone. */
function warm(path: string): void {
  const paths = statSync(path).isDirectory()
    ? readdirSync(path, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
    : [path]
  const piece = Buffer.alloc(1024 * 1024)
  for (const one of paths) {
    const file = openSync(one, 'r')
    while (readSync(file, piece) > 0);
    closeSync(file)
  }
}
