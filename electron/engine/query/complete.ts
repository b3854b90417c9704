import type { IToken } from 'chevrotain'
import type { SignInFilter } from '../../../shared/domain/filter.ts'
import type { QueryCompletion, QuerySuggestion } from '../../../shared/domain/query.ts'
import type { ZoneName } from '../../../shared/domain/units.ts'
import type { ReadableCase } from '../case/rights.ts'
import { fieldValues } from './field-values.ts'
import { FIELD_NAMES, FIELDS, type FieldKind, fieldNamed, HAS_VALUES, IS_VALUES } from './fields.ts'
import { readQuery } from './read-query.ts'
import type { Steps } from './store/steps.ts'
import { folded, plainText, quoteValue } from './text-pattern.ts'
import { CloseBracket, FieldName, Not, OpenBracket, Quoted, Range, Sign, splitQuery, Word } from './tokens.ts'
import { isKind, placeOf } from './trouble.ts'

interface OfferedValue {
  readonly text: string
  readonly count: number | null
}

/**
 * What can stand at the caret in the query of a filter: fields and joining words, or the values of the field before it,
 * most frequent first. Values are counted under the filter without the condition that is being typed.
 */
export function* completeQuery(
  db: ReadableCase,
  filter: SignInFilter,
  caret: number,
  limit: number,
): Steps<QueryCompletion> {
  const text = filter.query
  const at = Math.min(caret, text.length)
  const tokens = splitQuery(text)
  const place = placeAt(tokens, at)
  const typed = typedAt(text, place, at)
  const open = fieldAt(tokens, place.index)
  if (open === null) {
    return {
      ...span(place, at),
      field: null,
      suggestions: fieldsFor(typed, tokens[place.index - 1]).slice(0, limit),
    }
  }
  const name = fieldNamed(open.image)
  if (name === null) return { ...span(place, at), field: null, suggestions: [] }
  const rest = { ...filter, query: queryWithout(text, tokens, open, filter.zone) }
  const offered = closedValues(FIELDS[name]) ?? (yield* fieldValues(db, rest, name))
  const wanted = folded(typed)
  const suggestions = offered
    .filter((value) => folded(value.text).includes(wanted))
    .slice(0, limit)
    .map((value) => ({ kind: 'value' as const, insert: quoteValue(value.text), ...value }))
  return { ...span(place, at), field: name, suggestions }
}

interface CaretPlace {
  /** Index of the token at the caret, or of the one that comes after it. */
  readonly index: number
  readonly token: IToken | null
}

/** The word in which the caret stands, or at the end of which. */
function placeAt(tokens: readonly IToken[], caret: number): CaretPlace {
  const index = tokens.findIndex((token) => {
    const { from, to } = placeOf(token)
    return from < caret && caret <= to && !isKind(token, Sign, OpenBracket, CloseBracket, Range)
  })
  if (index !== -1) return { index, token: tokens[index] ?? null }
  const next = tokens.findIndex((token) => token.startOffset >= caret)
  return { index: next === -1 ? tokens.length : next, token: null }
}

function span({ token }: CaretPlace, caret: number): { from: number; to: number } {
  if (token === null) return { from: caret, to: caret }
  const { from, to } = placeOf(token)
  return { from, to }
}

function typedAt(text: string, { token }: CaretPlace, caret: number): string {
  if (token === null) return ''
  const typed = text.slice(token.startOffset, caret)
  return /^["“”]/.test(typed) ? typed.slice(1).replace(/["“”]$/, '') : typed
}

/** The field whose value stands at a place: the last one before it whose value is not complete. */
function fieldAt(tokens: readonly IToken[], index: number): IToken | null {
  let field: IToken | null = null
  let depth = 0
  let waits = false
  for (const token of tokens.slice(0, index)) {
    if (isKind(token, FieldName)) {
      field = token
      depth = 0
    } else if (isKind(token, Sign, Range)) waits = true
    else if (isKind(token, OpenBracket) && (waits || depth > 0)) {
      depth += 1
      waits = false
    } else if (isKind(token, CloseBracket)) depth = Math.max(0, depth - 1)
    else if (isKind(token, Word, Quoted)) waits = false
  }
  return waits || depth > 0 ? field : null
}

/** The query without the condition that begins with a field; empty when the rest cannot be read. */
function queryWithout(text: string, tokens: readonly IToken[], field: IToken, zone: ZoneName): string {
  const start = tokens.indexOf(field)
  let end = start + 2
  let depth = 0
  for (let index = end; index < tokens.length; index += 1) {
    const token = tokens[index]
    if (isKind(token, OpenBracket)) depth += 1
    else if (isKind(token, CloseBracket)) depth -= 1
    if (depth < 0) break
    end = index + 1
    if (depth === 0 && !isKind(tokens[index + 1], Range) && !isKind(token, Range)) break
  }
  let before = start
  while (isKind(tokens[before - 1], Not)) before -= 1
  const from = tokens[before]?.startOffset ?? text.length
  const last = tokens[end - 1]
  const to = last === undefined ? text.length : placeOf(last).to
  const rest = `${text.slice(0, from)} ${text.slice(to)}`
    .trim()
    .replaceAll(/^(?:and|or)\s+|\s+(?:and|or)$/gi, '')
  // A query that is being typed is often not complete; then the counts are those of the other filters alone.
  return readQuery(rest, zone).problem === null ? rest : ''
}

function closedValues(kind: FieldKind): OfferedValue[] | null {
  const uncounted = (known: readonly string[]) => known.map((text) => ({ text, count: null }))
  if (kind.reads === 'has') return uncounted(HAS_VALUES)
  return kind.reads === 'is' ? uncounted(Object.keys(IS_VALUES)) : null
}

/** Fields whose name begins with what was typed, then those that contain it; joining words where they can stand. */
function fieldsFor(typed: string, before: IToken | undefined): QuerySuggestion[] {
  const wanted = folded(plainText({ text: typed, quoted: false, from: 0, to: 0 }))
  const begins = FIELD_NAMES.filter((name) => name.startsWith(wanted))
  const contains = FIELD_NAMES.filter((name) => !name.startsWith(wanted) && name.includes(wanted))
  const other = wanted === '' ? null : fieldNamed(wanted)
  const names = new Set([...(other === null ? [] : [other]), ...begins, ...contains])
  const fields = [...names].map(
    (name): QuerySuggestion => ({ kind: 'field', insert: `${name}:`, text: name, count: null }),
  )
  const joining =
    before === undefined || !isKind(before, Word, Quoted, CloseBracket) ? ['not'] : ['and', 'or', 'not']
  const operators = joining
    .filter((word) => wanted !== '' && word.startsWith(wanted))
    .map((word): QuerySuggestion => ({ kind: 'operator', insert: `${word} `, text: word, count: null }))
  return [...fields, ...operators]
}
