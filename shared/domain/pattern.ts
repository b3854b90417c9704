import { z } from 'zod'
import { AlarmSettings } from './alarm.ts'
import { Count } from './units.ts'

/** Everything that can be wrong with a filter pattern. Each is said at the place where it is. */
export const PATTERN_PROBLEMS = [
  'empty-braces',
  'not-closed',
  'after-end',
  'bracket-not-closed',
  'bracket-extra',
  'too-deep',
  'expected-join',
  'join-single',
  'join-word',
  'expected-condition',
  'selector-name',
  'selector-quotes',
  'selector-bracket',
  'wildcards-selector',
  'wildcards-pattern',
  'expected-operator',
  'operator-double',
  'is-not',
  'is-what',
  'exists-alone',
  'not-what',
  'expected-value',
  'number-needed',
  'text-needs-quotes',
  'text-not-closed',
  'regex-count',
  'regex-not-closed',
  'regex-empty',
  'regex-group',
  'regex-sign',
  'regex-class',
  'regex-range',
  'regex-repeat',
  'regex-escape',
  'regex-large',
  'fields-pattern',
] as const
export const PatternProblemCode = z.enum(PATTERN_PROBLEMS)
export type PatternProblemCode = z.infer<typeof PatternProblemCode>

/** A part of the pattern's text: `from` is in, `to` is not. Positions count UTF-16 units from 0. */
const place = { from: Count, to: Count }

export const PatternProblem = z.object({ code: PatternProblemCode, ...place, found: z.string() })
export type PatternProblem = z.infer<typeof PatternProblem>

/**
 * What the user should know although the pattern works. `curly-quotes`: typographic quotes were read as plain ones.
 * `unquoted-signs`: the guide asks for quotes here. `keyword-case`: keywords are written in capitals. `or-ignored`:
 * `?word` means nothing beside plain words. `words-as-text`: words are looked for in the record's text.
 */
export const PATTERN_NOTICES = [
  'curly-quotes',
  'unquoted-signs',
  'keyword-case',
  'or-ignored',
  'words-as-text',
] as const
export const PatternNotice = z.object({ code: z.enum(PATTERN_NOTICES), ...place, count: Count })
export type PatternNotice = z.infer<typeof PatternNotice>

/** One condition of a pattern, as it stands in the text. */
export const PatternCondition = z.object({ text: z.string(), ...place })
export type PatternCondition = z.infer<typeof PatternCondition>

/** What a pattern's text says. With a problem there are no conditions. */
export const PatternReading = z.object({
  family: z.enum(['json', 'words', 'all']).nullable(),
  problem: PatternProblem.nullable(),
  notices: z.array(PatternNotice),
  conditions: z.array(PatternCondition),
})
export type PatternReading = z.infer<typeof PatternReading>

/**
 * Whether `!=` holds for a record that has no such field. AWS does not document it; the published pattern for
 * sign-ins without MFA works only if it does, so that is the default.
 */
export const MISSING_RULES = ['satisfies', 'fails'] as const
export const MissingRule = z.enum(MISSING_RULES)
export type MissingRule = z.infer<typeof MissingRule>

export const PATTERN_MAX = 4096
const PatternText = z.string().max(PATTERN_MAX)

export const PatternQuestion = z.object({ pattern: PatternText, missing: MissingRule })
export type PatternQuestion = z.infer<typeof PatternQuestion>

export const PatternProgress = z.object({ done: Count, total: Count, matched: Count })
export type PatternProgress = z.infer<typeof PatternProgress>

/** The records of the case that a pattern matches. `run` names the result for its pages, as long as it is kept. */
export const PatternRun = z.object({
  run: z.number().int().positive(),
  /** Sign-in records looked at. */
  records: Count,
  matched: Count,
  /** Records whose answer would be another with the other rule for missing fields. */
  depended: Count,
  /** Records that came from tables (Event history, Athena, Lake), which state less than the record itself. */
  tableRows: Count,
  /** Records that could not be read as JSON, so that the pattern says nothing about them. */
  unreadable: Count,
  /** Matching records without a readable time: an alarm cannot count them. */
  untimed: Count,
  firstTime: z.number().int().nullable(),
  lastTime: z.number().int().nullable(),
  notices: z.array(PatternNotice),
  conditions: z.array(PatternCondition.extend({ matched: Count })),
})
export type PatternRun = z.infer<typeof PatternRun>

export const PatternPart = z.enum(['matched', 'depended'])
export type PatternPart = z.infer<typeof PatternPart>

export const SavedPattern = z.object({
  id: z.number().int().positive(),
  name: z.string(),
  pattern: z.string(),
  /** Null when it was saved without an alarm, or when what is kept cannot be read. */
  alarm: AlarmSettings.nullable(),
  author: z.string(),
  /** Milliseconds since 1970. */
  at: z.number().int(),
})
export type SavedPattern = z.infer<typeof SavedPattern>

export const NewSavedPattern = z.object({
  name: z.string().trim().min(1).max(120),
  pattern: PatternText,
  alarm: AlarmSettings.nullable(),
})
export type NewSavedPattern = z.infer<typeof NewSavedPattern>
