import type { SqlColumn, SqlSchema } from '../../../shared/domain/sql.ts'
import type { ReadableCase } from '../case/rights.ts'
import { memberNames } from './dialect/columns.ts'
import { functionNames } from './functions/register.ts'

const JSON_COLUMNS = new Set([
  'useridentity',
  'requestparameters',
  'responseelements',
  'additionaleventdata',
  'resources',
  'serviceeventdetails',
  'tlsdetails',
  'addendum',
])
const NUMBER_COLUMNS = new Set(['eventtime_unix', 'sign_in_id', 'source_record'])

/** Functions of SQLite itself that questions about sign-ins use. */
const NATIVE = [
  'abs',
  'avg',
  'coalesce',
  'count',
  'date',
  'datetime',
  'group_concat',
  'iif',
  'instr',
  'json_array_length',
  'json_each',
  'json_extract',
  'json_group_array',
  'lag',
  'lead',
  'length',
  'lower',
  'ltrim',
  'max',
  'min',
  'nullif',
  'printf',
  'rank',
  'replace',
  'round',
  'row_number',
  'rtrim',
  'strftime',
  'substr',
  'sum',
  'trim',
  'typeof',
  'upper',
]
/** Athena's words that are rewritten. */
const REWRITTEN = [
  'approx_distinct',
  'array_agg',
  'cast',
  'concat',
  'count_if',
  'current_timestamp',
  'extract',
  'greatest',
  'least',
  'strpos',
  'try',
  'try_cast',
  'unnest',
]

/** Tables and columns that a query can ask, the two for sign-ins first, and functions. `counted`: with their rows. */
export function querySchema(db: Pick<ReadableCase, 'prepare'>, counted = true): SqlSchema {
  const names = (
    db
      .prepare(`select name from sqlite_schema where type in ('table', 'view') and name not like 'sqlite\\_%' escape '\\'
        order by name = 'cloudtrail_logs' desc, name = 'sign_in' desc, name`)
      .all() as { name: string }[]
  ).map(({ name }) => name)
  const signIns = counted
    ? Number((db.prepare('select count(*) as n from sign_in').get() as { n: number }).n)
    : null
  return {
    tables: names.map((name) => ({
      name,
      rows: name === 'cloudtrail_logs' || name === 'sign_in' ? signIns : null,
      columns: columnsOf(db, name),
    })),
    members: { useridentity: memberNames('useridentity'), tlsdetails: memberNames('tlsdetails') },
    functions: [...new Set([...functionNames(), ...NATIVE, ...REWRITTEN])].sort(),
  }
}

function columnsOf(db: Pick<ReadableCase, 'prepare'>, table: string): SqlColumn[] {
  const columns = db.prepare('select name, type from pragma_table_info(?)').all(table) as {
    name: string
    type: string
  }[]
  return columns.map(({ name, type }) => ({ name, kind: kindOf(table, name, type) }))
}

function kindOf(table: string, name: string, type: string): SqlColumn['kind'] {
  if (table === 'cloudtrail_logs') {
    return JSON_COLUMNS.has(name) ? 'json' : NUMBER_COLUMNS.has(name) ? 'number' : 'text'
  }
  const kinds: Readonly<Record<string, SqlColumn['kind']>> = {
    integer: 'number',
    real: 'number',
    blob: 'bytes',
  }
  return kinds[type.toLowerCase()] ?? 'text'
}
