import { matchesGlob } from './glob.ts'
import { numberOf } from './read-value.ts'
import { matchesRegex } from './regex/match-regex.ts'
import type { Test } from './syntax.ts'

/** How a condition stands for one record. `missing`: it is `!=` and the record has no such value, so a rule decides. */
export type Truth = 'true' | 'false' | 'missing'

/**
 * Holds the values that a selector found against a test; with a wildcard, any of them is enough.
 *
 * Only texts and numbers compare; an object or an array never matches, not even with `!=`; TRUE, FALSE and NULL are
 * asked for with IS. What AWS does not say and this reading decides: a JSON null states no value, so that `!=` treats
 * it as missing; a boolean differs from every text and number.
 */
export function testValues(values: readonly unknown[], test: Test): Truth {
  if (test.kind === 'absent') return truth(values.length === 0)
  if (test.kind === 'is') return truth(values.includes(test.what))
  if (test.kind === 'order' || test.equal) return truth(values.some((value) => holds(value, test)))
  const stated = values.filter((value) => value !== null)
  if (stated.length === 0) return 'missing'
  return truth(stated.some((value) => typeof value !== 'object' && !holds(value, test)))
}

function truth(value: boolean): Truth {
  return value ? 'true' : 'false'
}

/** Whether one value is what the test names, before `!=` turns it round. */
function holds(value: unknown, test: Exclude<Test, { kind: 'is' | 'absent' }>): boolean {
  if (typeof value !== 'string' && typeof value !== 'number') return false
  if (test.kind === 'regex') return matchesRegex(test.regex, String(value))
  if (test.kind === 'text') return matchesGlob(test.glob, String(value)) || sameNumber(value, test.glob)
  const number = typeof value === 'number' ? value : numberOf(value)
  if (number === null) return false
  if (test.kind === 'number') return number === test.number
  if (test.order === '<') return number < test.number
  if (test.order === '>') return number > test.number
  return test.order === '<=' ? number <= test.number : number >= test.number
}

/** A quoted number against a JSON number: 400 is `"400"` and also `"400.0"`. */
function sameNumber(value: string | number, glob: readonly string[]): boolean {
  const [only = ''] = glob
  return typeof value === 'number' && glob.length === 1 && numberOf(only) === value
}
