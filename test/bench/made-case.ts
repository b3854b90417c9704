import { existsSync } from 'node:fs'
import { createCase, openCase } from '../../electron/engine/case/open.ts'
import type { WritableCase } from '../../electron/engine/case/rights.ts'
import type { Actor } from '../../electron/engine/custody/log.ts'
import { programFiles } from '../../electron/engine/program-files.ts'
import type { ToolInfo } from '../../electron/engine/tool.ts'
import { emptyCaseDetails } from '../../shared/domain/case.ts'

export const BENCH_TOOL: ToolInfo = {
  name: 'Trailcase',
  version: '0.0.0',
  node: '24',
  sqlite: '3',
  platform: 'bench',
  files: programFiles,
}
const ACTOR: Actor = {
  name: 'bench',
  tool: BENCH_TOOL,
  now: () => Date.parse('2024-10-01T00:00:00Z'),
}

const REGIONS = ['us-east-1', 'us-west-2', 'eu-central-1', 'ap-northeast-1', 'sa-east-1', 'eu-west-1']
const EVENTS = [
  'ConsoleLogin',
  'ConsoleLogin',
  'ConsoleLogin',
  'CheckMfa',
  'SwitchRole',
  'GetSigninToken',
  'UserAuthentication',
]
const BROWSERS = [
  'Chrome 127',
  'Chrome 128',
  'Firefox 130',
  'Safari 17',
  'Microsoft Edge 127',
  'aws-cli 2.17.40',
]
const SYSTEMS = ['Windows', 'macOS', 'Linux', 'iOS', null]
const COUNTRIES = ['US', 'JP', 'DE', 'BR', 'IN', 'NL', 'FR', 'GB', 'SG', 'CA', 'AU', 'RU']
const START = Date.parse('2024-01-01T00:00:00Z') / 1000
const YEAR = 366 * 86_400

/**
 * A case of so many made-up sign-ins, written straight into the tables: 3,000 people, 40,000 addresses, 900 user
 * agents, 60 accounts, one year, records of about 1,400 bytes. The same each time. It is used again when it is there.
 */
export function madeCase(path: string, signIns: number): WritableCase {
  if (existsSync(path)) return openCase(path, ACTOR)
  const db = createCase(path, emptyCaseDetails, ACTOR)
  const insert =
    db.prepare(`insert into sign_in (record_key, event_time, event_time_text, event_name, event_source,
    event_type, event_version, event_id, outcome, failure_reason, mfa, principal_kind, principal_type, principal_name,
    principal_arn, account_id, recipient_account_id, access_key_id, region, source_ip, user_agent, agent_name,
    agent_system, raw) values (${Array(24).fill('?').join(', ')})`)
  let seed = 1
  const random = (below: number) => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((seed / 2 ** 32) * below)
  }
  const pick = <T>(of: readonly T[]): T => of[random(of.length)] as T
  const part = db.transaction((from: number, to: number) => {
    for (let index = from; index < to; index += 1) insert.run(...rowOf(index, random, pick))
  })
  for (let from = 0; from < signIns; from += 20_000) part(from, Math.min(signIns, from + 20_000))
  db.exec(
    `insert or ignore into address select distinct source_ip, 'public', null, null, null, 'bench' from sign_in`,
  )
  const place = db.prepare(
    'update address set country = ?, network_number = ?, network_name = ? where source_ip = ?',
  )
  const addresses = db.prepare('select source_ip from address').pluck().all() as string[]
  const places = db.transaction(() => {
    for (const address of addresses) {
      const network = random(400)
      place.run(pick(COUNTRIES), 64_500 + network, `Network ${network}`, address)
    }
    db.exec(`insert into tag values (1, 'seen', 'grey'), (2, 'odd', 'red');
      insert into sign_in_tag select id, 1 + id % 2, 'bench', 0 from sign_in where id % 97 = 0`)
  })
  places()
  db.pragma('wal_checkpoint(truncate)')
  return db
}

function rowOf(
  index: number,
  random: (below: number) => number,
  pick: <T>(of: readonly T[]) => T,
): (string | number | null | Buffer)[] {
  const time = START + random(YEAR)
  const timeText = new Date(time * 1000).toISOString().replace('.000Z', 'Z')
  const event = pick(EVENTS)
  const failed = random(10) < 3
  const user = `user-${String(Math.floor(random(3000) * (random(100) / 100))).padStart(4, '0')}`
  const account = String(111_122_220_000 + random(60))
  const number = Math.floor(random(40_000) * (random(100) / 100))
  const ip = `198.${18 + (number >> 14)}.${(number >> 6) & 255}.${(number & 63) + 1}`
  const browser = pick(BROWSERS)
  const system = pick(SYSTEMS)
  const agent = `Mozilla/5.0 (${system ?? 'X11'}; ${random(30)}) AppleWebKit/537.36 (KHTML, like Gecko) ${browser.replace(' ', '/')}.0.0.0 Safari/537.36`
  const region = pick(REGIONS)
  const id = `${index.toString(16).padStart(8, '0')}-5d2f-4b0e-9a51-${random(2 ** 31)
    .toString(16)
    .padStart(12, '0')}`
  const arn = `arn:aws:iam::${account}:user/${user}`
  const mfa = pick(['used', 'not-used', 'not-stated'] as const)
  const key =
    random(4) === 0
      ? `ASIA${random(2 ** 31)
          .toString(36)
          .toUpperCase()
          .padStart(16, 'X')}`
      : null
  const raw = JSON.stringify({
    eventVersion: '1.08',
    userIdentity: {
      type: 'IAMUser',
      principalId: `AIDA${user.toUpperCase()}`,
      arn,
      accountId: account,
      accessKeyId: key ?? '',
      userName: user,
    },
    eventTime: timeText,
    eventSource: 'signin.amazonaws.com',
    eventName: event,
    awsRegion: region,
    sourceIPAddress: ip,
    userAgent: agent,
    ...(failed ? { errorMessage: 'Failed authentication' } : {}),
    requestParameters: null,
    responseElements: { ConsoleLogin: failed ? 'Failure' : 'Success' },
    additionalEventData: {
      LoginTo: `https://console.aws.amazon.com/console/home?hashArgs=%23&isauthcode=true&nc2=h_ct&src=header-signin&state=hashArgsFromTB_${region}_${random(2 ** 31).toString(16)}${'x'.repeat(300)}`,
      MobileVersion: 'No',
      MFAUsed: mfa === 'used' ? 'Yes' : 'No',
    },
    eventID: id,
    readOnly: false,
    eventType: 'AwsConsoleSignIn',
    managementEvent: true,
    recipientAccountId: account,
    eventCategory: 'Management',
    tlsDetails: {
      tlsVersion: 'TLSv1.3',
      cipherSuite: 'TLS_AES_128_GCM_SHA256',
      clientProvidedHostHeader: `${region}.signin.aws.amazon.com`,
    },
  })
  return [
    `${id} ${account}`,
    time,
    timeText,
    event,
    'signin.amazonaws.com',
    'AwsConsoleSignIn',
    '1.08',
    id,
    failed ? 'failure' : 'success',
    failed ? 'Failed authentication' : null,
    mfa,
    'iam-user',
    'IAMUser',
    user,
    arn,
    account,
    account,
    key,
    region,
    ip,
    agent,
    browser,
    system,
    Buffer.from(raw),
  ]
}
