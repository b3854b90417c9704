import { join } from 'node:path'
import { expect, it } from 'vitest'
import { runDetections } from '../../../electron/engine/detect/run.ts'
import { exhibitCandidates } from '../../../electron/engine/report/candidates.ts'
import { keepReport, keptReport } from '../../../electron/engine/report/draft.ts'
import { writeReport } from '../../../electron/engine/report/hand-over.ts'
import { lastChangeAt } from '../../../electron/engine/report/last-change.ts'
import { plainReport } from '../../../shared/domain/report.ts'
import { still } from '../detect/detected.ts'
import { annotate, EVENT, filledCase, modelOf, optionsFor, pdfOf } from './filled-case.ts'
import { readPdf, says } from './read-pdf.ts'

it('a later report names the earlier one with its hash; the same moment is the same report', async () => {
  const opened = await filledCase()
  const { db, actor, folder } = opened
  const options = optionsFor(opened, { scope: 'Only the console.' })
  const first = await writeReport(db, actor, options, 'pdf', join(folder, 'one.pdf'), still)
  // The list of sign-ins is no report, and so no version of one.
  await writeReport(db, actor, options, 'csv', join(folder, 'list.csv'), still)
  const again = await writeReport(db, actor, options, 'pdf', join(folder, 'again.pdf'), still)
  expect(again.sha256).toBe(first.sha256)

  const later = modelOf(opened, { issuedAt: options.issuedAt + 60 })
  expect(later.revisions.map(({ name, sha256, issuedAt }) => [name, sha256, issuedAt])).toEqual([
    ['one.pdf', first.sha256, options.issuedAt],
    ['again.pdf', first.sha256, options.issuedAt],
  ])
  const read = await readPdf((await pdfOf(later)).bytes)
  const wanted = ['Version3, issued', 'one.pdf', first.sha256]
  expect(says(read, ...wanted)).toEqual(wanted)
  // What was chosen stands in the log, so that the report can be written again.
  const entry = later.custody.entries.find(({ action }) => action === 'export.written')
  expect(JSON.parse(entry?.detail ?? '{}').options).toEqual(options)
})

it('choices are kept with the case as a draft, which changes neither its log nor the moment of a report', async () => {
  const opened = await filledCase()
  expect(keptReport(opened.db)).toBeNull()
  const before = lastChangeAt(opened.db)
  const choices = {
    ...plainReport,
    leaveOut: ['custody' as const],
    scope: '範囲',
    language: 'ja' as const,
    zone: null,
  }
  keepReport(opened.db, choices)
  keepReport(opened.db, { ...choices, rawBytes: false })
  expect(keptReport(opened.db)).toEqual({ ...choices, rawBytes: false })
  expect(lastChangeAt(opened.db)).toBe(before)
})

it('records with a note and records of findings are offered as exhibits, each once', async () => {
  const opened = await filledCase()
  annotate(opened)
  await runDetections(opened.db, opened.actor, still)
  const { total, rows } = exhibitCandidates(opened.db)
  expect(total).toBe(rows.length)
  expect(new Set(rows.map(({ row }) => row.id)).size).toBe(rows.length)
  expect(rows.find(({ row }) => row.eventId === EVENT.noMfa)).toMatchObject({ noted: true, found: true })
  expect(rows.find(({ row }) => row.eventId === EVENT.switched)).toMatchObject({ noted: true, found: false })
  expect(rows.some(({ noted, found }) => !noted && found)).toBe(true)
  const times = rows.map(({ row }) => row.eventTime ?? 0)
  expect(times).toEqual([...times].sort((a, b) => a - b))
})
