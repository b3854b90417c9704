import { type ImportOutcome, LIMIT_REASONS, type SourceReason } from '../../shared/domain/source.ts'

const CUT_OFF: ReadonlySet<SourceReason> = new Set(LIMIT_REASONS)

/** How many files of an import a limit cut off; higher limits may bring more of them. */
export function cutByLimit(outcome: Pick<ImportOutcome, 'failed' | 'skipped'>): number {
  return [...outcome.failed, ...outcome.skipped].filter(({ code }) => CUT_OFF.has(code)).length
}
