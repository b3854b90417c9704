import { expect, it } from 'vitest'
import { listFindings } from '../../../electron/engine/detect/findings.ts'
import { runDetections } from '../../../electron/engine/detect/run.ts'
import { anyFinding } from '../../../shared/domain/finding.ts'
import { archive } from '../../fixtures/archive.ts'
import { freshCase, freshFolder, importInto } from '../open-case.ts'
import { still } from './detected.ts'
import { quietArchive } from './quiet-archive.ts'

it('a quiet archive of 100,000 sign-ins gives fewer than one false finding per 10,000', async () => {
  const folder = freshFolder()
  archive(folder, quietArchive(112_000))
  const made = freshCase()
  const { sums } = await importInto(made, [folder], {}, 'threads')
  expect(sums.indexed).toBeGreaterThan(100_000)
  // Every address is known to lie in Japan, but for the one that journeys come from.
  made.db.exec(`insert or replace into address (source_ip, kind, country, dataset)
    select distinct source_ip, 'public', iif(source_ip = '198.51.100.77', 'US', 'JP'), 'test' from sign_in`)
  await runDetections(made.db, made.actor, still)
  const { rows } = listFindings(made.db, anyFinding)
  const shown = rows.map((row) => `${row.severity} ${row.rule} ${row.subject} ${row.events}`)
  const findings = rows.filter((row) => row.severity !== 'info')
  expect(findings.length, shown.join('\n')).toBeLessThan(sums.indexed / 10_000)
  // Hints are few by their nature: one for each rule.
  expect(new Set(rows.filter((row) => row.severity === 'info').map((row) => row.rule)).size).toBe(
    rows.length - findings.length,
  )
  if (process.env['SHOW'] !== undefined) console.log(shown.join('\n'))
}, 180_000)
