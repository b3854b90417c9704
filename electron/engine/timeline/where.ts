import { HIDDEN_NAME, NOT_STATED, type SignInFilter } from '../../../shared/domain/filter.ts'

/** A condition over table `sign_in` with its parameters in order. `sql` is `1` when everything passes. */
export interface Condition {
  readonly sql: string
  readonly params: readonly (string | number)[]
}

/** The fields of a filter that have a facet of their own. */
export type FacetField = 'outcomes' | 'mfa' | 'eventNames' | 'principals'

/**
 * SQL expression of the key under which a row is counted among the principals. Hidden names share one key that
 * no name can have, because AWS masks them alike and they are never one person.
 */
export const PRINCIPAL_KEY = `case
  when principal_kind = 'hidden' then '${HIDDEN_NAME}'
  when principal_name is null then '${NOT_STATED}'
  else principal_kind || ':' || principal_name end`

/** SQL expression of the key of the event name. */
export const EVENT_KEY = `ifnull(event_name, '${NOT_STATED}')`

// Columns that are searched beside the raw text: there a name is readable even where the record escapes it (\u65e5).
const SEARCHED = ['principal_name', 'role_name', 'session_name', 'failure_reason', 'user_agent'] as const

/**
 * Turns a filter into SQL. Words of the free text must each occur in the record, in ASCII regardless of case.
 * `without` leaves one field out, for counting that field's own values.
 */
export function whereOf(filter: SignInFilter, without?: FacetField): Condition {
  const parts: string[] = []
  const params: (string | number)[] = []

  const anyOf = (expression: string, values: readonly string[]) => {
    if (values.length === 0) return
    parts.push(`${expression} in (${values.map(() => '?').join(', ')})`)
    params.push(...values)
  }
  if (without !== 'outcomes') anyOf('outcome', filter.outcomes)
  if (without !== 'mfa') anyOf('mfa', filter.mfa)
  if (without !== 'eventNames') anyOf(EVENT_KEY, filter.eventNames)
  if (without !== 'principals') anyOf(`(${PRINCIPAL_KEY})`, filter.principals)

  if (filter.from !== null) {
    parts.push('event_time >= ?')
    params.push(filter.from)
  }
  if (filter.to !== null) {
    parts.push('event_time < ?')
    params.push(filter.to)
  }
  for (const word of wordsOf(filter.text)) {
    const pattern = `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`
    const places = ['cast(raw as text)', ...SEARCHED]
    parts.push(`(${places.map((place) => `${place} like ? escape '\\'`).join(' or ')})`)
    params.push(...places.map(() => pattern))
  }
  return { sql: parts.length === 0 ? '1' : parts.join(' and '), params }
}

/** The words of a free text, split at white space of any script. */
export function wordsOf(text: string): string[] {
  return text.split(/\s+/u).filter((word) => word !== '')
}
