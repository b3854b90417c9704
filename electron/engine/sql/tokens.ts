import { SqlRefusal } from './problem.ts'

/** One token with its place in the text (UTF-16 units, `to` exclusive). */
export interface Token {
  readonly kind: 'word' | 'quoted' | 'string' | 'number' | 'sign' | 'space'
  readonly text: string
  readonly from: number
  readonly to: number
}

/** A pair of brackets and what stands in it. */
export interface Group {
  readonly kind: 'group'
  readonly bracket: '(' | '['
  readonly inner: readonly Node[]
  readonly from: number
  readonly to: number
}

export type Node = Token | Group

/*
 * Own tokens instead of a parser library: a parser of either dialect refuses half of what the other allows, and
 * printing its tree again loses comments and places. The rewriting must leave alone whatever it does not know; what is
 * valid SQL is then for SQLite to say. Lexical rules: SQLite's (tokenize.c), with Trino's square brackets.
 */
const RULES: readonly (readonly [Token['kind'], RegExp])[] = [
  ['space', /(?:\s|--[^\n]*|\/\*[\s\S]*?\*\/)+/y],
  ['string', /(?:[xX])?'(?:[^']|'')*'/y],
  ['quoted', /"(?:[^"]|"")*"|`(?:[^`]|``)*`/y],
  ['number', /0[xX][0-9a-fA-F]+|(?:\d[\d_]*(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y],
  ['word', /[\p{L}\p{Nl}_][\p{L}\p{N}\p{M}_$]*/uy],
  ['sign', /\|\||<=|>=|<>|!=|==|<<|>>|->>|->|[-+*/%=<>&|~.,;?:@$#()[\]]/y],
]

/** Splits a statement into tokens. Throws `SqlRefusal` at text without an end and at signs that SQL does not have. */
export function tokenize(sql: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  while (at < sql.length) {
    const token = tokenAt(sql, at)
    tokens.push(token)
    at = token.to
  }
  return tokens
}

function tokenAt(sql: string, from: number): Token {
  for (const [kind, rule] of RULES) {
    rule.lastIndex = from
    const found = rule.exec(sql)
    if (found !== null) return { kind, text: found[0], from, to: from + found[0].length }
  }
  const sign = String.fromCodePoint(sql.codePointAt(from) ?? 0)
  if (['"', "'", '`'].includes(sign)) throw new SqlRefusal('unfinished-text', { from, to: sql.length }, sign)
  throw new SqlRefusal('stray-sign', { from, to: from + sign.length }, sign)
}

const CLOSING = { '(': ')', '[': ']' } as const

/** Puts what stands in brackets together. Throws `SqlRefusal` at a bracket without its partner. */
export function nest(tokens: readonly Token[]): Node[] {
  const open: { bracket: '(' | '['; token: Token; inner: Node[] }[] = []
  const top: Node[] = []
  for (const token of tokens) {
    const inner = open.at(-1)?.inner ?? top
    if (token.kind !== 'sign' || !/^[()[\]]$/.test(token.text)) {
      inner.push(token)
    } else if (token.text === '(' || token.text === '[') {
      open.push({ bracket: token.text, token, inner: [] })
    } else {
      const group = open.pop()
      if (group === undefined || CLOSING[group.bracket] !== token.text) {
        throw new SqlRefusal('bracket', token, token.text)
      }
      const outer = open.at(-1)?.inner ?? top
      const { bracket } = group
      outer.push({ kind: 'group', bracket, inner: group.inner, from: group.token.from, to: token.to })
    }
  }
  const unclosed = open.at(-1)
  if (unclosed !== undefined) throw new SqlRefusal('bracket', unclosed.token, unclosed.bracket)
  return top
}

export function isWord(
  node: Node | undefined,
  ...words: readonly string[]
): node is Token & { readonly kind: 'word' } {
  return node?.kind === 'word' && words.includes(node.text.toLowerCase())
}

export function isSign(node: Node | undefined, sign: string): node is Token & { readonly kind: 'sign' } {
  return node?.kind === 'sign' && node.text === sign
}

export function isGroup(node: Node | undefined, bracket: Group['bracket']): node is Group {
  return node?.kind === 'group' && node.bracket === bracket
}

/** The name that a word or quoted name stands for, in lower case: neither SQLite nor Athena tells cases apart. */
export function nameOf(token: Token): string {
  if (token.kind !== 'quoted') return token.text.toLowerCase()
  const quote = token.text[0] ?? '"'
  return token.text
    .slice(1, -1)
    .replaceAll(quote + quote, quote)
    .toLowerCase()
}

/** The text that a string token stands for. */
export function stringOf(token: Token): string {
  return token.text.slice(1, -1).replaceAll("''", "'")
}

/** Parts of an argument list, without the commas between them. */
export function parts(nodes: readonly Node[]): Node[][] {
  const found: Node[][] = [[]]
  for (const node of nodes) {
    if (isSign(node, ',')) found.push([])
    else found.at(-1)?.push(node)
  }
  return found.every((part) => part.every(({ kind }) => kind === 'space')) && found.length === 1 ? [] : found
}

/** Nodes that mean something: without white space and comments. */
export function meaning(nodes: readonly Node[]): Node[] {
  return nodes.filter(({ kind }) => kind !== 'space')
}
