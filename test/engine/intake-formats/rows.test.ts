import { describe, expect, it } from 'vitest'
import { fields, structOf, structsOf } from '../../../electron/engine/intake/formats/struct-text.ts'
import { USER_IDENTITY } from '../../../electron/engine/intake/formats/user-identity.ts'
import { readSignIn } from '../../../electron/engine/signin/read-sign-in.ts'
import {
  athenaCsv,
  csv,
  eventHistoryCsv,
  IDENTITY,
  lakeCsv,
  structText,
} from '../../fixtures/export-tables.ts'
import { type JsonMap, trail } from '../../fixtures/trail.ts'
import { read } from './read-format.ts'

const LINES = [
  '10:00 alice ConsoleLogin ok mfa',
  '10:05 bob ConsoleLogin failed from 198.51.100.23',
  '10:06 hidden ConsoleLogin failed',
  '10:07 root ConsoleLogin ok',
  '10:08 Admin/alice@example.com ConsoleLogin ok',
  '10:09 Admin/a=b,c.d ConsoleLogin ok',
  '10:10 Admin/alice SwitchRole ok switched-from arn:aws:iam::111122223333:user/alice',
  '10:11 federated:bob GetSigninToken ok',
  '10:12 alice CheckMfa ok',
  '10:13 Admin/alice CreateOAuth2Token failed code AccessDenied because no_way,_no={x}',
  '10:14 portal:mika UserAuthentication ok with PASSWORD,TOTP',
] as const

const factsOf = (record: unknown) => readSignIn(record).facts
const parsedOf = async (content: string) => (await read(content)).found.map(({ parsed }) => parsed as JsonMap)

describe('an Athena row', () => {
  it.each(LINES)('says the same as the record: %s', async (line) => {
    const records = trail(line)
    const [row] = await parsedOf(athenaCsv(records))
    const original = factsOf(records[0])
    expect(factsOf(row)).toEqual(original)
  })

  it('leaves out what its columns do not have', async () => {
    const [record] = trail('10:00 portal:mika Authenticate ok')
    const [row] = await parsedOf(athenaCsv([record!]))
    // The documented table has no onBehalfOf, the only name of such a user.
    expect(factsOf(row)).toEqual({ ...factsOf(record), principalName: null })
  })

  it('reads resources and TLS details', async () => {
    const [record] = trail('10:00 alice ConsoleLogin ok')
    const more = {
      ...record,
      resources: [
        { ARN: 'arn:aws:iam::1:role/a', accountId: '1', type: 'AWS::IAM::Role' },
        { ARN: 'b', accountId: '2', type: 'x' },
      ],
      tlsDetails: {
        tlsVersion: 'TLSv1.3',
        cipherSuite: 'X',
        clientProvidedHostHeader: 'signin.aws.amazon.com',
      },
    }
    const [row] = await parsedOf(athenaCsv([more]))
    const { eventCategory, managementEvent, ...stated } = more as JsonMap
    expect(row).toEqual(Object.fromEntries(Object.entries(stated).filter(([, value]) => value !== null)))
    expect([eventCategory, managementEvent]).toEqual(['Management', true])
  })

  it('does not call a call a success when no column could show an error', async () => {
    const records = trail('10:00 federated:bob GetSigninToken ok')
    const [without] = await parsedOf(athenaCsv(records, ['eventName', 'eventSource', 'eventType', 'eventID']))
    expect(factsOf(without)).toMatchObject({ outcome: 'not-stated', eventType: null })
    const columns = ['eventName', 'eventSource', 'eventType', 'eventID', 'errorCode']
    const [with_] = await parsedOf(athenaCsv(records, columns))
    expect(factsOf(with_)).toMatchObject({ outcome: 'success' })
  })

  it('trusts no column that stands twice', async () => {
    const content = csv(
      ['eventname', 'eventsource', 'eventid', 'awsregion', 'awsregion'],
      [['ConsoleLogin', 'signin.amazonaws.com', 'x', 'us-east-1', 'eu-west-1']],
    )
    expect(await parsedOf(content)).toEqual([
      { eventName: 'ConsoleLogin', eventSource: 'signin.amazonaws.com', eventID: 'x' },
    ])
  })

  it('takes a struct that the query took apart', async () => {
    const content = csv(
      ['eventname', 'eventsource', 'useridentity.arn', 'useridentity_username', 'username'],
      [['ConsoleLogin', 'signin.amazonaws.com', 'arn:x', 'alice', 'whose?']],
    )
    expect(await parsedOf(content)).toMatchObject([{ userIdentity: { arn: 'arn:x', userName: 'alice' } }])
  })
})

describe('a Lake row', () => {
  it.each(LINES)('says the same as the record: %s', async (line) => {
    const records = trail(line)
    const [row] = await parsedOf(lakeCsv(records, false))
    const original = factsOf(records[0])
    expect(factsOf(row)).toEqual({ ...original, eventVersion: null })
  })
})

