import type { DetectEvent, Field } from './event.ts'

/**
 * A condition as data. `is` compares exactly; `says` searches for one of the texts regardless of letter case;
 * `begins` compares the beginning; `present` asks whether there is a value.
 */
export type Condition =
  | { readonly field: Field; readonly is: Scalar | readonly Scalar[] }
  | { readonly field: Field; readonly says: readonly string[] }
  | { readonly field: Field; readonly begins: string }
  | { readonly field: Field; readonly present: boolean }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
type Scalar = string | boolean

export type Test = (event: DetectEvent) => boolean

/** Turns a condition into a function; done once for each rule. */
export function compile(condition: Condition): Test {
  if ('all' in condition) {
    const tests = condition.all.map(compile)
    return (event) => tests.every((test) => test(event))
  }
  if ('any' in condition) {
    const tests = condition.any.map(compile)
    return (event) => tests.some((test) => test(event))
  }
  if ('not' in condition) {
    const test = compile(condition.not)
    return (event) => !test(event)
  }
  const { field } = condition
  if ('is' in condition) {
    const wanted = new Set([condition.is].flat())
    return (event) => {
      const value = event[field]
      return value !== null && wanted.has(value)
    }
  }
  if ('present' in condition) return (event) => (event[field] !== null) === condition.present
  if ('begins' in condition) return (event) => String(event[field] ?? '').startsWith(condition.begins)
  const words = condition.says.map((word) => word.toLowerCase())
  return (event) => {
    const text = String(event[field] ?? '').toLowerCase()
    return text !== '' && words.some((word) => text.includes(word))
  }
}
