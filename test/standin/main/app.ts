import { EventEmitter } from 'node:events'
import { isReady, onlyAfterReady, onlyBeforeReady, setReady, setup } from './setup.ts'
import { preventable, strict } from './strict.ts'
import { closeAllWindows, openWindows } from './windows.ts'

let resolveReady: () => void
const ready = new Promise<void>((resolve) => {
  resolveReady = resolve
})

class StandInApp
  extends EventEmitter
  implements
    Pick<Electron.App, 'getPath' | 'getVersion' | 'getName' | 'getLocale' | 'isPackaged' | 'quit' | 'exit'>
{
  readonly isPackaged = false
  readonly commandLine = strict('app.commandLine', {
    appendSwitch: (name: string, value = '') => {
      onlyBeforeReady('app.commandLine.appendSwitch')
      this.switches.set(name, value)
    },
    hasSwitch: (name: string) => this.switches.has(name),
    getSwitchValue: (name: string) => this.switches.get(name) ?? '',
  })
  private readonly switches = new Map<string, string>()

  isReady(): boolean {
    return isReady()
  }
  whenReady(): Promise<void> {
    return ready
  }
  getPath(name: string): string {
    const path = setup.paths[name]
    if (path === undefined) throw new Error(`The stand-in has no app.getPath('${name}').`)
    return path
  }
  getVersion(): string {
    return setup.version
  }
  getName(): string {
    return setup.name
  }
  getAppPath(): string {
    return setup.appPath
  }
  getLocale(): string {
    onlyAfterReady('app.getLocale')
    return setup.locale
  }
  requestSingleInstanceLock(): boolean {
    return true
  }
  /** In Electron's order: `before-quit`, every window closed, `will-quit`, `quit`; each step may be prevented. */
  quit(): void {
    const before = preventable()
    this.emit('before-quit', before)
    if (before.defaultPrevented || !closeAllWindows()) return
    const will = preventable()
    this.emit('will-quit', will)
    if (!will.defaultPrevented) this.exit(0)
  }
  exit(code = 0): never {
    this.emit('quit', preventable(), code)
    process.exit(code)
  }
}

export const app = strict('app', new StandInApp(), {
  events: [
    'ready',
    'before-quit',
    'will-quit',
    'quit',
    'window-all-closed',
    'second-instance',
    'web-contents-created',
  ],
})

/** Called by `boot.ts` when the app's module has run to its end. */
export function becomeReady(): void {
  setImmediate(() => {
    setReady()
    resolveReady()
    app.emit('ready')
  })
}

// Electron quits by itself when the last window is closed and nobody listens.
openWindows.on('all-closed', () => {
  if (!app.emit('window-all-closed')) app.quit()
})
