import { EmbeddedActionsParser, type IToken, tokenMatcher } from 'chevrotain'
import type { Sign, SyntaxNode, TypedValue, ValueNode } from './syntax.ts'
import {
  ALL_TOKENS,
  And,
  CloseBracket,
  FieldName,
  Not,
  OpenBracket,
  Or,
  Quoted,
  Range,
  Sign as SignToken,
  splitQuery,
  Word,
} from './tokens.ts'
import { isKind, placeOf, QueryTrouble, troubleAt } from './trouble.ts'

/** Brackets and negations inside each other. Deeper ones would end in a full call stack instead of an answer. */
const DEEPEST = 60

/**
 * `or` binds weakest, then `and` (written or not), then `not` and `-`.
 *
 *     query   = [any]
 *     any     = all { "or" all }
 *     all     = one { ["and"] one }
 *     one     = ("not" | "-") one | "(" any ")" | FIELD SIGN value | WORD | QUOTED
 *     value   = "(" any-of-values ")" | [WORD | QUOTED] ".." [WORD | QUOTED] | WORD | QUOTED
 */
class QueryParser extends EmbeddedActionsParser {
  constructor() {
    super(ALL_TOKENS, { recoveryEnabled: false, maxLookahead: 2 })
    this.performSelfAnalysis()
  }

  query = this.RULE('query', () => {
    let node: SyntaxNode | null = null
    this.OPTION(() => {
      node = this.SUBRULE(this.any)
    })
    return node as SyntaxNode | null
  })

  private any = this.RULE('any', (): SyntaxNode => {
    const parts = [this.SUBRULE1(this.all)]
    this.MANY(() => {
      this.CONSUME(Or)
      parts.push(this.SUBRULE2(this.all))
    })
    return this.ACTION(() => joined('or', parts))
  })

  private all = this.RULE('all', (): SyntaxNode => {
    const parts = [this.SUBRULE1(this.one)]
    this.MANY(() => {
      this.OPTION(() => this.CONSUME(And))
      parts.push(this.SUBRULE2(this.one))
    })
    return this.ACTION(() => joined('and', parts))
  })

  private one: () => SyntaxNode = this.RULE(
    'one',
    (): SyntaxNode =>
      this.OR([
        {
          ALT: () => {
            const sign = this.CONSUME(Not)
            const part = this.SUBRULE(this.one)
            return this.ACTION(() => ({ kind: 'not' as const, part, from: sign.startOffset, to: part.to }))
          },
        },
        {
          ALT: () => {
            const open = this.CONSUME(OpenBracket)
            const inner = this.SUBRULE(this.any)
            const close = this.CONSUME(CloseBracket)
            return this.ACTION(() => ({ ...inner, from: open.startOffset, to: close.startOffset + 1 }))
          },
        },
        {
          ALT: () => {
            const name = this.CONSUME(FieldName)
            const sign = this.CONSUME(SignToken)
            const value = this.SUBRULE(this.value)
            return this.ACTION(() => ({
              kind: 'field' as const,
              name: placeOf(name),
              sign: signOf(sign),
              value,
              from: name.startOffset,
              to: value.to,
            }))
          },
        },
        {
          ALT: () => {
            const value = this.SUBRULE(this.text)
            return this.ACTION(() => ({ kind: 'text' as const, value, from: value.from, to: value.to }))
          },
        },
      ]),
  )

  private text = this.RULE(
    'text',
    (): TypedValue =>
      this.OR([
        { ALT: () => typed(this.CONSUME(Word), false) },
        { ALT: () => typed(this.CONSUME(Quoted), true) },
      ]),
  )

  private value = this.RULE(
    'value',
    (): ValueNode =>
      this.OR([
        {
          ALT: () => {
            const open = this.CONSUME(OpenBracket)
            const inner = this.SUBRULE(this.anyValue)
            const close = this.CONSUME(CloseBracket)
            return this.ACTION(() => ({ ...inner, from: open.startOffset, to: close.startOffset + 1 }))
          },
        },
        { ALT: () => this.SUBRULE(this.rangeOrValue) },
      ]),
  )

  private anyValue: () => ValueNode = this.RULE('anyValue', (): ValueNode => {
    const parts = [this.SUBRULE1(this.allValues)]
    this.MANY(() => {
      this.CONSUME(Or)
      parts.push(this.SUBRULE2(this.allValues))
    })
    return this.ACTION(() => joinedValues('or', parts))
  })

