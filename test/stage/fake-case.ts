import type { CaseSummary } from '../../shared/domain/case.ts'
import type { SignInRow } from '../../shared/domain/sign-in.ts'
import type { SourceReason, SourceRow } from '../../shared/domain/source.ts'

/**
 * A small made-up case for looking at screens: ordinary days of a few people, one long run of failures from a
 * strange address, the success after it, and what was done with it. Always the same.
 */
export const PRODUCTION = '111122223333'
export const SHARED = '444455556666'
const OFFICE = '203.0.113.7'
const STRANGER = '198.51.100.23'
const DAY = 86_400
/** 2024-09-11T00:00:00Z. */
const START = Date.UTC(2024, 8, 11) / 1000

export const at = (day: number, clock: string): number => {
  const [hours = 0, minutes = 0, seconds = 0] = clock.split(':').map(Number)
  return START + (day - 11) * DAY + hours * 3600 + minutes * 60 + seconds
}

let nextId = 0
function row(facts: Partial<SignInRow>): SignInRow {
  nextId += 1
  const time = facts.eventTime ?? null
  return {
    id: nextId,
    eventTime: time,
    eventTimeText: time === null ? null : new Date(time * 1000).toISOString().replace('.000', ''),
    eventName: 'ConsoleLogin',
    eventSource: 'signin.amazonaws.com',
    eventType: 'AwsConsoleSignIn',
    eventVersion: '1.09',
    eventId: `0f3a91c4-7d2e-4b6a-8c51-${String(nextId).padStart(12, '0')}`,
    outcome: 'success',
    failureReason: null,
    mfa: 'used',
    mfaDevice: null,
    principalKind: 'iam-user',
    principalType: 'IAMUser',
    principalName: 'kenji.sato',
    principalArn: `arn:aws:iam::${PRODUCTION}:user/${facts.principalName ?? 'kenji.sato'}`,
    roleName: null,
    sessionName: null,
    accountId: PRODUCTION,
    recipientAccountId: PRODUCTION,
    accessKeyId: null,
    region: 'ap-northeast-1',
    sourceIp: OFFICE,
    userAgent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/128.0.0.0 Safari/537.36',
    loginTo: 'https://console.aws.amazon.com/console/home',
    switchedFrom: null,
    agentName: 'Chrome 128',
    agentSystem: 'Windows',
    conflict: false,
    sightings: 1,
    notes: 0,
    flag: null,
    ...facts,
    country: facts.sourceIp === STRANGER ? 'NL' : 'JP',
    addressKind: 'public',
  }
}

/** Numbers that look random and are the same each time (a linear congruential generator, 32 bit). */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

const role = (name: string, session: string): Partial<SignInRow> => ({
  principalKind: 'role',
  principalType: 'AssumedRole',
  principalName: `${name}/${session}`,
  principalArn: `arn:aws:sts::${PRODUCTION}:assumed-role/${name}/${session}`,
  roleName: name,
  sessionName: session,
  mfa: 'not-visible',
})

function ordinaryDays(): SignInRow[] {
  const random = generator(7)
  const people: readonly Partial<SignInRow>[] = [
    { principalName: 'kenji.sato', agentName: 'Firefox 130', agentSystem: 'macOS', sourceIp: '203.0.113.41' },
    { principalName: 'haruka.mori' },
    role('PowerUser', 'mika.tanaka'),
    role('Auditor', 'aya.suzuki'),
    {
      principalKind: 'identity-center-user',
      principalType: 'IdentityCenterUser',
      principalName: 'mika.tanaka',
      eventName: 'UserAuthentication',
      accountId: SHARED,
    },
  ]
  const rows: SignInRow[] = []
  for (let day = 11; day <= 16; day += 1) {
    for (let n = 0; n < 22; n += 1) {
      const who = people[Math.floor(random() * people.length)] ?? {}
      const time = at(day, '00:20:00') + Math.floor(random() * 9 * 3600)
      const slip = random() < 0.06 && who.principalKind === undefined
      rows.push(
        row({
          ...who,
          eventTime: time,
          ...(slip ? { outcome: 'failure', failureReason: 'Failed authentication', mfa: 'not-used' } : {}),
        }),
      )
    }
  }
  return rows
}

