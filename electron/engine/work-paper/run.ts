import {
  PAPER_TESTS,
  type PaperPopulation,
  type PaperResult,
  type PaperSettings,
  type PaperTest,
  type WorkPaper,
} from '../../../shared/domain/work-paper.ts'
import type { ReadableCase } from '../case/rights.ts'
import type { Steps } from '../query/store/steps.ts'
import { createPaperRows } from './paper-rows.ts'
import { populationOf } from './population.ts'
import { questionOf } from './questions.ts'
import { drawSample } from './sample.ts'
import type { Found, Tester } from './tester.ts'
import { dormantTest } from './tests/dormant.ts'
import { failureBurstsTest } from './tests/failure-bursts.ts'
import { noMfaTest } from './tests/no-mfa.ts'
import { outsideHoursTest } from './tests/outside-hours.ts'
import { outsideNetworksTest } from './tests/outside-networks.ts'
import { roleSwitchesTest } from './tests/role-switches.ts'
import { rootTest } from './tests/root.ts'
import { walkedParts } from './walk.ts'

/**
 * Makes the work paper: one walk over the sign-ins for all tests, then the sample. Of each test at most `listAtMost`
 * exceptions are listed; all are counted. The same case and settings give the same paper. Throws `invalid-input` when
 * the sample is too large.
 */
export function* workPaper(db: ReadableCase, settings: PaperSettings, listAtMost: number): Steps<WorkPaper> {
  const population = populationOf(db, settings)
  const testers = PAPER_TESTS.map((test) => testerOf(test, settings, population))
  yield
  for (const part of walkedParts(db, settings.to)) {
    for (const row of part) {
      if (row.time < settings.from) for (const { before } of testers) before?.(row)
      else for (const { see } of testers) see(row)
    }
    yield
  }
  const rows = createPaperRows(db)
  const results: PaperResult[] = []
  for (const [at, test] of PAPER_TESTS.entries()) {
    const outcome = testers[at]?.end()
    if (outcome === undefined) continue
    const { reason, examined, found, apart } = outcome
    const listed = found.slice(0, listAtMost).map((one, index) => exceptionOf(one, index + 1, rows))
    const question = questionOf(test, settings, population)
    results.push({ test, reason, examined, exceptions: found.length, apart: [...apart], listed, ...question })
    yield
  }
  return { settings, population, results, sample: yield* drawSample(db, settings, population) }
}

function testerOf(test: PaperTest, settings: PaperSettings, population: PaperPopulation): Tester {
  switch (test) {
    case 'root':
      return rootTest()
    case 'no-mfa':
      return noMfaTest()
    case 'outside-networks':
      return outsideNetworksTest(population.trusted.map(({ cidr }) => cidr))
    case 'outside-hours':
      return outsideHoursTest(settings.officeHours, settings.zone)
    case 'dormant':
      return dormantTest(settings.dormantDays, population.archiveFirst)
    case 'failure-bursts':
      return failureBurstsTest(settings.bursts)
    case 'role-switches':
      return roleSwitchesTest()
  }
}

function exceptionOf(
  { id, burst, lastBefore }: Found,
  number: number,
  rows: ReturnType<typeof createPaperRows>,
): PaperResult['listed'][number] {
  return { number, row: rows(id), burst: burst ?? null, lastBefore: lastBefore ?? null }
}
