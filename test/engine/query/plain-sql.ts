import type { ReadableCase } from '../../../electron/engine/case/rights.ts'
import type { AddressRange } from '../../../electron/engine/query/addresses.ts'
import {
  type Condition,
  type SideField,
  TEXT_COLUMNS,
  type Trait,
} from '../../../electron/engine/query/condition.ts'
import type { TextPattern } from '../../../electron/engine/query/text-pattern.ts'
import { PRINCIPAL_KEY } from '../../../electron/engine/timeline/principal-key-sql.ts'
import { type FacetName, NOT_STATED } from '../../../shared/domain/filter.ts'

/** A condition as SQL over table `sign_in s`, with its parameters in order. Its value is 0 or 1, never null. */
export interface Sql {
  readonly sql: string
  readonly params: readonly (string | number)[]
}

const NETWORK = `ifnull(a.network_name, 'AS' || a.network_number)`
const OF_ADDRESS = (what: string) => `(select ${what} from address a where a.source_ip = s.source_ip)`

/** The expression whose values a facet counts; tags are several and have none. */
export const FACET_SQL: Record<Exclude<FacetName, 'tag'>, string> = {
  outcome: 's.outcome',
  mfa: 's.mfa',
  event: 's.event_name',
  user: PRINCIPAL_KEY,
  account: 'ifnull(s.recipient_account_id, s.account_id)',
  region: 's.region',
  country: OF_ADDRESS('a.country'),
  network: OF_ADDRESS(NETWORK),
  browser: 's.agent_name',
  system: 's.agent_system',
  ip: 's.source_ip',
  agent: 's.user_agent',
}

const likeText = ({ typed }: TextPattern) =>
  typed.map((piece) => piece.replaceAll(/[\\%_]/g, '\\$&')).join('%')
const like = (expression: string, pattern: TextPattern): Sql => ({
  sql: `ifnull(${expression} like ? escape '\\', 0)`,
  params: [likeText(pattern)],
})
const contains = (expression: string, pattern: TextPattern): Sql => ({
  sql: `ifnull(${expression} like ? escape '\\', 0)`,
  params: [`%${likeText(pattern)}%`],
})
const anyOf = (parts: readonly Sql[]): Sql => ({
  sql: `(${parts.map(({ sql }) => sql).join(' or ')})`,
  params: parts.flatMap(({ params }) => params),
})
/** `Chrome 127` without its version, in SQL: the text before the last blank where a digit follows. */
const product = (expression: string) =>
  `iif(${expression} glob '* [0-9.]*' and instr(${expression}, ' ') > 0,
    rtrim(substr(${expression}, 1, length(${expression}) - length(replace(${expression}, rtrim(${expression}, replace(${expression}, ' ', '')), '')))), null)`

/** A condition in plain SQL, the slow and obvious way. */
export function conditionSql(db: ReadableCase, condition: Condition): Sql {
  switch (condition.kind) {
    case 'and':
    case 'or': {
      const parts = condition.parts.map((part) => conditionSql(db, part))
      if (parts.length === 0) return { sql: '1', params: [] }
      return {
        sql: `(${parts.map(({ sql }) => sql).join(` ${condition.kind} `)})`,
        params: parts.flatMap(({ params }) => params),
      }
    }
    case 'not': {
      const { sql, params } = conditionSql(db, condition.part)
      return { sql: `(not ${sql})`, params }
    }
    case 'text':
      return anyOf(
        [
          'cast(s.raw as text)',
          's.principal_name',
          's.role_name',
          's.session_name',
          's.failure_reason',
          's.user_agent',
        ].map((place) => contains(place, condition.pattern)),
      )
    case 'column': {
      const { column, pattern } = condition
      const expression = columnSql(column)
      if (column !== 'browser' && column !== 'system') return like(expression, pattern)
      return anyOf([like(expression, pattern), like(product(expression), pattern)])
    }
    case 'user':
      return anyOf(
        [PRINCIPAL_KEY, 's.principal_name', 's.session_name'].map((name) => like(name, condition.pattern)),
      )
    case 'time': {
      const bounds = [
        ...(condition.from === null ? [] : [{ sql: 's.event_time >= ?', at: condition.from }]),
        ...(condition.to === null ? [] : [{ sql: 's.event_time < ?', at: condition.to }]),
      ]
      return {
        sql: `(s.event_time is not null${bounds.map(({ sql }) => ` and ${sql}`).join('')})`,
        params: bounds.map(({ at }) => at),
      }
    }
    case 'address':
      return addressSql(db, condition.range)
    case 'side':
      return sideSql(db, condition.field, condition.pattern)
    case 'present': {
      if (condition.column === 'time') return { sql: '(s.event_time is not null)', params: [] }
      if (condition.column === 'user') return { sql: '(s.principal_name is not null)', params: [] }
      return { sql: `(${columnSql(condition.column)} is not null)`, params: [] }
    }
    case 'trait':
      return { sql: TRAIT_SQL[condition.trait], params: [] }
    case 'keys':
      return keysSql(condition.facet, condition.keys)
  }
}

