import { type FacetName, NOT_STATED } from '../../../shared/domain/filter.ts'
import type { ReadableCase } from '../case/rights.ts'
import { PRINCIPAL_KEY } from '../timeline/principal-key-sql.ts'
import { inRange } from './addresses.ts'
import { type Condition, type SideField, TEXT_COLUMNS, type Trait } from './condition.ts'
import { matchesWhole, occursIn, type TextPattern } from './text-pattern.ts'

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

/** A condition in plain SQL. */
export function conditionSql(db: ReadableCase, condition: Condition): Sql {
  const among = (expression: string, test: (value: string) => boolean): Sql => {
    const values = db.prepare(`select distinct ${expression} as v from sign_in s`).pluck().all() as (
      | string
      | null
    )[]
    const good = values.filter((value) => value !== null && test(value))
    return {
      sql: `ifnull(${expression} in (select value from json_each(?)), 0)`,
      params: [JSON.stringify(good)],
    }
  }
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
    case 'text': {
      const like = `%${condition.pattern.typed.map((piece) => piece.replaceAll(/[\\%_]/g, '\\$&')).join('%')}%`
      const places = [
        'cast(s.raw as text)',
        's.principal_name',
        's.role_name',
        's.session_name',
        's.failure_reason',
        's.user_agent',
      ]
      return {
        sql: `(${places.map((place) => `ifnull(${place} like ? escape '\\', 0)`).join(' or ')})`,
        params: places.map(() => like),
      }
    }
    case 'column': {
      const { column, pattern } = condition
      const expression = `s.${TEXT_COLUMNS[column]}`.replace('s.ifnull(', 'ifnull(')
      return among(expression, (value) => columnMatches(column, pattern, value))
    }
    case 'user': {
      const tests = [PRINCIPAL_KEY, 's.principal_name', 's.session_name'].map((expression) =>
        among(expression, (value) => matchesWhole(condition.pattern, value)),
      )
      return {
        sql: `(${tests.map(({ sql }) => sql).join(' or ')})`,
        params: tests.flatMap(({ params }) => params),
      }
    }
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
      return among('s.source_ip', inRange(condition.range))
    case 'side':
      return sideSql(db, condition.field, condition.pattern)
    case 'present': {
      if (condition.column === 'time') return { sql: '(s.event_time is not null)', params: [] }
      if (condition.column === 'user') return { sql: '(s.principal_name is not null)', params: [] }
      const expression = `s.${TEXT_COLUMNS[condition.column]}`.replace('s.ifnull(', 'ifnull(')
      return { sql: `(${expression} is not null)`, params: [] }
    }
    case 'trait':
      return { sql: TRAIT_SQL[condition.trait], params: [] }
    case 'keys':
      return keysSql(condition.facet, condition.keys)
  }
}

function columnMatches(column: keyof typeof TEXT_COLUMNS, pattern: TextPattern, value: string): boolean {
  if (matchesWhole(pattern, value)) return true
  return (
    (column === 'browser' || column === 'system') && matchesWhole(pattern, value.replace(/ [\d.]\S*$/, ''))
  )
}

const TRAIT_SQL: Record<Trait, string> = {
  bookmarked: `exists (select 1 from sign_in_mark m where m.sign_in_id = s.id and m.mark = 'bookmark')`,
  reviewed: `exists (select 1 from sign_in_mark m where m.sign_in_id = s.id and m.mark = 'reviewed')`,
  conflict: '(s.conflict = 1)',
  duplicate: '((select count(*) from sighting g where g.sign_in_id = s.id) > 1)',
  finding: 'exists (select 1 from finding_event f where f.sign_in_id = s.id)',
}

function sideSql(db: ReadableCase, field: SideField, pattern: TextPattern | null): Sql {
  const good = (select: string, test: (value: string) => boolean) =>
    JSON.stringify(
      (db.prepare(select).pluck().all() as (string | null)[]).filter((v) => v !== null && test(v)),
    )
  const whole = (value: string) => pattern === null || matchesWhole(pattern, value)
  switch (field) {
    case 'country':
      return {
        sql: `ifnull(${OF_ADDRESS('a.country')} in (select value from json_each(?)), 0)`,
        params: [good('select distinct country from address', whole)],
      }
    case 'network':
      return {
        sql: `(ifnull(${OF_ADDRESS('a.network_name')} in (select value from json_each(?)), 0)
          or ifnull(${OF_ADDRESS(`'AS' || a.network_number`)} in (select value from json_each(?)), 0))`,
        params: [
          good('select distinct network_name from address', whole),
          good(`select distinct 'AS' || network_number from address`, whole),
        ],
      }
    case 'tag':
      return {
        sql: `exists (select 1 from sign_in_tag t join tag on tag.id = t.tag_id where t.sign_in_id = s.id
          and tag.name in (select value from json_each(?)))`,
        params: [good('select name from tag', whole)],
      }
    case 'note':
      return {
        sql: `exists (select 1 from note n join note_revision r on r.note_id = n.id where n.sign_in_id = s.id
          and r.removed = 0 and r.revision = (select max(revision) from note_revision l where l.note_id = n.id)
          and r.text in (select value from json_each(?)))`,
        params: [
          good('select text from note_revision', (text) => pattern === null || occursIn(pattern, text)),
        ],
      }
    case 'source':
      return {
        sql: `exists (select 1 from sighting g join source o on o.id = g.source_id where g.sign_in_id = s.id
          and o.shown_path in (select value from json_each(?)))`,
        params: [
          good('select shown_path from source', (path) => pattern === null || occursIn(pattern, path)),
        ],
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
