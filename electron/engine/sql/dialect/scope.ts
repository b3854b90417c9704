import { SqlRefusal } from '../problem.ts'
import { isGroup, isSign, isWord, meaning, type Node, nameOf, parts, type Token } from '../tokens.ts'

/** Names that a statement gives, found before it is rewritten because they may be used before they are given. */
export interface Scope {
  /** Names of `with NAME as (…)`. */
  readonly ctes: ReadonlySet<string>
  /** Column names of `unnest(…) as t (name)` and the table they belong to, as typed. */
  readonly elements: ReadonlyMap<string, string>
}

export function scopeOf(nodes: readonly Node[]): Scope {
  const ctes = new Set<string>()
  const elements = new Map<string, string>()
  collect(nodes, ctes, elements)
  return { ctes, elements }
}

export const isName = (node: Node | undefined): node is Token =>
  node?.kind === 'word' || node?.kind === 'quoted'

function collect(nodes: readonly Node[], ctes: Set<string>, elements: Map<string, string>): void {
  const list = meaning(nodes)
  list.forEach((node, index) => {
    if (node.kind === 'group') collect(node.inner, ctes, elements)
    else if (isName(node) && givesQuery(list, index)) ctes.add(nameOf(node))
    else if (isWord(node, 'unnest')) {
      const unnest = readUnnest(list, index)
      if (unnest?.element != null) elements.set(nameOf(unnest.element), unnest.alias.text)
    }
  })
}

/** `NAME [(columns)] AS [[NOT] MATERIALIZED] ( … )` */
function givesQuery(list: readonly Node[], index: number): boolean {
  let at = index + 1
  if (isGroup(list[at], '(')) at += 1
  if (!isWord(list[at], 'as')) return false
  at += 1
  while (isWord(list[at], 'not', 'materialized')) at += 1
  return isGroup(list[at], '(')
}

export interface Unnest {
  readonly alias: Token
  readonly element: Token | null
  /** How many nodes of the list it takes, from the word `unnest` on. */
  readonly length: number
}

/** `UNNEST(x) [AS] t [(name)]` from the word on; null when it has no alias. `list` holds no white space. */
export function readUnnest(list: readonly Node[], index: number): Unnest | null {
  let at = index + 1
  if (!isGroup(list[at], '(')) return null
  at += 1
  const ordinality = list[at]
  if (isWord(ordinality, 'with')) throw new SqlRefusal('not-supported', ordinality, 'WITH ORDINALITY')
  if (isWord(list[at], 'as')) at += 1
  const alias = list[at]
  if (!isName(alias) || isSign(alias, ',')) return null
  at += 1
  const columns = list[at]
  if (!isGroup(columns, '(')) return { alias, element: null, length: at - index }
  const names = parts(columns.inner).map((part) => meaning(part)[0])
  const [element, second] = names
  if (!isName(element) || second !== undefined) {
    throw new SqlRefusal('not-supported', columns, 'UNNEST … AS t (a, b)')
  }
  return { alias, element, length: at + 1 - index }
}
