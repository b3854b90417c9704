import type { MissingRule } from '../../../../shared/domain/pattern.ts'
import { matchesRegex } from './regex/match-regex.ts'
import { select } from './select.ts'
import type { Meaning, Node, Term } from './syntax.ts'
import { type Truth, testValues } from './test-values.ts'

/** A record as a pattern sees it. Both are functions: a JSON pattern needs no text, words need no JSON. */
export interface EvaluatedRecord {
  /** The parsed record, or undefined when its bytes cannot be read. */
  parsed(): unknown
  text(): string
}

/** What a pattern says about one record. */
export interface Verdict {
  readonly matched: boolean
  /** True when the other rule for missing fields would have given the other answer. */
  readonly depended: boolean
  /** Whether each condition holds by itself, missing fields by the rule. */
  readonly conditions: readonly boolean[]
}

/** Evaluates a pattern; null when the record cannot be read as JSON and the pattern needs that. */
export function evaluate(meaning: Meaning, record: EvaluatedRecord, missing: MissingRule): Verdict | null {
  if (meaning.family === 'all') return { matched: true, depended: false, conditions: [] }
  if (meaning.family === 'words') return evaluateWords(meaning.terms, record.text())
  const parsed = record.parsed()
  if (parsed === undefined) return null
  const truths = meaning.conditions.map(({ selector, test }) => testValues(select(parsed, selector), test))
  const rule = missing === 'satisfies'
  const matched = holds(meaning.root, truths, rule)
  return {
    matched,
    depended: truths.includes('missing') && holds(meaning.root, truths, !rule) !== matched,
    conditions: truths.map((truth) => truth === 'true' || (truth === 'missing' && rule)),
  }
}

function holds(node: Node, truths: readonly Truth[], missing: boolean): boolean {
  if (node.kind === 'leaf') {
    const truth = truths[node.condition]
    return truth === 'true' || (truth === 'missing' && missing)
  }
  if (node.kind === 'and') return node.parts.every((part) => holds(part, truths, missing))
  return node.parts.some((part) => holds(part, truths, missing))
}

/** Words are looked for as parts of the text, upper and lower case apart. */
function evaluateWords(terms: readonly Term[], text: string): Verdict {
  const found = terms.map(({ what }) =>
    what.kind === 'text' ? text.includes(what.text) : matchesRegex(what.regex, text),
  )
  const conditions = terms.map(({ role }, index) => (found[index] ?? false) !== (role === 'none'))
  const optional = conditions.filter((_, index) => terms[index]?.role === 'any')
  const needed = conditions.filter((_, index) => terms[index]?.role !== 'any')
  return {
    matched: needed.every(Boolean) && (optional.length === 0 || optional.some(Boolean)),
    depended: false,
    conditions,
  }
}
