import { TRAIL_CHANGES } from '../../../../shared/domain/trail-change-calls.ts'
import { COMPANION_EVENTS, COMPANION_SOURCES } from '../../signin/companion.ts'
import type { Engine } from './engine.ts'

/** What to do with the records of one event source. */
export interface SourceRule {
  /** Its name, in lower case. */
  readonly source: string
  /** Hand out all its records, none (count only), or those with one of these event names, which are ASCII letters. */
  readonly take: 'all' | 'none' | readonly string[]
}

/**
 * The sources of sign-in records (`signin/which.ts`), whose records are all handed out; sources that are companions
 * as a whole (`signin/companion.ts`), which are only counted; and busy sources of which a few records matter, handed
 * out when they have the name of such an event.
 */
export const SIGN_IN_RULES: readonly SourceRule[] = [
  { source: 'signin.amazonaws.com', take: 'all' },
  { source: 'sso.amazonaws.com', take: 'all' },
  { source: 'sso-oauth.amazonaws.com', take: 'all' },
  ...COMPANION_SOURCES.map((source) => ({ source, take: 'none' }) as const),
  { source: 'iam.amazonaws.com', take: ['EmailUpdated', ...COMPANION_EVENTS['iam.amazonaws.com']] },
  { source: 'account.amazonaws.com', take: COMPANION_EVENTS['account.amazonaws.com'] },
  { source: 'cloudshell.amazonaws.com', take: COMPANION_EVENTS['cloudshell.amazonaws.com'] },
  { source: 'cloudtrail.amazonaws.com', take: TRAIL_CHANGES },
]

/** Places in `SIGN_IN_RULES` of the sources that are companions as a whole. */
const COUNTED_COMPANIONS: readonly number[] = SIGN_IN_RULES.flatMap(({ take }, index) =>
  take === 'none' ? [index] : [],
)

/** Companions among the records that were counted by source and not handed out. `bySource` is in the order of `SIGN_IN_RULES`. */
export function countedCompanions(bySource: readonly number[]): number {
  let count = 0
  for (const index of COUNTED_COMPANIONS) count += bySource[index] ?? 0
  return count
}

const SOURCE_NAME = /^[a-z0-9.-]{1,64}$/
const EVENT_NAME = /^[A-Za-z]{1,64}$/

/** Writes the rules into the module. Throws `RangeError` for a rule that it cannot hold. */
export function loadRules(engine: Engine, rules: readonly SourceRule[]): void {
  const names = new Set(rules.map((rule) => rule.source))
  if (names.size !== rules.length) throw new RangeError('Two rules for one event source.')
  for (const { source, take } of rules) {
    if (!SOURCE_NAME.test(source)) throw new RangeError(`Not an event source: ${source}`)
    const mode = take === 'none' ? 0 : take === 'all' ? 1 : 2
    const length = putName(engine, source)
    if (engine.exports.addSource(length, mode) === 0) throw new RangeError('Too many event sources.')
    for (const name of typeof take === 'string' ? [] : take) {
      // Letters only: a letter written as an escape is noticed, a digit or a dot is not.
      if (!EVENT_NAME.test(name)) throw new RangeError(`Not a name of letters: ${name}`)
      if (engine.exports.addEvent(putName(engine, name.toLowerCase())) === 0)
        throw new RangeError('Too many event names.')
    }
  }
}

function putName(engine: Engine, name: string): number {
  return new TextEncoder().encodeInto(name, engine.bytes.subarray(engine.exports.NAME.value)).written
}

/** Records of each source in the file that was read last. */
export function sourceCounts({ exports, data }: Engine, rules: readonly SourceRule[]): readonly number[] {
  const counts: number[] = []
  for (let at = exports.SOURCE_COUNTS.value; counts.length < rules.length; at += 4)
    counts.push(data.getUint32(at, true))
  return counts
}
