import { describe, expect, it } from 'vitest'
import { chooseFormat, HEAD_BYTES } from '../../../electron/engine/intake/formats/choose.ts'
import { decoys } from '../../fixtures/decoys.ts'
import { madeChain, madeLog, makeKey } from '../../fixtures/digests.ts'
import * as tables from '../../fixtures/export-tables.ts'
import * as exports from '../../fixtures/exports.ts'
import { logText, minified, pretty } from '../../fixtures/layout.ts'
import * as siblings from '../../fixtures/siblings.ts'
import { type JsonMap, trail } from '../../fixtures/trail.ts'
import { choice, formatOf, readWith } from './read-format.ts'

const [RECORD = {}] = trail('10:00 alice ConsoleLogin ok')
const SIGN_IN = JSON.stringify(RECORD)

describe('what lies beside the logs is known by its content', () => {
  const [{ content: digest } = { content: '' }] = madeChain(
    [{ hour: 10, logs: [madeLog(10)] }],
    makeKey('ab'.repeat(16)),
  )
  it.each<[string, string | Uint8Array, string]>([
    ['a digest', digest, 'skip digest'],
    ['Insights events', logText([siblings.insightRecord, siblings.insightRecord]), 'skip insight'],
    [
      'Insights events in lines',
      exports.jsonLines([siblings.insightRecord, siblings.insightRecord]),
      'skip insight',
    ],
    ['network activity', logText([siblings.networkRecord]), 'skip network-activity'],
    ['a mix of categories', logText([siblings.insightRecord, RECORD]), 'trail-json'],
    ['a mix of other categories', logText([siblings.insightRecord, siblings.networkRecord]), 'trail-json'],
    ['the signature of a Lake result', pretty(siblings.lakeSignature), 'skip lake-signature'],
    ['an OCSF event', minified(siblings.ocsfEvent), 'skip ocsf'],
    ['OCSF events in lines', exports.jsonLines([siblings.ocsfEvent, siblings.ocsfEvent]), 'skip ocsf'],
    ['single fields of Logs Insights', exports.insightsFlattened([RECORD]), 'skip record-not-included'],
    ['the same as CSV', tables.insightsFlattenedCsv([RECORD]), 'skip record-not-included'],
    [
      'fields that jq picked out',
      minified({ Records: [{ eventName: 'ConsoleLogin', eventTime: 'x', sourceIPAddress: 'y' }] }),
      'skip record-not-included',
    ],
    [
      'fields that --query picked out',
      minified([{ EventName: 'ConsoleLogin', EventTime: 'x', Username: 'y' }]),
      'skip record-not-included',
    ],
    ['single fields of Elastic', exports.elasticFlattened([RECORD]), 'skip record-not-included'],
    [
      'Splunk results without _raw',
      '{"results":[{"sourcetype":"aws:cloudtrail"}]}',
      'skip record-not-included',
    ],
    [
      'an Athena result without source',
      tables.athenaCsv([RECORD], ['eventTime', 'eventName']),
      'skip record-not-included',
    ],
  ])('%s', (_, content, expected) => {
    expect(choice(content)).toBe(expected)
  })

  it('sets a large sibling aside only when its name says so too', async () => {
    const many = Array.from({ length: 400 }, () => siblings.networkRecord)
    const content = Buffer.from(logText([...many, RECORD]))
    expect(choice(content, 'x/CloudTrail-NetworkActivity/us-east-1/a.json')).toBe('skip network-activity')
    const result = await readWith(formatOf(content, 'renamed.json'), content)
    expect(result).toMatchObject({ name: 'trail-json', records: 401, trouble: null })
  })
})

describe('a file that mentions things is not taken for them', () => {
  const mention = `He wrote {"Records":[${SIGN_IN}]} and Event name,Event time,Event source`
  it.each<[string, string]>([
    ['a message of S3', minified({ Records: [siblings.s3Notification] })],
    ['messages of S3 in lines', exports.jsonLines([siblings.s3Notification, siblings.s3Notification])],
    ['Records of something else', minified({ Records: [{ id: 1 }, { name: 'x' }] })],
    [
      'events of something else',
      minified({ events: [{ message: 'eventVersion' }], Events: [{ name: 'ConsoleLogin' }] }),
    ],
    ['an empty list of events', minified({ Events: [], page: 1 })],
    [
      'another event of EventBridge',
      minified({ 'detail-type': 'EC2 Instance State-change Notification', detail: { state: 'x' } }),
    ],
    ['a table about events', 'eventname,description\nConsoleLogin,sign-in\n'],
    [
      'a table with our header and other rows',
      'eventname,eventsource,eventtime\nConsoleLogin,"the sign-in, page",never\n',
    ],
    ['a table with a raw column', '_raw,n\n"not a record",1\n'],
    ['numbers', '[1,2]'],
    ['a number', '12'],
    ['a string', '"Records"'],
    ['HTML', '<html>{"Records":[]}</html>'],
    ['an empty object', '{}'],
    ['an empty list', '[]'],
  ])('%s', (_, content) => {
    expect(choice(content)).toMatch(/^skip (not-json|not-a-trail)$/)
  })

  it.each<[string, string]>([
    ['prose', mention],
    ['Markdown', `# Event name\n\n    ${SIGN_IN}\n`],
    ['one line of a log', `2024-09-14T10:00:00.000Z INFO ${SIGN_IN}\n`],
    ['a manual with two', `One\nTwo\nThree\n${SIGN_IN}\nFour\nFive\n    ${SIGN_IN}\n`],
    ['a text before it', minified({ events: [{ timestamp: 1, message: `saw ${SIGN_IN}` }] })],
  ])('nor is a quoted record: %s', (_, content) => {
    expect(choice(content)).toMatch(/^skip (not-json|not-a-trail)$/)
  })

  it.each<[string, string]>([
    ['semicolons', tables.eventHistoryCsv([RECORD], undefined, { quotes: 'all' }).replaceAll('","', '";"')],
    ['tabs', tables.athenaCsv([RECORD]).replaceAll('","', '"\t"')],
    ['a line above the header', `sep=,\n${tables.athenaCsv([RECORD])}`],
  ])('a table that a spreadsheet changed is told and not read: %s', (_, content) => {
    expect(choice(content)).toBe('skip form-not-known')
  })

  it('a table of log messages is one of CloudTrail where a row holds a record', () => {
    const rows = ['timestamp,message', '1,"started, ""eventVersion"""']
    expect(choice(`${rows.join('\n')}\n`)).toBe('skip not-a-trail')
    const [, row = ''] = tables.logViewerCsv([RECORD]).split(/\r?\n/)
    expect(choice(`${[...rows, row].join('\n')}\n`)).toBe('cloudwatch-csv')
  })

  it('messages of S3 are none, however many there are, and a record behind them is one', async () => {
    const many = Array.from({ length: 400 }, () => siblings.s3Notification)
    const content = Buffer.from(minified({ Records: many }))
    const { trouble, records } = await readWith(formatOf(content, 'a.json'), content)
    expect({ records, reason: trouble?.reason }).toEqual({ records: 0, reason: 'not-a-trail' })
    const last = Buffer.from(minified({ Records: [...many, RECORD] }))
    expect(await readWith(formatOf(last), last)).toMatchObject({ records: 1, others: 400, trouble: null })
  })

  it('nor is one record that mentions others', () => {
    for (const decoy of decoys()) expect(choice(minified(decoy))).toBe('single-record')
  })
})

