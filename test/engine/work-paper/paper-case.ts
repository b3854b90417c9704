import { addNetwork } from '../../../electron/engine/known/change-known.ts'
import { atOnce } from '../../../electron/engine/query/store/steps.ts'
import { createUndoStore } from '../../../electron/engine/undo-store.ts'
import { workPaper } from '../../../electron/engine/work-paper/run.ts'
import type { PaperResult, PaperSettings, PaperTest, WorkPaper } from '../../../shared/domain/work-paper.ts'
import { archive } from '../../fixtures/archive.ts'
import { trail } from '../../fixtures/trail.ts'
import { freshCase, freshFolder, importInto, type TestCase } from '../open-case.ts'

/** A case with the records of these lines. */
export async function paperCase(...lines: readonly string[]): Promise<TestCase> {
  const folder = freshFolder()
  archive(`${folder}/items`, trail(...lines))
  const opened = freshCase()
  await importInto(opened, [`${folder}/items`])
  return opened
}

/** September 2024 by the clock of Tokyo, with usual office hours. */
export const SEPTEMBER: PaperSettings = {
  zone: 'Asia/Tokyo',
  from: Date.parse('2024-09-01T00:00+09:00') / 1000,
  to: Date.parse('2024-10-01T00:00+09:00') / 1000,
  officeHours: { days: [1, 2, 3, 4, 5], begin: '09:00', end: '18:00', holidays: [] },
  dormantDays: 30,
  bursts: { gapMinutes: 2, atLeast: 3 },
  sample: { size: 'records', amount: 5, seed: 'audit 2024', byOutcome: false },
}

export function paperOf({ db }: Pick<TestCase, 'db'>, changes: Partial<PaperSettings> = {}): WorkPaper {
  return atOnce(workPaper(db, { ...SEPTEMBER, ...changes }, Number.POSITIVE_INFINITY))
}

export function resultOf(paper: WorkPaper, test: PaperTest): PaperResult {
  return paper.results.find((result) => result.test === test)!
}

/** `10:00 alice`, for the exceptions of a test, by the clock of UTC. */
export function exceptionsOf(paper: WorkPaper, test: PaperTest): string[] {
  return resultOf(paper, test).listed.map(({ row }) => {
    const clock = new Date(row.time * 1000).toISOString().slice(5, 16).replace('T', ' ')
    return `${clock} ${row.name ?? row.kind}`
  })
}

export function trust({ db, actor }: TestCase, cidr: string): void {
  addNetwork({ db, actor, undo: createUndoStore() }, { cidr, label: 'Office', trusted: true })
}
