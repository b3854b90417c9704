import { type FacetName, NOT_STATED, type SignInFilter } from '../../../shared/domain/filter.ts'
import type { AthenaRefusal, AthenaSql } from '../../../shared/domain/query.ts'
import { utcText } from '../../../shared/domain/time.ts'
import { ALL_TEXT, ATHENA_COLUMNS, SELECTED, SIGN_IN_RECORDS, USER } from './athena-columns.ts'
import type { Condition, TextColumn } from './condition.ts'
import { filterClauses } from './filter-condition.ts'
import type { TextPattern } from './text-pattern.ts'

/**
 * A filter as a SELECT for Athena (Trino SQL) over a table with the documented columns. What Athena cannot answer is
 * refused by name: a condition that is left out would give another answer without a word. Throws `query-unreadable`.
 */
export function athenaSql(filter: SignInFilter, table: string): AthenaSql {
  const writer = createWriter()
  const name = tableName(table)
  if (name === null) writer.refuse('bad-table-name', 'table', table)
  const conditions = filterClauses(filter).map(({ condition }) => writer.write(condition))
  if (writer.refusals.length > 0) return { kind: 'refused', refusals: writer.refusals }
  return {
    kind: 'sql',
    sql: [
      `select ${SELECTED.join(', ')}`,
      `from ${name ?? ''}`,
      `where ${[SIGN_IN_RECORDS, ...conditions].join('\n  and ')}`,
      'order by eventtime, eventid',
    ].join('\n'),
    notices: [...writer.notices],
  }
}

