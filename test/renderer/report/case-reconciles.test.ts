import { expect, it } from 'vitest'
import { caseReconciles } from '../../../renderer/report/case-reconciles.ts'
import { rows, summary } from '../../stage/fake-case.ts'

const counts = { all: 1200, attention: 60, skipped: 57, damaged: 3 }
const facets = { outcomes: [{ key: 'failure', count: rows.length }] }

it('holds when ledger, summary and timeline agree', () => {
  expect(caseReconciles(summary, counts, facets)).toBe(true)
})

it.each([
  ['a file is missing from the ledger', { ...counts, all: 1199 }, facets],
  ['a file that needs a look is in no view', { ...counts, skipped: 56 }, facets],
  ['a row has no outcome', counts, { outcomes: [{ key: 'failure', count: rows.length - 1 }] }],
])('fails when %s', (_name, ledger, outcomes) => {
  expect(caseReconciles(summary, ledger, outcomes)).toBe(false)
})
