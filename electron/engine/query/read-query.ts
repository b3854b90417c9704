import type { QUERY_PART_KINDS, QueryClause, QueryReading } from '../../../shared/domain/query.ts'
import type { ZoneName } from '../../../shared/domain/units.ts'
import { AppError } from '../../../shared/errors.ts'
import { type Condition, EVERYTHING } from './condition.ts'
import { fieldNamed } from './fields.ts'
import { parseSyntax } from './grammar.ts'
import { type Meaning, meaningOf } from './meaning.ts'
import type { SyntaxNode } from './syntax.ts'
import { And, CloseBracket, FieldName, Not, OpenBracket, Or, Range, Sign, splitQuery } from './tokens.ts'
import { isKind, placeOf, QueryTrouble } from './trouble.ts'

/** How a query reads, for the search box: what is wrong and where, its parts, and what can be removed one by one. */
export function readQuery(text: string, zone: ZoneName): QueryReading {
  const parts = partsOf(text)
  try {
    const node = parseSyntax(text)
    if (node === null) return { problem: null, notices: [], parts, clauses: [], times: [] }
    const { notices, times } = meaningOf(node, zone)
    return { problem: null, notices: [...notices], parts, clauses: clausesOf(node), times: [...times] }
  } catch (cause) {
    if (!(cause instanceof QueryTrouble)) throw cause
    return { problem: cause.problem, notices: [], parts, clauses: [], times: [] }
  }
}

/** A part of a query that stands for itself, with the field it is about. */
export interface Clause {
  readonly field: ReturnType<typeof fieldNamed>
  readonly meaning: Meaning
}

/**
 * The conditions of a query, all of which a row must meet. Throws `query-unreadable`, naming the place.
 */
export function queryClauses(text: string, zone: ZoneName): Clause[] {
  try {
    const node = parseSyntax(text)
    return node === null
      ? []
      : topLevel(node).map((part) => ({ field: fieldOf(part), meaning: meaningOf(part, zone) }))
  } catch (cause) {
    if (!(cause instanceof QueryTrouble)) throw cause
    const { code, from, text: typed } = cause.problem
    throw new AppError('query-unreadable', `${code} at character ${from + 1}: ${JSON.stringify(typed)}`, {
      cause,
    })
  }
}

/** The whole of a query as one condition. Throws `query-unreadable`. */
export function queryCondition(text: string, zone: ZoneName): Condition {
  const parts = queryClauses(text, zone).map(({ meaning }) => meaning.condition)
  const [only] = parts
  return parts.length === 0 || only === undefined
    ? EVERYTHING
    : parts.length === 1
      ? only
      : { kind: 'and', parts }
}

function topLevel(node: SyntaxNode): readonly SyntaxNode[] {
  return node.kind === 'and' ? node.parts.flatMap(topLevel) : [node]
}

function clausesOf(node: SyntaxNode): QueryClause[] {
  return topLevel(node).map((part) => ({
    from: part.from,
    to: part.to,
    field: fieldOf(part),
    not: part.kind === 'not',
  }))
}

/** The one field that a clause is about, turned round or not. */
function fieldOf(node: SyntaxNode): ReturnType<typeof fieldNamed> {
  if (node.kind === 'not') return fieldOf(node.part)
  if (node.kind === 'field') return fieldNamed(node.name.text)
  if (node.kind === 'text') return null
  const fields = new Set(node.parts.map(fieldOf))
  const [field] = fields
  return fields.size === 1 && field !== undefined ? field : null
}

function partsOf(text: string): QueryReading['parts'] {
  let afterSign = 0
  return splitQuery(text).map((token) => {
    const { from, to } = placeOf(token)
    let kind: (typeof QUERY_PART_KINDS)[number] = afterSign > 0 ? 'value' : 'word'
    if (isKind(token, FieldName)) kind = 'field'
    else if (isKind(token, Sign)) kind = 'sign'
    else if (isKind(token, And, Or, Not)) kind = 'operator'
    else if (isKind(token, OpenBracket, CloseBracket)) kind = 'bracket'
    else if (isKind(token, Range)) kind = 'sign'
    afterSign = stillValue(kind, token.image, afterSign)
    return { kind, from, to }
  })
}

/** How deep inside the value of a field the next part stands; 0 is outside. */
function stillValue(kind: (typeof QUERY_PART_KINDS)[number], image: string, depth: number): number {
  if (kind === 'sign') return Math.max(depth, 1)
  if (kind === 'bracket') {
    if (depth === 0) return 0
    return /[(（]/.test(image) ? depth + 1 : depth > 2 ? depth - 1 : 0
  }
  return depth === 1 ? 0 : depth
}
