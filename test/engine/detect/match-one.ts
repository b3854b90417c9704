import { evaluate, type Verdict } from '../../../electron/engine/detect/pattern/evaluate.ts'
import { readPattern } from '../../../electron/engine/detect/pattern/read-pattern.ts'
import type { MissingRule, PatternProblem } from '../../../shared/domain/pattern.ts'

/** What a pattern says about one record. Throws when the pattern cannot be read. */
export function verdictOf(pattern: string, record: unknown, missing: MissingRule = 'satisfies'): Verdict {
  const read = readPattern(pattern)
  if (!read.ok) throw new Error(`${read.problem.code} at ${read.problem.from}: ${pattern}`)
  const text = JSON.stringify(record)
  const view = { parsed: () => JSON.parse(text) as unknown, text: () => text }
  const verdict = evaluate(read.pattern.meaning, view, missing)
  if (verdict === null) throw new Error('The record could not be read.')
  return verdict
}

export function matches(pattern: string, record: unknown, missing: MissingRule = 'satisfies'): boolean {
  return verdictOf(pattern, record, missing).matched
}

/** What is wrong with a pattern, and the part of it that is marked. */
export function problemOf(pattern: string): { code: PatternProblem['code']; marked: string; from: number } {
  const read = readPattern(pattern)
  if (read.ok) throw new Error(`The pattern works: ${pattern}`)
  const { code, from, to } = read.problem
  return { code, marked: pattern.slice(from, to), from }
}

/** The notices of a pattern that works. */
export function noticesOf(pattern: string): string[] {
  const read = readPattern(pattern)
  if (!read.ok) throw new Error(`${read.problem.code}: ${pattern}`)
  return read.pattern.notices.map(({ code }) => code)
}