function failureRun(day: number, from: string, count: number): SignInRow[] {
  const random = generator(day * 100 + count)
  const names = ['alice', 'bob', 'carol', 'haruka.mori', 'admin', 'backup']
  let time = at(day, from)
  return Array.from({ length: count }, () => {
    time += 2 + Math.floor(random() * 8)
    const hidden = random() < 0.2
    return row({
      eventTime: time,
      outcome: 'failure',
      failureReason: hidden ? 'No username found in supplied account' : 'Failed authentication',
      mfa: 'not-used',
      principalKind: hidden ? 'hidden' : 'iam-user',
      principalName: hidden ? null : (names[Math.floor(random() * names.length)] ?? 'alice'),
      sourceIp: STRANGER,
      region: 'us-east-1',
      agentName: 'Chrome 109',
    })
  })
}

function story(): SignInRow[] {
  const strange = { sourceIp: STRANGER, region: 'us-east-1', agentName: 'Chrome 109' } as const
  const admin = { ...role('Admin', 'alice'), ...strange, accountId: SHARED, recipientAccountId: SHARED }
  return [
    row({ ...strange, eventTime: at(14, '13:52:07'), principalName: 'alice', mfa: 'not-used', notes: 2 }),
    row({
      ...admin,
      eventTime: at(14, '13:53:40'),
      eventName: 'SwitchRole',
      mfa: 'not-stated',
      switchedFrom: `arn:aws:iam::${PRODUCTION}:user/alice`,
      notes: 1,
    }),
    row({
      ...admin,
      eventTime: at(14, '13:55:02'),
      eventName: 'GetSigninToken',
      mfa: 'not-used',
      agentName: 'python-requests 2.31',
      agentSystem: null,
    }),
    row({ ...admin, eventTime: at(14, '13:55:04') }),
    ...['14:02:31', '14:03:02'].map((clock) =>
      row({
        ...strange,
        eventTime: at(14, clock),
        outcome: 'failure',
        failureReason: 'Failed authentication',
        mfa: 'not-used',
        principalKind: 'root',
        principalType: 'Root',
        principalName: 'root',
      }),
    ),
    row({
      ...role('PowerUser', 'ren.ito'),
      eventTime: at(14, '22:40:12'),
      agentName: 'Safari 17',
      agentSystem: 'macOS',
    }),
    row({
      eventTime: at(15, '00:31:20'),
      eventName: 'PasswordRecoveryRequested',
      principalKind: 'root',
      principalType: 'Root',
      principalName: 'root',
      mfa: 'not-stated',
      outcome: 'not-stated',
      region: 'us-east-1',
    }),
    row({
      eventTime: at(15, '01:14:09'),
      principalKind: 'root',
      principalType: 'Root',
      principalName: 'root',
      region: 'us-east-1',
      notes: 1,
    }),
    row({
      eventTime: null,
      eventTimeText: 'Sat 14 Sep, noon',
      principalName: 'bob',
      outcome: 'not-stated',
      mfa: 'not-stated',
      conflict: true,
    }),
  ]
}

/** All sign-ins in the order of the timeline: by time, those without a readable time last. */
export const rows: readonly SignInRow[] = [
  ...ordinaryDays(),
  ...failureRun(14, '13:02:11', 96),
  ...failureRun(14, '13:21:05', 148),
  ...story(),
].sort((a, b) => (a.eventTime ?? Number.MAX_SAFE_INTEGER) - (b.eventTime ?? Number.MAX_SAFE_INTEGER))

const hex = (seed: number, length: number): string => {
  const random = generator(seed)
  return Array.from({ length }, () => Math.floor(random() * 16).toString(16)).join('')
}
export const sha256Of = (seed: number): string => hex(seed, 64)

