import type { RuleId } from '../domain/rule-ids.ts'
import type { Language } from '../domain/units.ts'
import { directoryRuleWords } from './rule-words-directory.ts'
import { failureRuleWords } from './rule-words-failures.ts'
import { placeRuleWords } from './rule-words-places.ts'
import { rootRuleWords } from './rule-words-root.ts'
import { secondFactorRuleWords } from './rule-words-second-factor.ts'
import { sessionRuleWords } from './rule-words-sessions.ts'
import type { RuleWords } from './rule-words-shape.ts'

/** The words of every rule; a rule without words does not compile. */
export const ruleWords: Readonly<Record<Language, Readonly<Record<RuleId, RuleWords>>>> = {
  en: {
    ...failureRuleWords.en,
    ...secondFactorRuleWords.en,
    ...rootRuleWords.en,
    ...sessionRuleWords.en,
    ...directoryRuleWords.en,
    ...placeRuleWords.en,
  },
  ja: {
    ...failureRuleWords.ja,
    ...secondFactorRuleWords.ja,
    ...rootRuleWords.ja,
    ...sessionRuleWords.ja,
    ...directoryRuleWords.ja,
    ...placeRuleWords.ja,
  },
}