  private allValues = this.RULE('allValues', (): ValueNode => {
    const parts = [this.SUBRULE1(this.oneValue)]
    this.MANY(() => {
      this.OPTION(() => this.CONSUME(And))
      parts.push(this.SUBRULE2(this.oneValue))
    })
    return this.ACTION(() => joinedValues('and', parts))
  })

  private oneValue: () => ValueNode = this.RULE(
    'oneValue',
    (): ValueNode =>
      this.OR([
        {
          ALT: () => {
            const sign = this.CONSUME(Not)
            const part = this.SUBRULE(this.oneValue)
            return this.ACTION(() => ({ kind: 'not' as const, part, from: sign.startOffset, to: part.to }))
          },
        },
        { ALT: () => this.SUBRULE(this.value) },
      ]),
  )

  private rangeOrValue = this.RULE('rangeOrValue', (): ValueNode => {
    let low: TypedValue | null = null
    let high: TypedValue | null = null
    let dots: IToken | null = null
    this.OR([
      {
        ALT: () => {
          low = this.SUBRULE1(this.text)
          this.OPTION1(() => {
            dots = this.CONSUME1(Range)
            this.OPTION2({
              GATE: () => this.adjoins(dots),
              DEF: () => {
                high = this.SUBRULE2(this.text)
              },
            })
          })
        },
      },
      {
        ALT: () => {
          dots = this.CONSUME2(Range)
          high = this.SUBRULE3(this.text)
        },
      },
    ])
    return this.ACTION(() => rangeOrValue(low, dots, high))
  })

  // `time:2024-09-01.. alice`: the range is open and alice is a word of its own.
  private adjoins(dots: IToken | null): boolean {
    return dots !== null && this.LA(1).startOffset === dots.startOffset + dots.image.length
  }
}

function rangeOrValue(low: TypedValue | null, dots: IToken | null, high: TypedValue | null): ValueNode {
  if (dots === null && low !== null) return { kind: 'value', ...low }
  const start = low?.from ?? dots?.startOffset ?? 0
  const end = high?.to ?? (dots === null ? start : dots.startOffset + dots.image.length)
  return { kind: 'range', low, high, from: start, to: end }
}

function typed(token: IToken, quoted: boolean): TypedValue {
  return { ...placeOf(token), quoted }
}

function signOf(token: IToken): Sign {
  const sign = token.image.replace(/^[:：](?=[<>])/, '')
  return sign === '：' ? ':' : (sign as Sign)
}

function joined(kind: 'and' | 'or', parts: readonly SyntaxNode[]): SyntaxNode {
  const [first] = parts
  const last = parts.at(-1)
  if (first === undefined || last === undefined) throw new Error('a list of conditions is never empty')
  return parts.length === 1 ? first : { kind, parts, from: first.from, to: last.to }
}

function joinedValues(kind: 'and' | 'or', parts: readonly ValueNode[]): ValueNode {
  const [first] = parts
  const last = parts.at(-1)
  if (first === undefined || last === undefined) throw new Error('a list of values is never empty')
  return parts.length === 1 ? first : { kind, parts, from: first.from, to: last.to }
}

const parser = new QueryParser()

/** Reads a query as it is written; null for an empty one. Throws `QueryTrouble` with the place. */
export function parseSyntax(text: string): SyntaxNode | null {
  const tokens = splitQuery(text)
  refuseDeep(tokens)
  parser.input = tokens
  const node = parser.query()
  const [error] = parser.errors
  if (error !== undefined) {
    const at = tokens.indexOf(error.token)
    throw troubleAt(tokens, at === -1 ? tokens.length : at, text.length)
  }
  return node
}

function refuseDeep(tokens: readonly IToken[]): void {
  let brackets = 0
  let negations = 0
  for (const token of tokens) {
    if (isKind(token, OpenBracket)) brackets += 1
    else if (isKind(token, CloseBracket)) brackets -= 1
    negations = tokenMatcher(token, Not) ? negations + 1 : isKind(token, OpenBracket) ? negations : 0
    if (brackets + negations > DEEPEST) throw new QueryTrouble('too-deep', placeOf(token))
  }
}
