import { endsNextDay } from '../../../shared/domain/office-hours.ts'
import { utcText } from '../../../shared/domain/time.ts'
import type { PaperPopulation, PaperSettings, PaperTest } from '../../../shared/domain/work-paper.ts'

/** How somebody else finds the exceptions of a test again. */
export interface Question {
  readonly query: string | null
  readonly sql: string | null
}

const ORDER = 'order by event_time, event_id, id'
/** Letters that no IP address has; `AWS Internal` and names of services have one. */
const IS_ADDRESS = "source_ip not glob '*[G-Zg-z ]*'"

/**
 * The exceptions of a test as a query of the program and as SQL on the case file, which any SQLite tool can run. For
 * bursts the SQL gives one line each, for all others one line for each record.
 */
export function questionOf(test: PaperTest, settings: PaperSettings, population: PaperPopulation): Question {
  const { from, to } = settings
  const time = `time>=${utcText(from)} time<${utcText(to)}`
  const select = 'select id, event_id, event_time, principal_name, source_ip from sign_in'
  const period = `event_time >= ${from} and event_time < ${to}`
  const plain = (query: string, where: string): Question => ({
    query: `${time} ${query}`,
    sql: `${select} where ${period} and ${where} ${ORDER}`,
  })
  switch (test) {
    case 'root':
      return plain('kind:root -outcome:failure', "principal_kind = 'root' and outcome <> 'failure'")
    case 'no-mfa':
      return plain('outcome:success mfa:not-used', "outcome = 'success' and mfa = 'not-used'")
    case 'role-switches':
      return plain('event:SwitchRole -outcome:failure', "event_name = 'SwitchRole' and outcome <> 'failure'")
    case 'outside-networks': {
      const trusted = population.trusted.map(({ cidr }) => `ip:"${cidr}"`)
      if (trusted.length === 0) return { query: null, sql: null }
      const addresses = '(ip:"0.0.0.0/0" or ip:"::/0")'
      return { query: `${time} outcome:success ${addresses} -(${trusted.join(' or ')})`, sql: null }
    }
    case 'outside-hours':
      return {
        query: null,
        sql: `${select} where ${period} and ${outsideHours(settings, population)} ${ORDER}`,
      }
    case 'dormant':
      return { query: null, sql: dormant(settings, population, period) }
    case 'failure-bursts':
      return { query: null, sql: bursts(settings, period) }
  }
}

/** The clock of the zone is its offset in each stretch of the period: SQLite knows no zones. */
function outsideHours({ officeHours }: PaperSettings, { offsets }: PaperPopulation): string {
  const last = offsets.at(-1)
  const cases = offsets.slice(0, -1).map(({ to, seconds }) => `when event_time < ${to} then ${seconds}`)
  const offset =
    cases.length === 0 ? `${last?.seconds ?? 0}` : `case ${cases.join(' ')} else ${last?.seconds ?? 0} end`
  const clock = (form: string, back = '') => `strftime('${form}', event_time + ${offset}${back}, 'unixepoch')`
  const { days, begin, end, holidays } = officeHours
  /** The day on which the work began is one that is worked on. */
  const worksOn = (back: string) => [
    `${clock('%w', back)} in (${days.map((day) => `'${day}'`).join(', ')})`,
    ...(holidays.length === 0
      ? []
      : [`${clock('%Y-%m-%d', back)} not in (${holidays.map((day) => `'${day}'`).join(', ')})`]),
  ]
  const since = `${clock('%H:%M')} >= '${begin}'`
  const until = `${clock('%H:%M')} < '${end}'`
  const inside = endsNextDay(officeHours)
    ? `(${[since, ...worksOn('')].join(' and ')}) or (${[until, ...worksOn(' - 86400')].join(' and ')})`
    : [...worksOn(''), since, until].join(' and ')
  return `outcome = 'success' and not (${inside})`
}

function dormant(
  { to, dormantDays }: PaperSettings,
  { archiveFirst }: PaperPopulation,
  period: string,
): string {
  const gap = dormantDays * 86_400
  return [
    'with seen as (select *, lag(event_time) over (partition by principal_kind, principal_name, account_id',
    "order by event_time, ifnull(event_id, ''), id) as last_before from sign_in where outcome = 'success'",
    `and principal_kind <> 'hidden' and principal_name is not null and event_time < ${to})`,
    'select id, event_id, event_time, principal_name, last_before from seen',
    `where ${period} and event_time - ifnull(last_before, -${gap}) > ${gap}`,
    `and (last_before is not null or event_time - ${gap} >= ${archiveFirst ?? 0})`,
    ORDER,
  ].join(' ')
}

function bursts({ bursts: rule }: PaperSettings, period: string): string {
  const window = "over (partition by source_ip order by event_time, ifnull(event_id, ''), id)"
  return [
    `with failed as (select *, event_time - lag(event_time) ${window} as gap from sign_in`,
    `where outcome = 'failure' and ${period} and ${IS_ADDRESS}),`,
    `run as (select *, sum(gap is null or gap > ${rule.gapMinutes * 60}) ${window} as number from failed)`,
    'select source_ip, min(event_time) as first, max(event_time) as last, count(*) as failures from run',
    `group by source_ip, number having count(*) >= ${rule.atLeast} order by first, source_ip`,
  ].join(' ')
}
