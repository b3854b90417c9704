// How fast is an import, how much memory does it take, and does the window stay quick meanwhile? See README.md.
//
//   npm run bench -- [--full] [--rounds N] [--only PARTS] [--folder DIR]

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { measureAsk } from './ask.ts'
import { compareWays } from './compare.ts'
import { measureForms } from './forms.ts'
import { measureReport } from './report.ts'
import { measureCalls, measureMemory, measureSignIns } from './scenarios.ts'
import { makeShape, shapes } from './shapes.ts'

const { values } = parseArgs({
  options: {
    full: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '5' },
    only: { type: 'string', default: 'large,small,sign-ins,forms,ask,report,calls,memory' },
    folder: { type: 'string' },
  },
})
const size = values.full && !values.quick ? 'full' : 'quick'
const rounds = Math.max(1, Number(values.rounds))
const wanted = new Set(values.only.split(','))
const folder = values.folder ?? mkdtempSync(join(tmpdir(), 'trailcase-bench-'))
mkdirSync(folder, { recursive: true })

console.log(
  `${availableParallelism()} cores (${cpus()[0]?.model.trim()}), ${Math.round(totalmem() / 1e9)} GB`,
)
console.log(`Node ${process.versions.node}, ${process.platform} ${process.arch}`)
console.log(
  `${size === 'full' ? 'full shapes' : 'a tenth of the full shapes (--full for all)'}, ${rounds} rounds`,
)
try {
  const { large, small, 'sign-ins': signIns } = shapes(size)
  for (const shape of [large, small]) {
    if (wanted.has(shape.name)) await compareWays(shape, await makeShape(folder, shape), rounds)
  }
  if (wanted.has('sign-ins')) await measureSignIns(await makeShape(folder, signIns), rounds)
  if (wanted.has('forms')) await measureForms(folder, size, rounds)
  if (wanted.has('ask')) measureAsk(folder, size === 'full' ? 1_000_000 : 100_000, rounds)
  if (wanted.has('report')) await measureReport(folder, rounds)
  for (const shape of [large, signIns]) {
    if (wanted.has('calls')) await measureCalls(shape.name, await makeShape(folder, shape))
  }
  if (wanted.has('memory')) await measureMemory(folder, size)
} finally {
  if (values.folder === undefined) rmSync(folder, { recursive: true })
}
