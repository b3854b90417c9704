import { createHash } from 'node:crypto'
import type { Rule } from './rule.ts'
import { directoryRules } from './rules/directory.ts'
import { failureRules } from './rules/failures.ts'
import { placeRules } from './rules/places.ts'
import { rootRules } from './rules/root.ts'
import { secondFactorRules } from './rules/second-factor.ts'
import { sessionRules } from './rules/sessions.ts'

/** All rules that ship. */
export const RULES: readonly Rule[] = [
  ...failureRules,
  ...secondFactorRules,
  ...rootRules,
  ...sessionRules,
  ...directoryRules,
  ...placeRules,
]

/** SHA-256 of the rules as JSON: another version of a rule makes findings out of date. */
export const RULES_SHA256 = createHash('sha256').update(JSON.stringify(RULES)).digest('hex')

const byId = new Map<string, Rule>(RULES.map((rule) => [rule.id, rule]))

/** The rule with this ID; undefined for one of another version of the program. */
export function ruleOf(id: string): Rule | undefined {
  return byId.get(id)
}
