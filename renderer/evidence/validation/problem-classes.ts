import type { IntegrityReason, IntegrityRun } from '../../../shared/domain/integrity.ts'

/**
 * Kinds of files for which a validation does not hold. `invalid` and `missing` are the verdicts. `no-key`: nothing
 * speaks against them, but the key list does not hold the key. `unsigned`: what vouches for them could not be checked
 * for another reason. `unlisted`: no digest says what they should be.
 */
export const PROBLEM_CLASSES = ['invalid', 'missing', 'no-key', 'unsigned', 'unlisted'] as const
export type ProblemClass = (typeof PROBLEM_CLASSES)[number]

export interface CountedClass {
  readonly problem: ProblemClass
  readonly files: number
}

const KEY_FAULTS: readonly IntegrityReason[] = ['key-not-found', 'key-unreadable']

/** How many files fail, by class; each is counted once. Classes without files are left out. */
export function problemClasses({ summary, reasons }: IntegrityRun): CountedClass[] {
  const of = (verdict: 'invalid' | 'missing' | 'not-authenticated') =>
    summary.digests[verdict] + summary.logs[verdict] + summary.lake[verdict]
  const filesWith = (kinds: readonly string[], wanted: readonly IntegrityReason[]) =>
    reasons
      .filter(({ kind, reason }) => kinds.includes(kind) && wanted.includes(reason))
      .reduce((sum, { files }) => sum + files, 0)
  // Without keys a log that no digest lists is not checked and fails nothing.
  const unlisted = summary.keyFiles.length === 0 ? 0 : filesWith(['log'], ['in-no-digest'])
  const rest = of('not-authenticated') - unlisted
  // A log inherits the fault of its digest. So the keys are named only when nothing else can be the cause.
  const onlyKeys =
    filesWith(['digest', 'lake'], KEY_FAULTS) > 0 &&
    of('invalid') === 0 &&
    filesWith(['digest'], ['next-missing']) === 0
  const counts: Readonly<Record<ProblemClass, number>> = {
    invalid: of('invalid'),
    missing: of('missing'),
    'no-key': onlyKeys ? rest : 0,
    unsigned: onlyKeys ? 0 : rest,
    unlisted,
  }
  return PROBLEM_CLASSES.map((problem) => ({ problem, files: counts[problem] })).filter(
    ({ files }) => files > 0,
  )
}
