import { SqlRefusal } from '../problem.ts'
import { isSign, isWord, type Node, nameOf, type Token } from '../tokens.ts'
import { elementPath, isJsonText, isStruct, memberSql } from './columns.ts'
import { isName, type Scope } from './scope.ts'

/** Names with dots between them, as typed, and the index of the first node after them. */
export interface Path {
  readonly names: readonly [Token, ...Token[]]
  readonly from: number
  readonly to: number
  readonly next: number
}

/** Reads a path that begins at `index`. */
export function readPath(nodes: readonly Node[], index: number, first: Token): Path {
  const names: [Token, ...Token[]] = [first]
  let next = index + 1
  for (;;) {
    const dot = skipSpace(nodes, next)
    const name = skipSpace(nodes, dot + 1)
    const token = nodes[name]
    if (!isSign(nodes[dot], '.') || !isName(token)) break
    names.push(token)
    next = name + 1
  }
  return { names, from: first.from, to: names.at(-1)?.to ?? first.to, next }
}

export function skipSpace(nodes: readonly Node[], index: number): number {
  let at = index
  while (nodes[at]?.kind === 'space') at += 1
  return at
}

/** The name that the console and the AWS guide give the table: `cloudtrail_logs_` and the bucket. */
const TRAIL_TABLE = /^cloudtrail_logs/

/** Words that may follow a table without being its alias; `as` leads to one. */
const AFTER_TABLE =
  /^(?:where|join|cross|inner|left|right|full|natural|on|using|group|order|limit|union|intersect|except|having|window|offset|fetch|tablesample)$/i

/** How a table is written for SQLite; null when it can stay as it is. */
export function tableSql(path: Path, nodes: readonly Node[], scope: Scope): string | null {
  const last = path.names.at(-1) ?? path.names[0]
  const name = nameOf(last)
  if (!TRAIL_TABLE.test(name) || (path.names.length === 1 && scope.ctes.has(name))) return null
  if (path.names.length === 1 && name === 'cloudtrail_logs') return null
  const after = nodes[skipSpace(nodes, path.next)]
  const hasAlias = isName(after) && !AFTER_TABLE.test(after.text)
  // Columns may be named after the table, so its name stays as an alias.
  return hasAlias || name === 'cloudtrail_logs' ? 'cloudtrail_logs' : `cloudtrail_logs as ${last.text}`
}

/** How a column is written for SQLite, and the name that Athena gives it; null when it can stay as it is. */
export function columnSql(path: Path, scope: Scope): { readonly sql: string; readonly name: string } | null {
  const { names } = path
  const last = names.at(-1) ?? names[0]
  const name = last.kind === 'quoted' ? last.text : nameOf(last)
  if (nameOf(last) === '$path') return { sql: [...texts(names.slice(0, -1)), 'source_file'].join('.'), name }

  const element = elementSql(names, scope)
  if (element !== null) return { sql: element, name }

  // A qualifier of a qualifier is a database, which SQLite does not have.
  const start = names.length > 2 && TRAIL_TABLE.test(nameOf(names[1] ?? names[0])) ? 1 : 0
  const at = names.findIndex((one, index) => index <= start + 1 && isStruct(nameOf(one)))
  const members = at === -1 ? [] : names.slice(at + 1)
  const struct = names[at]
  if (struct === undefined || members.length === 0) {
    refuseTextMembers(names)
    return start === 0 ? null : { sql: texts(names.slice(start)).join('.'), name }
  }
  const column = texts(names.slice(start, at + 1)).join('.')
  return { sql: memberSql(column, nameOf(struct), members), name }
}

const texts = (names: readonly Token[]) => names.map(({ text }) => text)

function elementSql(names: Path['names'], { elements }: Scope): string | null {
  const at = names.findIndex((one, index) => index < 2 && elements.has(nameOf(one)))
  const element = names[at]
  const alias = element === undefined ? undefined : elements.get(nameOf(element))
  if (alias === undefined || (at === 1 && names[0].text !== alias)) return null
  const members = names.slice(at + 1)
  const [member, second] = members
  if (member === undefined) return `${alias}.value`
  if (second !== undefined) throw new SqlRefusal('unknown-member', second, nameOf(second))
  return `(${alias}.value ->> '${elementPath(member)}')`
}

function refuseTextMembers(names: Path['names']): void {
  const at = names.findIndex((one, index) => index < names.length - 1 && isJsonText(nameOf(one)))
  const text = names[at]
  const member = names[at + 1]
  if (text !== undefined && member !== undefined) {
    throw new SqlRefusal('text-column', { from: text.from, to: names.at(-1)?.to ?? text.to }, nameOf(text), [
      `json_extract_scalar(${text.text}, '$.${names
        .slice(at + 1)
        .map((one) => one.text)
        .join('.')}')`,
    ])
  }
}

/** True when a select list has nothing but what stands between `before` and `after`. */
export function standsAlone(before: Node | undefined, after: Node | undefined): boolean {
  const begins = isWord(before, 'select', 'distinct', 'all') || isSign(before, ',')
  const ends = after === undefined || isSign(after, ',') || isWord(after, 'from')
  return begins && ends
}
