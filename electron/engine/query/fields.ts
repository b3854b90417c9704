import { MFA_STATES, OUTCOMES, PRINCIPAL_KINDS } from '../../../shared/domain/sign-in.ts'
import type { SideField, TextColumn, Trait } from './condition.ts'

/** How the values of a field are read. */
export type FieldKind =
  | { readonly reads: 'column'; readonly column: TextColumn; readonly closed?: readonly string[] }
  | { readonly reads: 'user' }
  | { readonly reads: 'time' }
  | { readonly reads: 'ip' }
  | { readonly reads: 'side'; readonly field: SideField }
  | { readonly reads: 'text' }
  | { readonly reads: 'has' }
  | { readonly reads: 'is' }

const column = (name: TextColumn, closed?: readonly string[]): FieldKind =>
  closed === undefined ? { reads: 'column', column: name } : { reads: 'column', column: name, closed }

/** The fields of the query language in the order in which they are offered. Their words: `shared/messages/query-fields.ts`. */
export const FIELDS = {
  time: { reads: 'time' },
  outcome: column('outcome', OUTCOMES),
  mfa: column('mfa', MFA_STATES),
  event: column('event'),
  user: { reads: 'user' },
  ip: { reads: 'ip' },
  account: column('account'),
  region: column('region'),
  country: { reads: 'side', field: 'country' },
  network: { reads: 'side', field: 'network' },
  browser: column('browser'),
  system: column('system'),
  agent: column('agent'),
  tag: { reads: 'side', field: 'tag' },
  note: { reads: 'side', field: 'note' },
  /** The number of a finding, or the name of a rule. */
  finding: { reads: 'side', field: 'finding' },
  has: { reads: 'has' },
  is: { reads: 'is' },
  kind: column('kind', PRINCIPAL_KINDS),
  role: column('role'),
  session: column('session'),
  arn: column('arn'),
  useraccount: column('useraccount'),
  key: column('key'),
  id: column('id'),
  reason: column('reason'),
  device: column('device'),
  loginto: column('loginto'),
  switchedfrom: column('switchedfrom'),
  eventsource: column('eventsource'),
  type: column('type'),
  version: column('version'),
  source: { reads: 'side', field: 'source' },
  text: { reads: 'text' },
} as const satisfies Record<string, FieldKind>
export type QueryField = keyof typeof FIELDS
export const FIELD_NAMES = Object.keys(FIELDS) as QueryField[]

/** Names that people bring along from CloudTrail, Athena and other tools. */
const OTHER_NAMES: Readonly<Record<string, QueryField>> = {
  when: 'time',
  date: 'time',
  eventtime: 'time',
  eventname: 'event',
  principal: 'user',
  username: 'user',
  who: 'user',
  sourceip: 'ip',
  sourceipaddress: 'ip',
  address: 'ip',
  recipientaccountid: 'account',
  awsregion: 'region',
  useragent: 'agent',
  os: 'system',
  accesskeyid: 'key',
  accesskey: 'key',
  eventid: 'id',
  errormessage: 'reason',
  useridentity: 'arn',
  eventtype: 'type',
  eventversion: 'version',
  mfaused: 'mfa',
  asn: 'network',
  file: 'source',
  path: 'source',
}

/** The field of a name in any letter case; null when there is none. */
export function fieldNamed(name: string): QueryField | null {
  const wanted = name.toLowerCase()
  if (Object.hasOwn(FIELDS, wanted)) return wanted as QueryField
  return Object.hasOwn(OTHER_NAMES, wanted) ? (OTHER_NAMES[wanted] ?? null) : null
}

/** What `is:` can ask. */
export const IS_VALUES = {
  bookmarked: 'bookmarked',
  reviewed: 'reviewed',
  conflict: 'conflict',
  duplicate: 'duplicate',
} as const satisfies Record<string, Trait>

/** What `has:` can ask: a value of that field, or something that people or rules added. */
export const HAS_VALUES = [
  'note',
  'tag',
  'finding',
  'time',
  'user',
  'ip',
  'country',
  'network',
  'key',
  'agent',
  'browser',
  'system',
  'region',
  'account',
  'role',
  'session',
  'arn',
  'reason',
  'device',
  'id',
  'event',
  'loginto',
  'switchedfrom',
] as const

/** Those of `known` that differ from `typed` by few letters, the nearest first. */
export function nearest(typed: string, known: readonly string[]): string[] {
  const wanted = typed.toLowerCase()
  return known
    .map((name) => ({ name, far: name.startsWith(wanted) ? 0 : distance(wanted, name) }))
    .filter(({ name, far }) => far <= Math.max(1, Math.floor(Math.min(name.length, wanted.length) / 3)))
    .sort((a, b) => a.far - b.far)
    .slice(0, 3)
    .map(({ name }) => name)
}

/** Letters to add, drop or change (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}
