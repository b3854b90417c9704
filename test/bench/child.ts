import { spawn } from 'node:child_process'
import { performance } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'

/** What a child process measured itself, beside what its parent saw. */
export interface Measured<T> {
  /** Seconds between the moment the paths were handed over and the outcome; threads ran already. */
  readonly seconds: number
  /** Seconds of the whole process, with its start and its end. */
  readonly wholeSeconds: number
  /** Most memory the process ever had, threads included (RSS). */
  readonly peakMb: number
  readonly result: T
}

/** Runs a file of this folder in a process of its own and returns what it reports. Rejects when it fails. */
export function runChild<T>(name: string, ...args: readonly string[]): Promise<Measured<T>> {
  const started = performance.now()
  const path = fileURLToPath(new URL(name, import.meta.url))
  const child = spawn(process.execPath, [path, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
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

/** Called by the child at its end. */
export function report(seconds: number, result: unknown): void {
  const peakMb = process.resourceUsage().maxRSS / 1024
  process.stdout.write(JSON.stringify({ seconds, peakMb, result }))
}
