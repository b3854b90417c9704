import type { ImportOutcome, SourceReason } from '../../shared/domain/source.ts'

/** What a limit cut off; higher limits may bring it. The same list as the engine's. */
const LIMITS: readonly SourceReason[] = [
  'record-too-large',
  'inflated-too-large',
  'inflation-ratio',
  'nesting-too-deep',
]

/** How many files of an import a limit cut off. */
export function cutByLimit(outcome: Pick<ImportOutcome, 'failed' | 'skipped'>): number {
  return [...outcome.failed, ...outcome.skipped].filter(({ code }) => LIMITS.includes(code)).length
}
