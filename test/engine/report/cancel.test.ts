import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { addNote } from '../../../electron/engine/notes/notes.ts'
import { writeReport } from '../../../electron/engine/report/hand-over.ts'
import type { ExportFormat, ReportProgress } from '../../../shared/domain/report.ts'
import { madeLog } from '../../bench/made-logs.ts'
import { freshCase, freshFolder, importInto, type TestCase } from '../open-case.ts'
import { optionsFor } from './filled-case.ts'

const LOGS = 3
const PER_LOG = 3_500

async function longCase(): Promise<TestCase> {
  const folder = freshFolder()
  const shape = { name: 'sign-ins', files: LOGS, recordsPerFile: PER_LOG, content: 'sign-ins' } as const
  for (let log = 0; log < LOGS; log += 1) {
    writeFileSync(join(folder, `log-${log}.json.gz`), madeLog(shape, log))
  }
  const opened = freshCase()
  await importInto(opened, [folder])
  return opened
}

const STEPS: Readonly<Record<ExportFormat, readonly ReportProgress['step'][]>> = {
  pdf: ['collecting', 'laying-out', 'writing'],
  html: ['collecting', 'writing'],
  csv: ['writing'],
  jsonl: ['writing'],
}

it('a report of 10,500 sign-ins is stopped at each step: no file, no trace, and what was there stays', async () => {
  const opened = await longCase()
  const { db, actor } = opened
  const out = join(freshFolder(), 'out')
  mkdirSync(out)
  const options = optionsFor(opened)
  const entries = () => db.prepare('select count(*) from custody_entry').pluck().get()
  for (const [format, steps] of Object.entries(STEPS) as [ExportFormat, ReportProgress['step'][]][]) {
    const path = join(out, `list.${format}`)
    writeFileSync(path, 'What was here before.')
    const before = entries()
    for (const step of steps) {
      const stop = new AbortController()
      const during: string[][] = []
      const writing = writeReport(db, actor, options, format, path, {
        signal: stop.signal,
        onProgress: (progress) => {
          // Half of the step is done, so that there is something to leave behind.
          if (progress.step !== step || progress.done < progress.total / 2 || progress.done === 0) return
          if (during.length === 0) during.push(readdirSync(out))
          stop.abort()
        },
      })
      await expect(writing, `${format}, ${step}`).rejects.toThrow(/abort/i)
      expect(during[0]?.some((name) => name.includes('.part-'))).toBe(true)
      expect(readdirSync(out).filter((name) => name.includes('.part-'))).toEqual([])
      expect(readFileSync(path, 'utf8')).toBe('What was here before.')
      expect(entries()).toBe(before)
    }
    const counts: ReportProgress[] = []
    const hooks = {
      signal: new AbortController().signal,
      onProgress: (progress: ReportProgress) => counts.push(progress),
    }
    const { sha256, rows } = await writeReport(db, actor, options, format, path, hooks)
    expect(rows).toBe(LOGS * PER_LOG)
    expect(sha256).toBe(createHash('sha256').update(readFileSync(path)).digest('hex'))
    expect([...new Set(counts.map((progress) => progress.step))]).toEqual(steps)
    for (const step of steps) {
      const dones = counts.filter((progress) => progress.step === step).map(({ done }) => done)
      expect(dones.length, `${format}, ${step}`).toBeGreaterThan(10)
      expect(dones).toEqual([...dones].sort((a, b) => a - b))
    }
  }
}, 120_000)

it('a case that cannot take the entry leaves the file that stood there before, and no other', async () => {
  const { db, actor, ...more } = freshCase()
  const out = join(freshFolder(), 'out')
  mkdirSync(out)
  const path = join(out, 'list.csv')
  const write = () =>
    writeReport(db, actor, optionsFor({ db, actor, ...more }), 'csv', path, {
      signal: new AbortController().signal,
      onProgress: () => undefined,
    })
  db.exec(
    `create temp trigger no_room before insert on custody_entry begin select raise(abort, 'no room'); end`,
  )
  await expect(write()).rejects.toThrow('no room')
  expect(readdirSync(out)).toEqual([])
  writeFileSync(path, 'What was here before.')
  await expect(write()).rejects.toThrow('no room')
  expect(readdirSync(out)).toEqual(['list.csv'])
  expect(readFileSync(path, 'utf8')).toBe('What was here before.')
  db.exec('drop trigger no_room')
  await write()
  expect(readdirSync(out)).toEqual(['list.csv'])
  expect(readFileSync(path, 'utf8')).toContain('eventId')
})

it('a case that changes while a report is collected is not reported as if it had not', async () => {
  const opened = await longCase()
  const { db, actor } = opened
  const path = join(freshFolder(), 'report.pdf')
  let changed = false
  const writing = writeReport(db, actor, optionsFor(opened), 'pdf', path, {
    signal: new AbortController().signal,
    onProgress: ({ step, done }) => {
      if (step !== 'collecting' || done === 0 || changed) return
      changed = true
      addNote(db, actor, 1, 'Written meanwhile.')
    },
  })
  await expect(writing).rejects.toMatchObject({ code: 'invalid-input' })
  expect(readdirSync(dirname(path))).toEqual([])
}, 60_000)
