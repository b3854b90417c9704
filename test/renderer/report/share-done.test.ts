import { expect, it } from 'vitest'
import { shareDone } from '../../../renderer/report/share-done.ts'
import type { ExportFormat, ReportProgress } from '../../../shared/domain/report.ts'

const all = { unit: 'pages' as const, done: 40, total: 40 }
const none = { unit: 'pages' as const, done: 0, total: 40 }

it.each<{ readonly format: ExportFormat; readonly steps: readonly ReportProgress['step'][] }>([
  { format: 'pdf', steps: ['collecting', 'laying-out', 'writing'] },
  { format: 'html', steps: ['collecting', 'writing'] },
  { format: 'csv', steps: ['writing'] },
])('the share of a $format goes from nothing to all and never back', ({ format, steps }) => {
  const shares = steps.flatMap((step) =>
    [none, all].map((count) => shareDone({ saving: format, progress: { step, ...count } }, 40)),
  )
  expect(shares).toEqual([...shares].sort((a, b) => a - b))
  expect([shares[0], shares.at(-1)]).toEqual([0, 1])
  expect(shareDone({ saving: format, progress: null }, 40)).toBe(0)
})
