import type { Output } from '../../shared/contract.ts'
import type { CaseSummary } from '../../shared/domain/case.ts'
import type { Facets } from '../../shared/domain/filter.ts'

/**
 * True when three independent counts of the case agree: every file met stands in the ledger, every file that
 * needs a look is either skipped or damaged, and every row of the timeline has an outcome.
 */
export function caseReconciles(
  summary: CaseSummary,
  counts: Output<'import.ledger'>['counts'],
  facets: Pick<Facets, 'outcomes'>,
): boolean {
  const byOutcome = facets.outcomes.reduce((sum, value) => sum + value.count, 0)
  return (
    counts.all === summary.sources &&
    counts.attention === summary.needLook &&
    counts.attention === counts.skipped + counts.damaged &&
    byOutcome === summary.signIns
  )
}
