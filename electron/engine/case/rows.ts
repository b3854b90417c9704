import { SEVERITIES } from '../../../shared/domain/finding.ts'
import type { SignInFacts, SignInRow } from '../../../shared/domain/sign-in.ts'
import type { SourceRow } from '../../../shared/domain/source.ts'

/** Columns of `sign_in` in the order and with the names of `SignInFacts`. */
const FACT_COLUMNS = {
  eventTime: 'event_time',
  eventTimeText: 'event_time_text',
  eventName: 'event_name',
  eventSource: 'event_source',
  eventType: 'event_type',
  eventVersion: 'event_version',
  eventId: 'event_id',
  outcome: 'outcome',
  failureReason: 'failure_reason',
  mfa: 'mfa',
  mfaDevice: 'mfa_device',
  principalKind: 'principal_kind',
  principalType: 'principal_type',
  principalName: 'principal_name',
  principalArn: 'principal_arn',
  roleName: 'role_name',
  sessionName: 'session_name',
  accountId: 'account_id',
  recipientAccountId: 'recipient_account_id',
  accessKeyId: 'access_key_id',
  region: 'region',
  sourceIp: 'source_ip',
  userAgent: 'user_agent',
  loginTo: 'login_to',
  switchedFrom: 'switched_from',
  agentName: 'agent_name',
  agentSystem: 'agent_system',
} as const satisfies Record<keyof SignInFacts, string>

export const FACT_FIELDS = Object.keys(FACT_COLUMNS) as (keyof typeof FACT_COLUMNS)[]
export const FACT_COLUMN_NAMES = Object.values(FACT_COLUMNS)

/** The notes on a row that still stand, as a correlated count. */
const STANDING_NOTES = `(select count(*) from note n where n.sign_in_id = s.id and not
  (select removed from note_revision r where r.note_id = n.id order by revision desc limit 1))`

/** Findings of a row that nobody dismissed, without hints: how many, and the rank of the worst. */
const STANDING_FINDINGS = `from finding_event fe join finding f on f.id = fe.finding_id
  where fe.sign_in_id = s.id and f.verdict != 'dismissed' and f.severity != 'info'`
const RANK = `case f.severity ${SEVERITIES.map((name, rank) => `when '${name}' then ${rank}`).join(' ')} end`

/** Select list over `sign_in s` that gives rows of the shape `SignInRow`, but for `conflict`, which is 0 or 1. */
export const SIGN_IN_SELECT = [
  's.id as id',
  's.conflict as conflict',
  ...Object.entries(FACT_COLUMNS).map(([field, column]) => `s.${column} as ${field}`),
  '(select count(*) from sighting g where g.sign_in_id = s.id) as sightings',
  `${STANDING_NOTES} as notes`,
  '(select kind from address a where a.source_ip = s.source_ip) as addressKind',
  '(select country from address a where a.source_ip = s.source_ip) as country',
  `(select count(*) ${STANDING_FINDINGS}) as findings`,
  `(select min(${RANK}) ${STANDING_FINDINGS}) as worst`,
].join(', ')

/** SQLite has no booleans: turns the flag of a fetched row into one. */
export function toSignInRow(row: unknown): SignInRow {
  const { findings, worst, ...fetched } = row as Omit<SignInRow, 'conflict' | 'flag'> & {
    conflict: number
    findings: number
    worst: number | null
  }
  const severity = worst === null ? undefined : SEVERITIES[worst]
  const flag = severity === undefined ? null : { severity, count: findings }
  return { ...fetched, conflict: Boolean(fetched.conflict), flag }
}

/** Select list over `source` that gives rows of the shape `SourceRow`. */
export const SOURCE_SELECT = `id, parent_id as parentId, path, shown_path as shownPath, bytes, sha256, content_bytes as contentBytes,
  content_sha256 as contentSha256, format, status, reason, detail, trouble_offset as offset,
  trouble_in as offsetIn, records, sign_ins as signIns, companions, indexed, duplicates, conflicts,
  first_time as firstTime, last_time as lastTime`

export function toSourceRow(row: unknown): SourceRow {
  return row as SourceRow
}
