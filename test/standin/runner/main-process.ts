import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { MainCalls, RunnerCalls, StandInSetup } from '../calls.ts'
import { type Link, link } from '../link.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export interface MainProcess extends Link<MainCalls> {
  readonly child: ChildProcess
  /** Settles with the exit code, or the name of the signal, when the process is gone. */
  readonly exited: Promise<number | string>
  /** Everything it wrote to its standard output and error. */
  output(): string
}

export interface MainProcessOptions {
  /** The app's built main module. */
  readonly entry: string
  readonly setup: StandInSetup
  readonly env: Readonly<Record<string, string>>
  /** A program and its options that run the process, for example strace. */
  readonly wrapper: readonly string[]
}

/** Starts the stand-in's main process: Node with our `electron` in place of Electron's. */
export function startMain(
  { entry, setup, env, wrapper }: MainProcessOptions,
  calls: RunnerCalls,
): MainProcess {
  const hooks = ['--require', here('../record-workers.cjs'), '--import', here('../hooks.ts')]
  const [program, ...programOptions] = wrapper
  const child = fork(here('../boot.ts'), [entry], {
    execPath: program ?? process.execPath,
    execArgv: program === undefined ? hooks : [...programOptions, process.execPath, ...hooks],
    // Structured clone over inherited sockets: the process opens none of its own.
    serialization: 'advanced',
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, NODE_OPTIONS: '', ...env, STANDIN: JSON.stringify(setup) },
  })

  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
  }

  const main = link<RunnerCalls, MainCalls>(
    {
      send: (message) => {
        // The process may have ended between two messages; `exited` tells about that.
        if (child.connected) child.send(message as object, () => undefined)
      },
      onMessage: (listener) => child.on('message', listener),
    },
    calls,
  )
  const exited = new Promise<number | string>((resolve) => {
    child.once('close', (code, signal) => {
      const how = code ?? signal ?? 'unknown'
      main.end(new Error(`The main process ended (${how}).\n${output}`))
      resolve(how)
    })
  })
  return { ...main, child, exited, output: () => output }
}