/** `table`, `database.table` or `catalog.database.table`, quoted; null for what cannot be a name. */
function tableName(typed: string): string | null {
  const parts = typed
    .trim()
    .split('.')
    .map((part) => part.replaceAll(/^["`]|["`]$/g, ''))
  if (parts.length > 3 || !parts.every((part) => /^[\p{L}\p{N}_-][\p{L}\p{N}_ -]{0,254}$/u.test(part)))
    return null
  return parts.map((part) => `"${part}"`).join('.')
}

const text = (value: string) => `'${value.replaceAll("'", "''")}'`

/** Compared in lower case, like the search of the case. */
function like(expression: string, { typed }: TextPattern, anywhere: boolean): string {
  const pieces = typed.map((piece) => piece.toLowerCase())
  const [only = ''] = pieces
  if (pieces.length === 1 && !anywhere) return `lower(${expression}) = ${text(only)}`
  const inner = pieces.map((piece) => piece.replaceAll(/[\\%_]/g, '\\$&')).join('%')
  return `lower(${expression}) like ${text(anywhere ? `%${inner}%` : inner)} escape '\\'`
}

type Notice = (AthenaSql & { kind: 'sql' })['notices'][number]

function createWriter() {
  const refusals: AthenaRefusal[] = []
  const notices = new Set<Notice>()
  const refuse = (code: AthenaRefusal['code'], field: string, typed: string): string => {
    refusals.push({ code, field, text: typed })
    return 'false'
  }
  const wordsOf = (pattern: TextPattern | null) => pattern?.typed.join('*') ?? ''

  function columnOf(column: TextColumn, typed: string): string | null {
    const known = ATHENA_COLUMNS[column]
    if (known === undefined) {
      refuse('no-such-column', column, typed)
      return null
    }
    if (known.notice !== null) notices.add(known.notice)
    return `(${known.sql})`
  }

  function keys(facet: FacetName, wanted: readonly string[]): string {
    if (facet === 'country' || facet === 'network' || facet === 'tag') {
      return refuse('only-in-case', facet, wanted.join(', '))
    }
    const column = facet === 'user' ? userColumn() : columnOf(facet, wanted.join(', '))
    if (column === null) return 'false'
    const names = wanted.filter((key) => key !== NOT_STATED)
    const parts: string[] = []
    if (facet === 'user' && names.length > 0) parts.push(...names.map(userKey))
    else if (names.length > 0) parts.push(`${column} in (${names.map(text).join(', ')})`)
    if (wanted.includes(NOT_STATED)) parts.push(`${column} is null`)
    return parts.length === 1 ? (parts[0] ?? 'false') : `(${parts.join(' or ')})`
  }

  function userColumn(): string {
    notices.add('user-by-fields')
    return `(${USER})`
  }

  /** A principal key is a kind and a name; the kind stands in `useridentity.type`. */
  function userKey(key: string): string {
    if (key.startsWith('(')) return `useridentity.username = 'HIDDEN_DUE_TO_SECURITY_REASONS'`
    const at = key.indexOf(':')
    const types = TYPES[key.slice(0, at)]
    const name = `${userColumn()} = ${text(key.slice(at + 1))}`
    if (types === undefined) return refuse('no-such-column', 'kind', key)
    return `(${name} and lower(useridentity.type) in (${types.map(text).join(', ')}))`
  }

  function write(condition: Condition): string {
    switch (condition.kind) {
      case 'and':
      case 'or': {
        const parts = condition.parts.map(write)
        return parts.length === 0 ? 'true' : `(${parts.join(` ${condition.kind} `)})`
      }
      case 'not':
        // A comparison with nothing is neither true nor false in SQL; here such a row is among the others.
        return `not coalesce(${write(condition.part)}, false)`
      case 'text':
        notices.add('text-by-columns')
        return like(ALL_TEXT, condition.pattern, true)
      case 'column': {
        const { column, pattern } = condition
        if (column === 'kind') return kindIs(pattern)
        const expression = columnOf(column, wordsOf(pattern))
        return expression === null ? 'false' : like(expression, pattern, false)
      }
      case 'user':
        return userIs(condition.pattern)
      case 'time': {
        const bounds = [
          ...(condition.from === null ? [] : [`eventtime >= ${text(utcText(condition.from))}`]),
          ...(condition.to === null ? [] : [`eventtime < ${text(utcText(condition.to))}`]),
        ]
        return bounds.length === 0 ? 'eventtime is not null' : `(${bounds.join(' and ')})`
      }
      case 'address': {
        const { address, bits, family } = condition.range
        const whole = bits === (family === 'ipv4' ? 32 : 128)
        return whole
          ? `try_cast(sourceipaddress as ipaddress) = cast(${text(address)} as ipaddress)`
          : `contains(${text(`${address}/${bits}`)}, try_cast(sourceipaddress as ipaddress))`
      }
      case 'side':
        return refuse('only-in-case', condition.field, wordsOf(condition.pattern))
      case 'trait':
        return refuse('only-in-case', condition.trait, '')
      case 'present': {
        if (condition.column === 'time') return 'eventtime is not null'
        const expression = condition.column === 'user' ? userColumn() : columnOf(condition.column, '')
        return expression === null ? 'false' : `${expression} is not null`
      }
      case 'keys':
        return keys(condition.facet, condition.keys)
    }
  }

  function userIs(pattern: TextPattern): string {
    const typed = wordsOf(pattern)
    if (
      pattern.pieces.length === 1 &&
      (typed.startsWith('(hidden') || TYPES[typed.split(':')[0] ?? ''] !== undefined)
    ) {
      if (typed.startsWith('(') || typed.includes(':')) return userKey(typed)
    }
    const session = columnOf('session', typed) ?? 'null'
    return `(${like(userColumn(), pattern, false)} or ${like(session, pattern, false)})`
  }

  function kindIs(pattern: TextPattern): string {
    const types = TYPES[wordsOf(pattern).toLowerCase()]
    if (types === undefined) return refuse('no-such-column', 'kind', wordsOf(pattern))
    return `lower(useridentity.type) in (${types.map(text).join(', ')})`
  }

  return { write, refuse, refusals, notices }
}

/** Kinds of principals by `userIdentity.type` in lower case; the others are more than a type. */
const TYPES: Readonly<Record<string, readonly string[]>> = {
  'iam-user': ['iamuser'],
  root: ['root'],
  role: ['assumedrole', 'role'],
  'federated-user': ['federateduser', 'samluser', 'webidentityuser'],
  'identity-center-user': ['identitycenteruser', 'unknown'],
  service: ['awsservice'],
}
