import type { IToken } from 'chevrotain'
import type { QueryProblem, QueryProblemCode } from '../../../shared/domain/query.ts'
import type { Place } from './syntax.ts'
import { And, CloseBracket, FieldName, Not, OpenBracket, OpenQuote, Or, Sign } from './tokens.ts'

/** A query that cannot be read, with the place. Its message is for logs; people get words from the catalogue. */
export class QueryTrouble extends Error {
  override readonly name = 'QueryTrouble'
  readonly problem: QueryProblem

  constructor(
    code: QueryProblemCode,
    place: Place & { readonly text: string },
    possible: readonly string[] = [],
  ) {
    super(`${code} at ${place.from}: ${place.text}`)
    this.problem = { code, from: place.from, to: place.to, text: place.text, possible: [...possible] }
  }
}

export function placeOf(token: IToken): Place & { readonly text: string } {
  return { from: token.startOffset, to: token.startOffset + token.image.length, text: token.image }
}

export function isKind(token: IToken | undefined, ...kinds: readonly { name: string }[]): boolean {
  if (token === undefined) return false
  const { tokenType } = token
  return kinds.some(
    (kind) => kind === tokenType || tokenType.CATEGORIES?.some((category) => category === kind),
  )
}

/**
 * Says what is wrong where the parser stopped. `at` is the index of the token that does not fit; the number of tokens
 * stands for the end of the text.
 */
export function troubleAt(tokens: readonly IToken[], at: number, length: number): QueryTrouble {
  const token = tokens[at]
  const before = tokens[at - 1]
  if (token !== undefined && isKind(token, OpenQuote))
    return new QueryTrouble('unclosed-quote', placeOf(token))
  const place = token === undefined ? { from: length, to: length, text: '' } : placeOf(token)
  const closes = token === undefined || isKind(token, CloseBracket)
  if (closes || isKind(token, And, Or)) {
    if (isKind(before, Sign)) return new QueryTrouble('missing-value', placeOf(before as IToken))
    if (before === undefined) {
      return new QueryTrouble(
        token !== undefined && closes ? 'bracket-not-opened' : 'missing-condition',
        place,
      )
    }
    if (isKind(before, And, Or, Not)) return new QueryTrouble('missing-condition', placeOf(before))
    if (isKind(before, OpenBracket)) return new QueryTrouble('missing-condition', place)
  }
  if (token === undefined) {
    const open = lastOpen(tokens)
    if (open !== null) return new QueryTrouble('unclosed-bracket', placeOf(open))
  }
  if (isKind(token, CloseBracket)) return new QueryTrouble('bracket-not-opened', place)
  if (isKind(token, FieldName) || isKind(token, Sign)) return new QueryTrouble('unexpected', place)
  return new QueryTrouble('unexpected', place)
}

function lastOpen(tokens: readonly IToken[]): IToken | null {
  const open: IToken[] = []
  for (const token of tokens) {
    if (isKind(token, OpenBracket)) open.push(token)
    else if (isKind(token, CloseBracket)) open.pop()
  }
  return open.at(-1) ?? null
}
