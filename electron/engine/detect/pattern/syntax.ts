import type { PatternCondition, PatternNotice, PatternProblem } from '../../../../shared/domain/pattern.ts'
import type { Regex } from './regex/program.ts'

/** One step from a JSON value to those below it. */
export type Step =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'index'; readonly index: number }
  /** `.*`: every member of an object. */
  | { readonly kind: 'members' }
  /** `[*]`: every element of an array. */
  | { readonly kind: 'elements' }

export type Selector = readonly Step[]

/** Text in which `*` stands for any run of characters: the parts between the stars. One part means no star. */
export type Glob = readonly [string, ...string[]]

export type Order = '<' | '>' | '<=' | '>='

/** What a condition asks of the values that its selector finds. */
export type Test =
  | { readonly kind: 'text'; readonly equal: boolean; readonly glob: Glob }
  | { readonly kind: 'number'; readonly equal: boolean; readonly number: number }
  | { readonly kind: 'order'; readonly order: Order; readonly number: number }
  | { readonly kind: 'regex'; readonly equal: boolean; readonly regex: Regex }
  | { readonly kind: 'is'; readonly what: null | boolean }
  | { readonly kind: 'absent' }

export interface Condition {
  readonly selector: Selector
  readonly test: Test
}

/** A pattern as a tree; leaves are numbers of conditions. */
export type Node =
  | { readonly kind: 'leaf'; readonly condition: number }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Node[] }

/** One word of an unstructured pattern. */
export interface Term {
  readonly role: 'all' | 'any' | 'none'
  readonly what:
    | { readonly kind: 'text'; readonly text: string }
    | { readonly kind: 'regex'; readonly regex: Regex }
}

/** What a pattern says, ready to be evaluated. */
export type Meaning =
  | { readonly family: 'json'; readonly root: Node; readonly conditions: readonly Condition[] }
  | { readonly family: 'words'; readonly terms: readonly Term[] }
  | { readonly family: 'all' }

/** A pattern that works. `places` are its conditions or words as they stand in the text, in the same order. */
export interface Pattern {
  readonly meaning: Meaning
  readonly places: readonly PatternCondition[]
  readonly notices: readonly PatternNotice[]
}

/** Thrown by the readers of this folder and caught where a pattern enters it. */
export class PatternTrouble extends Error {
  override readonly name = 'PatternTrouble'
  readonly problem: PatternProblem

  constructor(problem: PatternProblem) {
    super(`${problem.code} at ${problem.from}`)
    this.problem = problem
  }
}
