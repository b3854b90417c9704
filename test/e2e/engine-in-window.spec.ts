import { statSync } from 'node:fs'
import { join } from 'node:path'
import { emptyCaseDetails } from '../../shared/domain/case.ts'
import { emptyFilter } from '../../shared/domain/filter.ts'
import { plainReport } from '../../shared/domain/report.ts'
import { callFromPage, nextEvent, outputFromPage } from './support/calls.ts'
import { endEngine } from './support/engine.ts'
import { newFolder } from './support/files.ts'
import { expect, test } from './support/launch.ts'

// The bundle must hold all that the engine needs: threads, compiled reader, database, fonts, PDF.
test('sample, import, timeline and report work in the built program', async ({ app }) => {
  const folder = newFolder(app, 'sample')
  const path = join(app.home.folder, 'round.trailcase')
  const sample = await outputFromPage(app, 'sample.write', { folder })
  await outputFromPage(app, 'case.create', { path, details: { ...emptyCaseDetails, caseNumber: 'TC-1' } })
  const progress = await nextEvent(app, 'import.progress')
  const imported = await outputFromPage(app, 'import.run', { paths: [sample.folder] })
  expect(await progress()).toBeTruthy()
  expect(imported.stopped).toBe(false)

  const summary = await outputFromPage(app, 'case.summary', undefined)
  expect(summary.signIns).toBeGreaterThan(0)
  const view = await outputFromPage(app, 'timeline.open', { filter: emptyFilter, keep: null })
  expect(view.matched).toBe(summary.signIns)
  const rows = await outputFromPage(app, 'timeline.page', { view: view.view, offset: 0, limit: 50 })
  expect(rows.length).toBe(Math.min(50, summary.signIns))

  const issuedAt = Math.ceil(Date.now() / 1000)
  await app.page.waitForTimeout(1000)
  const options = {
    ...plainReport,
    language: 'ja',
    zone: 'Asia/Tokyo',
    filter: emptyFilter,
    issuedAt,
  } as const
  const preview = await outputFromPage(app, 'report.preview', options)
  expect(preview.pages).toBeGreaterThan(0)
  const report = join(app.home.folder, 'report.pdf')
  const written = await outputFromPage(app, 'report.write', { options, format: 'pdf', path: report })
  expect(written.bytes).toBe(statSync(report).size)
  expect(written.sha256).toBe(preview.sha256)
  expect(app.foreign).toEqual([])
})

test('a case can be opened again after the engine thread has died', async ({ app }) => {
  const path = join(app.home.folder, 'again.trailcase')
  await outputFromPage(app, 'case.create', { path, details: { ...emptyCaseDetails, caseNumber: 'TC-2' } })
  await endEngine(app)
  expect(await callFromPage(app, 'case.summary', undefined)).toMatchObject({
    kind: 'fail',
    code: 'no-case-open',
  })
  const opened = await outputFromPage(app, 'case.open', { path, examiner: 'A. Example' })
  expect(opened.details.caseNumber).toBe('TC-2')
})
