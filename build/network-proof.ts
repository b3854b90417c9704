import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findElectron } from './electron-runtime.ts'
import { socketCalls, traced, works } from './trace.ts'

// Proves that the program needs no network and asks for none: the whole end-to-end suite runs in a network
// namespace without any interface, while every socket call of the main process is recorded. It needs a build.
//   node build/network-proof.ts [options of playwright test]

const root = join(import.meta.dirname, '..')
const hasNamespace = process.platform === 'linux' && works('unshare', '-rn', 'true')
const hasTrace = process.platform === 'linux' && works('strace', '-V')
const isElectron = findElectron() !== undefined

if (!hasNamespace)
  console.log('Skipped: no network namespace (needs Linux, unshare and the right to use it).')
if (!hasTrace) console.log('Skipped: no trace of socket calls (needs Linux and strace).')
if (isElectron)
  console.log('Skipped: no trace, because the runtime is real Electron; its browser opens sockets.')
if (!hasNamespace && !hasTrace) process.exit(0)

const traces = mkdtempSync(join(tmpdir(), 'trailcase-trace-'))
try {
  const passed = runSuite() && (!hasTrace || isElectron || (controlIsSeen() && mainIsSilent()))
  process.exitCode = passed ? 0 : 1
} finally {
  rmSync(traces, { recursive: true })
}

function runSuite(): boolean {
  const playwright = join(root, 'node_modules/@playwright/test/cli.js')
  const suite = [
    playwright,
    'test',
    '--config',
    join(root, 'build/playwright.config.ts'),
    ...process.argv.slice(2),
  ]
  const command = [...(hasNamespace ? ['unshare', '-rn'] : []), process.execPath, ...suite]
  const env = hasTrace && !isElectron ? { ...process.env, E2E_TRACE: traces } : process.env
  const [program = '', ...args] = command
  const { status } = spawnSync(program, args, { cwd: root, stdio: 'inherit', env })
  if (hasNamespace) console.log(`Suite without any network interface: ${status === 0 ? 'passed' : 'failed'}.`)
  return status === 0
}

/** A trace in which nothing is found proves something only if it would have shown what it looks for. */
function controlIsSeen(): boolean {
  const file = join(traces, 'control')
  const request = "fetch('http://127.0.0.1:45991/').catch(() => undefined)"
  const [program = '', ...args] = [...traced(file), process.execPath, '-e', request]
  spawnSync(program, args, { stdio: 'inherit' })
  const seen = socketCalls(readFileSync(file, 'utf8')).filter((line) => line.includes('AF_INET'))
  console.log(`Control: a program that does open a connection shows ${seen.length} socket calls.`)
  return seen.length > 0
}

function mainIsSilent(): boolean {
  const files = readdirSync(traces).filter((name) => name.startsWith('main-'))
  const texts = files.map((name) => readFileSync(join(traces, name), 'utf8'))
  const empty = texts.filter((text) => !text.includes('execve(')).length
  const calls = texts.flatMap(socketCalls)
  console.log(`Main process: ${files.length} starts traced, ${calls.length} socket calls.`)
  for (const line of calls.slice(0, 20)) console.log(`  ${line}`)
  if (empty > 0) console.log(`${empty} traces are empty: the trace did not work.`)
  return files.length > 0 && empty === 0 && calls.length === 0
}
