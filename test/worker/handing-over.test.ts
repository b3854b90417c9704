import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readCase } from '../../electron/engine/case/open.ts'
import { engineHandlers } from '../../electron/worker/handlers.ts'
import { createSession } from '../../electron/worker/session.ts'
import { emptyCaseDetails } from '../../shared/domain/case.ts'
import { emptyFilter } from '../../shared/domain/filter.ts'
import { plainReport } from '../../shared/domain/report.ts'
import { freshFolder, testActor } from '../engine/open-case.ts'
import { insertRows } from '../engine/query/made-rows.ts'

it('a report that is being saved ends before its case is closed: no file, nothing in the log', async () => {
  const folder = freshFolder()
  const out = join(folder, 'out')
  mkdirSync(out)
  const path = join(folder, 'closed.trailcase')
  const session = createSession(testActor().tool)
  const quiet = { signal: new AbortController().signal }
  let half: () => void = () => undefined
  const halfDone = new Promise<void>((resolve) => {
    half = resolve
  })
  const handlers = engineHandlers(session, (name, body) => {
    if (name !== 'report.progress') return
    const { step } = body as { step: string }
    if (step === 'laying-out') half()
  })
  await handlers['case.create']({ path, details: emptyCaseDetails }, quiet)
  insertRows(
    session.current().db,
    Array.from({ length: 6000 }, (_, time) => ({ time, raw: `{"n":"${time}"}` })),
  )
  const issuedAt = await handlers['report.moment'](undefined, quiet)
  const options = { ...plainReport, language: 'en', zone: 'UTC', filter: emptyFilter, issuedAt } as const
  const target = join(out, 'report.pdf')
  const writing = handlers['report.write'](
    { options, format: 'pdf', path: target },
    quiet,
  ) as Promise<unknown>
  const failed = expect(writing).rejects.toMatchObject({ code: 'cancelled' })
  await halfDone
  const seal = await handlers['case.close'](undefined, quiet)
  await failed
  expect(seal).not.toBeNull()
  expect(readdirSync(out)).toEqual([])
  const db = readCase(path)
  const actions = db.prepare('select action from custody_entry order by sequence').pluck().all()
  expect(actions).not.toContain('export.written')
  expect(String(actions.at(-1))).toMatch(/^case\./)
  db.close()
}, 60_000)
