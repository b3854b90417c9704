import { type ChildProcess, fork } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { onlyAfterReady } from './setup.ts'
import { strict } from './strict.ts'

/** A forked Node in place of Electron's utility process; `utility-parent.cjs` gives it `process.parentPort`. */
class StandInUtility extends EventEmitter {
  private readonly child: ChildProcess
  constructor(path: string) {
    super()
    this.child = fork(path, [], {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      // Neither the channel to the test runner nor `electron` is there for it.
      execArgv: ['--require', new URL('../utility-parent.cjs', import.meta.url).pathname],
    })
    this.child.on('message', (message) => this.emit('message', message))
    this.child.on('exit', (code) => this.emit('exit', code ?? 1))
  }
  get pid(): number | undefined {
    return this.child.pid
  }
  postMessage(message: unknown): void {
    if (this.child.connected) this.child.send(message as object, () => undefined)
  }
  /** As Electron does: SIGTERM. */
  kill(): boolean {
    return this.child.kill()
  }
}

export const utilityProcess = strict('utilityProcess', {
  fork: (path: string, _args: string[], _options: { serviceName: string; stdio: 'ignore' }) => {
    onlyAfterReady('utilityProcess.fork')
    return strict('UtilityProcess', new StandInUtility(path), { events: ['message', 'exit'] })
  },
})