function source(id: number, facts: Partial<SourceRow> & Pick<SourceRow, 'shownPath'>): SourceRow {
  return {
    id,
    parentId: null,
    companions: 0,
    path: `/evidence/export-2024-09/${facts.shownPath}`,
    bytes: 18_000 + id * 17,
    sha256: sha256Of(id),
    contentBytes: 140_000 + id * 31,
    contentSha256: sha256Of(id + 9000),
    format: 'trail-json-gzip',
    status: 'read',
    reason: null,
    detail: null,
    offset: null,
    offsetIn: null,
    records: 20 + (id % 50),
    signIns: id % 4,
    indexed: id % 4,
    duplicates: 0,
    conflicts: 0,
    firstTime: null,
    lastTime: null,
    ...facts,
  }
}

const trouble = (reason: SourceReason, more: Partial<SourceRow>): Partial<SourceRow> => ({ reason, ...more })
const none = { records: 0, signIns: 0, indexed: 0 } as const

function logPath(n: number): string {
  const day = String(11 + (n % 6)).padStart(2, '0')
  const region = n % 3 === 0 ? 'us-east-1' : 'ap-northeast-1'
  const time = `${String(n % 24).padStart(2, '0')}${String((n * 5) % 60).padStart(2, '0')}`
  const name = `${PRODUCTION}_CloudTrail_${region}_202409${day}T${time}Z_${hex(n + 50, 16)}.json.gz`
  return `AWSLogs/${PRODUCTION}/CloudTrail/${region}/2024/09/${day}/${name}`
}

/** The ledger, newest first: mostly read, some skipped, three damaged. */
export const sources: readonly SourceRow[] = [
  source(1260, {
    shownPath: logPath(13 * 6 + 3),
    ...trouble('gzip-truncated', { status: 'partial', offset: 18_204, offsetIn: 'file', records: 49 }),
  }),
  source(1259, {
    shownPath: logPath(8),
    ...trouble('json-syntax', { status: 'failed', offset: 0, offsetIn: 'content', ...none }),
  }),
  source(1258, {
    shownPath: logPath(31),
    ...trouble('json-truncated', { status: 'partial', offset: 90_112, offsetIn: 'content', records: 12 }),
  }),
  source(1257, {
    shownPath: 'Thumbs.db',
    format: 'unknown',
    ...trouble('not-json', { status: 'skipped', ...none }),
  }),
  source(1256, {
    shownPath: 'notes/handover.docx',
    format: 'unknown',
    ...trouble('container-not-supported', { status: 'skipped', ...none }),
  }),
  ...Array.from({ length: 55 }, (_, n) =>
    source(1200 + n, {
      shownPath: logPath(n + 400).replace('/CloudTrail/', '/CloudTrail-Digest/'),
      format: 'digest',
      ...trouble('digest', { status: 'skipped', ...none }),
    }),
  ),
  ...Array.from({ length: 1140 }, (_, n) => source(n + 1, { shownPath: logPath(n) })),
]

const times = rows.flatMap((one) => (one.eventTime === null ? [] : [one.eventTime]))

export const summary: CaseSummary = {
  path: '/home/kobayashi/Trailcase/IR-2024-017.trailcase',
  details: {
    caseNumber: 'IR-2024-017',
    title: 'Example K.K. sign-ins',
    examiner: 'M. Kobayashi',
    examinerRole: 'Incident responder',
    examinerQualification: 'GCFA, Registered Information Security Specialist',
    reviewer: 'R. Ito',
    organisation: 'Example Response Team',
    requestedBy: 'Legal department, Example K.K.',
    received: 'Disk of the client, handed over by R. Ito on 17 Sep 2024.',
    question: 'Who signed in to account 111122223333 between 11 and 16 September 2024, and from where?',
  },
  createdAt: at(16, '01:05:00') * 1000,
  sources: sources.length,
  records: sources.reduce((sum, one) => sum + one.records, 0),
  signIns: rows.length,
  notes: 4,
  needLook: sources.filter((one) => one.status !== 'read').length,
  readBefore: 0,
  firstTime: times[0] ?? null,
  lastTime: times.at(-1) ?? null,
  custody: { entries: 9, intact: true },
}
