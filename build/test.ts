import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/**
 * Runs every suite in order, each even when an earlier one failed, and ends with one line that sums them up:
 * `N passed, N failed, N skipped`. A suite that printed no counts, or ended badly without a failed test, counts
 * as one failure: silence is not success.
 */
const root = fileURLToPath(new URL('..', import.meta.url))
const results = `${root}test-results`

interface Counts {
  passed: number
  failed: number
  skipped: number
}

interface Suite {
  readonly name: string
  readonly command: readonly string[]
  readonly counts: () => Counts | null
}

const suites: readonly Suite[] = [
  step('format and lint', ['biome', 'check', '--config-path=build/lint.json', '--error-on-warnings']),
  step('types', ['tsc', '-b']),
  {
    name: 'unit and engine',
    command: [
      'vitest',
      'run',
      '--config=build/vitest.config.ts',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${results}/vitest.json`,
    ],
    counts: () => vitestCounts(`${results}/vitest.json`),
  },
  step('build', ['vite', 'build', '--app', '--config=build/vite.config.ts', '--logLevel=warn']),
  {
    name: 'window',
    command: ['playwright', 'test', '--config=build/playwright.config.ts'],
    counts: () => playwrightCounts(`${results}/playwright.json`),
  },
  step('packaging', ['node', 'build/pack-check.ts']),
]

/** A step without counts of its own: it passes or fails as one. */
function step(name: string, command: readonly string[]): Suite {
  return { name, command, counts: () => ({ passed: 1, failed: 0, skipped: 0 }) }
}

function vitestCounts(file: string): Counts | null {
  const report = readJson(file) as {
    numPassedTests: number
    numFailedTests: number
    numPendingTests: number
    numTodoTests: number
  } | null
  if (report === null) return null
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = report
  return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests }
}

function playwrightCounts(file: string): Counts | null {
  const report = readJson(file) as {
    stats: { expected: number; unexpected: number; flaky: number; skipped: number }
  } | null
  if (report === null) return null
  const { expected, unexpected, flaky, skipped } = report.stats
  return { passed: expected + flaky, failed: unexpected, skipped }
}

function readJson(file: string): unknown {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
}

mkdirSync(results, { recursive: true })
const total: Counts = { passed: 0, failed: 0, skipped: 0 }
const lines: string[] = []
for (const { name, command, counts } of suites) {
  for (const file of ['vitest.json', 'playwright.json']) rmSync(`${results}/${file}`, { force: true })
  const started = Date.now()
  console.log(`\n== ${name}`)
  const [program = '', ...words] = command
  const { status } = spawnSync(program, words, { cwd: root, stdio: 'inherit' })
  const found = counts() ?? { passed: 0, failed: 1, skipped: 0 }
  const ended = status === 0 || found.failed > 0 ? found : { ...found, passed: 0, failed: 1 }
  total.passed += ended.passed
  total.failed += ended.failed
  total.skipped += ended.skipped
  const seconds = ((Date.now() - started) / 1000).toFixed(0)
  lines.push(
    `${name}: ${ended.passed} passed, ${ended.failed} failed, ${ended.skipped} skipped (${seconds} s)`,
  )
}
console.log(`\n${lines.join('\n')}`)
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
process.exitCode = total.failed === 0 ? 0 : 1