describe('an Event history row', () => {
  it('states no outcome and no MFA, and a name without a kind', async () => {
    const records = trail('10:00 alice ConsoleLogin ok mfa')
    const [row] = await parsedOf(eventHistoryCsv(records))
    expect(factsOf(row)).toMatchObject({
      eventTime: Date.parse('2024-09-14T10:00:00Z') / 1000,
      eventName: 'ConsoleLogin',
      principalName: 'alice',
      principalKind: 'not-stated',
      outcome: 'not-stated',
      mfa: 'not-stated',
      failureReason: null,
      region: 'us-east-1',
    })
  })

  it('shows an error where the download has the column', async () => {
    const content = csv(
      ['Event name', 'Event time', 'Event source', 'Error code'],
      [
        ['GetSigninToken', '2024-09-14T10:00:00Z', 'signin.amazonaws.com', 'AccessDenied'],
        ['GetSigninToken', 'September 14, 2024', 'signin.amazonaws.com', ''],
      ],
    )
    const rows = await parsedOf(content)
    expect(rows.map((row) => factsOf(row).outcome)).toEqual(['failure', 'not-stated'])
    expect(factsOf(rows[1])).toMatchObject({ eventTime: null, eventTimeText: 'September 14, 2024' })
  })
})

describe('struct text', () => {
  const identity = (text: string) => structOf(text, USER_IDENTITY)

  it.each<[string, string, unknown]>([
    ['names in any letters', '{Type=Root, principalId=1}', { type: 'Root', principalId: '1' }],
    ['null and nothing', '{type=null, arn=, username=x}', { arn: '', userName: 'x' }],
    [
      'a struct inside',
      '{sessioncontext={attributes={mfaauthenticated=true, creationdate=x}, sessionissuer=null}}',
      {
        sessionContext: { attributes: { mfaAuthenticated: 'true', creationDate: 'x' } },
      },
    ],
    [
      'commas and equal signs without a space',
      '{arn=a,b=c,username=d, username=e}',
      { arn: 'a,b=c,username=d', userName: 'e' },
    ],
    [
      'a value that ends in an unknown field',
      '{type=A, arn=x, other=y, username=z}',
      { type: 'A', userName: 'z' },
    ],
    ['a name given twice', '{type=A, username=x, username=root, accountid=1}', { accountId: '1' }],
    ['a brace inside a value', '{type=A, arn=x{y}z, username=b}', { type: 'A', userName: 'b' }],
    [
      'a brace that does not match',
      '{type=A, principalid=p, arn=x}y, username=b}',
      { type: 'A', principalId: 'p' },
    ],
    [
      'braces that match across fields',
      '{type=A, arn=x{, username=b, accountid=y}, accesskeyid=k}',
      { type: 'A', accessKeyId: 'k' },
    ],
    [
      'a forged session',
      '{username=b, sessioncontext={attributes={mfaauthenticated=true}}, sessioncontext=null}',
      {},
    ],
    ['a comma at the end', '{username=b, }', { userName: 'b, ' }],
  ])('%s', (_, text, expected) => {
    expect(identity(text)).toEqual(JSON.parse(JSON.stringify(expected)))
  })

  it('is nothing without braces or names', () => {
    expect(['', 'x', '{', '{x}', '{=}', '[]'].map(identity)).toEqual([null, null, null, null, null, null])
    expect(identity('{}')).toEqual({})
  })

  it('invents nothing, whatever stands in the values', () => {
    const pieces = [
      ', username=root',
      '}',
      '{',
      '={',
      ', type=Root, ',
      'sessioncontext={',
      ', x=',
      ' ',
      ',',
      'null',
    ]
    for (let seed = 0; seed < 3000; seed += 1) {
      const text = (n: number) =>
        `v${pieces[(seed * 7 + n * 13) % pieces.length]}${pieces[(seed * n + 3) % pieces.length]}w`
      const who = {
        type: 'IAMUser',
        principalId: text(1 + (seed % 5)),
        arn: text(2 + (seed % 7)),
        accountId: '111122223333',
        userName: text(3 + (seed % 11)),
        sessionContext: { attributes: { mfaAuthenticated: 'false', creationDate: text(seed % 3) } },
      }
      const read = identity(structText(who, IDENTITY)) ?? {}
      for (const [name, value] of Object.entries(read)) {
        const real = (who as JsonMap)[name]
        if (typeof value === 'string') expect({ name, value }).toEqual({ name, value: real })
      }
    }
  })

  it('splits lists of structs', () => {
    const shape = fields('ARN', 'type')
    expect(structsOf('[{arn=a, type=b}, {arn=c, type=null}]', shape)).toEqual([
      { ARN: 'a', type: 'b' },
      { ARN: 'c' },
    ])
    expect(structsOf('[]', shape)).toEqual([])
    expect(['', '{}', '[{arn=a]', '[{arn=a}x]', '[x]'].map((text) => structsOf(text, shape))).toEqual(
      Array(5).fill(null),
    )
  })
})
