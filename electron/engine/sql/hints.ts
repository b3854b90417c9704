import type { Database } from 'better-sqlite3'
import type { SqlHint, TextRange } from '../../../shared/domain/sql.ts'
import {
  isGroup,
  isSign,
  isWord,
  meaning,
  type Node,
  nameOf,
  nest,
  parts,
  stringOf,
  type Token,
} from './tokens.ts'

/** A filter such as `eventtype = 'x'` or `eventtype in ('x', 'y')`. */
interface Comparison {
  readonly column: string
  readonly values: readonly string[]
  readonly at: TextRange
}

/**
 * What common filters of published queries leave out of the sign-ins of this case. Counted over the stored sign-in
 * records and nothing else, whatever the period of the query. A filter that leaves nothing out gets no hint.
 */
export function hintsFor(db: Database, tokens: readonly Token[]): SqlHint[] {
  const nodes = nest(tokens)
  const found = comparisons(nodes)
  const hints = [
    ...found.map((comparison) => hintOf(db, comparison)),
    mfaHint(db, tokens),
    ...found.map((comparison) => elsewhereHint(db, comparison)),
  ].filter((hint) => hint !== null)
  return hints.filter((hint, index) => hints.findIndex(({ code }) => code === hint.code) === index)
}

function comparisons(nodes: readonly Node[]): Comparison[] {
  const list = meaning(nodes)
  return list.flatMap((node, index) => {
    if (isGroup(node, '(')) return comparisons(node.inner)
    if (node.kind !== 'word' && node.kind !== 'quoted') return []
    const [sign, value] = [list[index + 1], list[index + 2]]
    const at = (end: Node) => ({ from: node.from, to: end.to })
    if (isSign(sign, '=') && value?.kind === 'string') {
      return [{ column: nameOf(node), values: [stringOf(value as Token)], at: at(value) }]
    }
    if (isWord(sign, 'in') && isGroup(value, '(')) {
      const values = parts(value.inner).map((part) => meaning(part)[0])
      if (!values.every((one) => one?.kind === 'string')) return []
      return [{ column: nameOf(node), values: values.map((one) => stringOf(one as Token)), at: at(value) }]
    }
    return []
  })
}

function hintOf(db: Database, { column, values, at }: Comparison): SqlHint | null {
  // Records before version 1.02 have no type; Identity Center, `aws login` and console tokens have another one.
  if (column === 'eventtype') {
    const without = values.map(() => 'event_type is not ?').join(' and ')
    return counted(db, 'event-type', at, 'event_type', without, values)
  }
  if (column === 'eventname' && values.length === 1 && values[0] === 'ConsoleLogin') {
    return counted(db, 'console-login-only', at, 'event_name', `event_name is not 'ConsoleLogin'`)
  }
  // A name that does not exist, a denial by policy and Identity Center fail with other words.
  if (column === 'errormessage' && values.length === 1 && values[0] === 'Failed authentication') {
    const other = `outcome = 'failure' and failure_reason is not 'Failed authentication'`
    return counted(db, 'failed-authentication', at, 'failure_reason', other)
  }
  return null
}

/** A federated sign-in says "No" too, although the identity provider may have asked for a second factor. */
function mfaHint(db: Database, tokens: readonly Token[]): SqlHint | null {
  const strings = tokens.filter(({ kind }) => kind === 'string')
  const asks = strings.find((token) => /MFAUsed/.test(token.text))
  const no = strings.some((token) => stringOf(token) === 'No' || /MFAUsed\W+No\b/.test(token.text))
  if (asks === undefined || !no) return null
  return counted(
    db,
    'mfa-used-no',
    asks,
    'principal_kind',
    `mfa = 'not-visible' and event_name = 'ConsoleLogin'`,
  )
}

/** Values that no record of the case has: the case stores sign-ins only. */
function elsewhereHint(db: Database, { column, values, at }: Comparison): SqlHint | null {
  const stored = { eventsource: 'event_source', eventname: 'event_name' }[column]
  if (stored === undefined) return null
  const has = db.prepare(`select 1 from sign_in where ${stored} = ? limit 1`)
  const missing = values.filter((value) => has.get(value) === undefined)
  if (missing.length === 0) return null
  return {
    code: 'other-service',
    at: range(at),
    count: 0,
    parts: missing.map((value) => ({ value, count: 0 })),
  }
}

const MOST_PARTS = 8

function counted(
  db: Database,
  code: SqlHint['code'],
  at: TextRange,
  column: string,
  where: string,
  values: readonly string[] = [],
): SqlHint | null {
  const rows = db
    .prepare(`select coalesce(${column}, '') as value, count(*) as count from sign_in where ${where}
      group by 1 order by 2 desc, 1`)
    .all(...values) as { value: string; count: bigint }[]
  const all = rows.map(({ value, count }) => ({ value, count: Number(count) }))
  const count = all.reduce((sum, part) => sum + part.count, 0)
  return count === 0 ? null : { code, at: range(at), count, parts: all.slice(0, MOST_PARTS) }
}

const range = ({ from, to }: TextRange): TextRange => ({ from, to })