describe('edges', () => {
  it.each<[string, string | Uint8Array, string]>([
    ['nothing', '', 'skip empty'],
    ['white space', ' \r\n\t\n', 'skip empty'],
    ['a byte order mark alone', '\ufeff', 'skip empty'],
    ['UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x7b, 0, 0, 0]), 'skip not-json'],
    ['zeros', Buffer.alloc(100), 'skip not-json'],
    ['a trail without records', '{"Records":[]}', 'trail-json'],
    ['no event found', '{\n    "Events": []\n}\n', 'lookup-events'],
    ['a test message of a subscription', exports.controlMessage(), 'cloudwatch-subscription'],
    ['a table without rows', tables.athenaCsv([]), 'athena-csv'],
    ['one record', minified(RECORD), 'single-record'],
    ['one record, pretty, with white space', `\n\n ${pretty(RECORD)}\n`, 'single-record'],
    [
      'a record of 2013 without most fields',
      '{"eventVersion":"1.0","eventName":"RunInstances"}',
      'single-record',
    ],
    ['a record that lost its version', minified({ ...RECORD, eventVersion: undefined }), 'single-record'],
    [
      'history in another order of columns',
      tables.eventHistoryCsv([RECORD], ['Event source', 'Resource name', 'Event name', 'Event time']),
      'event-history-csv',
    ],
    [
      'a Lake file by name',
      tables.athenaCsv([RECORD], ['eventName', 'eventSource', 'eventID']),
      'athena-csv',
    ],
  ])('%s', (_, content, expected) => {
    expect(choice(content)).toBe(expected)
  })

  it('reads on where the head shows nothing, and then says what it found', async () => {
    const late = Buffer.from(minified({ note: 'x'.repeat(HEAD_BYTES), Records: [RECORD] }))
    expect(await readWith(formatOf(late), late)).toMatchObject({ records: 1, trouble: null })
    const lateLine = Buffer.from(`${`${minified({ level: 'x'.repeat(500) })}\n`.repeat(200)}${SIGN_IN}\n`)
    expect(await readWith(formatOf(lateLine), lateLine)).toMatchObject({
      records: 1,
      others: 200,
      trouble: null,
    })
    const never = Buffer.from(minified({ note: 'x'.repeat(HEAD_BYTES) }))
    expect(await readWith(formatOf(never), never)).toMatchObject({
      records: 0,
      trouble: { reason: 'not-a-trail' },
    })
  })

  it('finds a record that is larger than the head, in every form that has a wrapper', async () => {
    const large: JsonMap = { requestParameters: { x: 'y'.repeat(2 * HEAD_BYTES) }, ...RECORD }
    const forms = [
      logText,
      exports.jsonArray,
      exports.jsonLines,
      exports.lookupEvents,
      exports.eventbridgeLines,
      exports.elasticSearch,
      exports.splunkLines,
      exports.getLogEvents,
      exports.insightsResults,
      tables.splunkCsv,
    ]
    for (const write of forms) {
      const content = Buffer.from(write([large, RECORD]))
      expect(await readWith(formatOf(content), content)).toMatchObject({ records: 2, trouble: null })
    }
  })

  it('knows a Lake file by its name where the content leaves it open', () => {
    const content = tables.athenaCsv([RECORD], ['eventName', 'eventSource', 'eventID'])
    expect(choice(content, 'CloudTrail-Lake/Query/2024/09/14/q/result_1.csv')).toBe('lake-csv')
  })

  it('says why in words', () => {
    const chosen = chooseFormat(Buffer.from('[1,2]'), true, 'x')
    expect(chosen).toMatchObject({ kind: 'skip', detail: 'No CloudTrail record among 2 JSON values.' })
  })
})
