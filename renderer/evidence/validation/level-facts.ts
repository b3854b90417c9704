import type { IntegrityReason, IntegrityRun } from '../../../shared/domain/integrity.ts'

/** How far one level of the proof holds: all of it, with exceptions, not at all, or not looked at. */
export type LevelState = 'holds' | 'exceptions' | 'wrong' | 'unchecked'

/** The numbers behind the three levels. */
export interface LevelFacts {
  readonly digests: number
  readonly logs: number
  readonly logsMatch: number
  readonly logsDiffer: number
  readonly logsMissing: number
  readonly logsUnlisted: number
  readonly digestsChain: number
  readonly digestsSigned: number
  readonly logsSigned: number
  /** Digests whose signature cannot be had from the files. */
  readonly signaturesOutside: number
  readonly hasKeys: boolean
  readonly gaps: number
  readonly states: Readonly<Record<1 | 2 | 3, LevelState>>
}

const OUTSIDE: readonly IntegrityReason[] = ['newest-of-chain', 'last-before-restart', 'next-missing']
const DIGEST_FAULTS: readonly IntegrityReason[] = [
  'chain-differs',
  'previous-hash-wrong',
  'conflicting-copies',
  'not-in-import',
  'not-opened',
  'unreadable-now',
  'invalid-format',
  'damaged',
]
/** A key that the list does not hold is no fault of a file: those are exceptions, as what lies outside the files is. */
const SIGNATURE_FAULTS: readonly IntegrityReason[] = ['signature-failed']

/** What a validation says of each level, in numbers. */
export function levelFacts({ summary, reasons }: IntegrityRun): LevelFacts {
  const sum = (verdicts: Readonly<Record<string, number>>) =>
    Object.values(verdicts).reduce((total, count) => total + count, 0)
  const count = (kind: 'digest' | 'log', wanted: readonly IntegrityReason[]) =>
    reasons
      .filter((row) => row.kind === kind && wanted.includes(row.reason))
      .reduce((total, { files }) => total + files, 0)
  const digests = sum(summary.digests)
  const logs = sum(summary.logs)
  const hasKeys = summary.keyFiles.length > 0
  const logsMatch = summary.logsAtLeast.hash
  const digestsChain = summary.digestsAtLeast.chain
  const digestsSigned = summary.digestsAtLeast.signature
  const logsDiffer = count('log', ['hash-differs'])
  const logsMissing = summary.logs.missing
  const signaturesOutside = count('digest', OUTSIDE)
  const chainFaults = count('digest', DIGEST_FAULTS)
  const signatureFaults = count('digest', SIGNATURE_FAULTS)
  const state = (checked: boolean, wrong: boolean, reached: number, all: number): LevelState => {
    if (!checked) return 'unchecked'
    if (wrong) return 'wrong'
    return reached === all ? 'holds' : 'exceptions'
  }
  return {
    digests,
    logs,
    logsMatch,
    logsDiffer,
    logsMissing,
    logsUnlisted: count('log', ['in-no-digest']),
    digestsChain,
    digestsSigned,
    logsSigned: summary.logsAtLeast.signature,
    signaturesOutside,
    hasKeys,
    gaps: summary.gaps.length,
    states: {
      1: state(digests > 0, summary.logs.invalid + logsMissing > 0, logsMatch, logs),
      2: state(digests > 0, chainFaults > 0, digestsChain, digests - count('digest', ['newest-of-chain'])),
      3: state(digests > 0 && hasKeys, signatureFaults > 0, digestsSigned, digests),
    },
  }
}
