import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { createCase } from '../../electron/engine/case/open.ts'
import { runImport } from '../../electron/engine/intake/run.ts'
import { thisTool } from '../../electron/engine/this-tool.ts'
import { openIntakePool } from '../../electron/worker/intake-pool.ts'
import { createJournalHelpers } from '../../electron/worker/journal-help.ts'
import { emptyCaseDetails } from '../../shared/domain/case.ts'
import { startClock } from './child.ts'

/** Threads without work read a made-up log; in the window they do so while somebody chooses a folder. */
const WARM_UP_MS = 500

// Imports a folder into a fresh case with all cores; `again` measures a second time, `cold` threads that were just started.
const [folder = '', hashing = 'light', how] = process.argv.slice(2)
const scratch = mkdtempSync(join(tmpdir(), 'trailcase-bench-case-'))
const path = join(scratch, 'bench.trailcase')
try {
  const actor = { name: 'bench', tool: thisTool(), now: Date.now }
  const db = createCase(path, emptyCaseDetails, actor)
  const pool = openIntakePool()
  const helpers = createJournalHelpers()
  if (how !== 'cold') await setTimeout(WARM_UP_MS)
  // Threads that have answered are there.
  const small = join(scratch, 'small')
  writeFileSync(small, 'x')
  const never = new AbortController().signal
  const file = { path: small, shownPath: small, bytes: 1, modifiedAt: 0 }
  await Promise.all(Array.from({ length: pool.width }, () => pool.hash(file, never)))

  const importAll = () =>
    runImport(db, actor, [folder], pool, {
      signal: never,
      helpJournal: helpers.open,
      mayGoOn: () => undefined,
      onProgress: () => undefined,
      onStored: () => undefined,
      hashContent: hashing === 'full',
    })
  if (how === 'again') await importAll()
  const stopClock = startClock()
  const { sums, failed } = await importAll()
  const report = stopClock()
  if (failed.length > 0) throw new Error(JSON.stringify(failed[0]))
  await pool.close()
  await helpers.gone()
  db.close()
  report({ sums, caseMb: statSync(path).size / 1e6 })
} finally {
  rmSync(scratch, { recursive: true })
}