function columnSql(column: keyof typeof TEXT_COLUMNS): string {
  return column === 'account' ? TEXT_COLUMNS.account : `s.${TEXT_COLUMNS[column]}`
}

/** Addresses as numbers: an independent reading of CIDR. */
function addressSql(db: ReadableCase, range: AddressRange): Sql {
  const all = db
    .prepare('select distinct source_ip from sign_in where source_ip is not null')
    .pluck()
    .all() as string[]
  const wanted = bitsOf(range.address)
  const good = all.filter((address) => {
    const bits = bitsOf(address)
    return bits?.length === wanted?.length && bits?.slice(0, range.bits) === wanted?.slice(0, range.bits)
  })
  return { sql: 'ifnull(s.source_ip in (select value from json_each(?)), 0)', params: [JSON.stringify(good)] }
}

function bitsOf(address: string): string | null {
  if (/^\d+(\.\d+){3}$/.test(address)) {
    return address
      .split('.')
      .map((part) => Number(part).toString(2).padStart(8, '0'))
      .join('')
  }
  if (!address.includes(':')) return null
  const [head = '', tail] = address.split('::')
  const groups = (text: string | undefined) => (text === undefined || text === '' ? [] : text.split(':'))
  const missing = 8 - groups(head).length - groups(tail).length
  return [...groups(head), ...Array<string>(tail === undefined ? 0 : missing).fill('0'), ...groups(tail)]
    .map((group) => Number.parseInt(group, 16).toString(2).padStart(16, '0'))
    .join('')
}

const TRAIT_SQL: Record<Trait, string> = {
  bookmarked: `exists (select 1 from sign_in_mark m where m.sign_in_id = s.id and m.mark = 'bookmark')`,
  reviewed: `exists (select 1 from sign_in_mark m where m.sign_in_id = s.id and m.mark = 'reviewed')`,
  conflict: '(s.conflict = 1)',
  duplicate: '((select count(*) from sighting g where g.sign_in_id = s.id) > 1)',
  finding: 'exists (select 1 from finding_event f where f.sign_in_id = s.id)',
}

function sideSql(_db: ReadableCase, field: SideField, pattern: TextPattern | null): Sql {
  const test = (expression: string, how: typeof like): Sql =>
    pattern === null ? { sql: `(${expression} is not null)`, params: [] } : how(expression, pattern)
  switch (field) {
    case 'country':
      return test(OF_ADDRESS('a.country'), like)
    case 'network':
      return anyOf([
        test(OF_ADDRESS('a.network_name'), like),
        test(OF_ADDRESS(`'AS' || a.network_number`), like),
      ])
    case 'tag': {
      const { sql, params } = test('tag.name', like)
      return {
        sql: `exists (select 1 from sign_in_tag t join tag on tag.id = t.tag_id where t.sign_in_id = s.id and ${sql})`,
        params,
      }
    }
    case 'note': {
      const { sql, params } = test('r.text', contains)
      return {
        sql: `exists (select 1 from note n join note_revision r on r.note_id = n.id where n.sign_in_id = s.id
          and r.removed = 0 and r.revision = (select max(revision) from note_revision l where l.note_id = n.id)
          and ${sql})`,
        params,
      }
    }
    case 'finding': {
      const number = test('cast(f.id as text)', like)
      const rule = test('f.rule', like)
      return {
        sql: `exists (select 1 from finding_event e join finding f on f.id = e.finding_id
          where e.sign_in_id = s.id and (${number.sql} or ${rule.sql}))`,
        params: [...number.params, ...rule.params],
      }
    }
    case 'source': {
      const { sql, params } = test('o.shown_path', contains)
      return {
        sql: `exists (select 1 from sighting g join source o on o.id = g.source_id where g.sign_in_id = s.id and ${sql})`,
        params,
      }
    }
  }
}

function keysSql(facet: FacetName, keys: readonly string[]): Sql {
  const params = [JSON.stringify(keys)]
  if (facet !== 'tag') {
    return {
      sql: `(ifnull(${FACET_SQL[facet]}, '${NOT_STATED}') in (select value from json_each(?)))`,
      params,
    }
  }
  return {
    sql: `(exists (select 1 from sign_in_tag t join tag on tag.id = t.tag_id where t.sign_in_id = s.id
      and tag.name in (select value from json_each(?)))${keys.includes(NOT_STATED) ? ' or not exists (select 1 from sign_in_tag t where t.sign_in_id = s.id)' : ''})`,
    params,
  }
}
