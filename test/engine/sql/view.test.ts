import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { writeFile } from '../../fixtures/archive.ts'
import { athenaCsv } from '../../fixtures/export-tables.ts'
import { trail } from '../../fixtures/trail.ts'
import { freshCase, freshFolder, importInto } from '../open-case.ts'
import { ask, caseOf, value } from './asked.ts'

/** Athena User Guide, "Querying AWS CloudTrail logs": the columns of the documented table in their order. */
const DOCUMENTED = [
  'eventversion',
  'useridentity',
  'eventtime',
  'eventsource',
  'eventname',
  'awsregion',
  'sourceipaddress',
  'useragent',
  'errorcode',
  'errormessage',
  'requestparameters',
  'responseelements',
  'additionaleventdata',
  'requestid',
  'eventid',
  'resources',
  'eventtype',
  'apiversion',
  'readonly',
  'recipientaccountid',
  'serviceeventdetails',
  'sharedeventid',
  'vpcendpointid',
  'tlsdetails',
]

describe('the view cloudtrail_logs', () => {
  it('begins with the documented columns, in their order', async () => {
    const on = await caseOf('10:00 alice ConsoleLogin ok')
    expect(ask(on, 'select * from cloudtrail_logs').columns.slice(0, DOCUMENTED.length)).toEqual(DOCUMENTED)
  })

  it('can be asked by any SQLite tool, without the functions of this program', async () => {
    const on = await caseOf('10:00 alice ConsoleLogin failed from 198.51.100.23')
    const db = new Database(on.path, { readonly: true })
    try {
      const row = db.prepare('select * from cloudtrail_logs').get() as Record<string, unknown>
      expect(row).toMatchObject({
        eventtime: '2024-09-14T10:00:00Z',
        errormessage: 'Failed authentication',
        responseelements: '{"ConsoleLogin":"Failure"}',
        readonly: 'false',
        outcome: 'failure',
        year: '2024',
        timestamp: '2024/09/14',
        sign_in_id: 1,
        source_record: 1,
      })
      expect(JSON.parse(String(row['useridentity']))).toMatchObject({ userName: 'alice' })
      expect(String(row['source_file'])).toMatch(/\.json\.gz$/)
    } finally {
      db.close()
    }
  })

  it('keeps JSON text as the record has it: letters, numbers, no invented values', async () => {
    const on = await caseOf({
      eventID: 'e-1',
      eventName: 'ConsoleLogin',
      eventSource: 'signin.amazonaws.com',
      eventTime: '2024-09-14T10:00:00Z',
      requestParameters: null,
      additionalEventData: {
        MFAUsed: 'No',
        big: 12345678901234567n.toString(),
        deep: { a: [1, 2.5, true, null] },
      },
      readOnly: true,
      userIdentity: 'not an object',
    })
    const { rows } = ask(
      on,
      "select requestparameters, additionaleventdata, readonly, useridentity, resources, useridentity.arn, json_extract(additionaleventdata, '$.deep.a') from cloudtrail_logs",
    )
    expect(rows).toEqual([
      [
        null,
        '{"MFAUsed":"No","big":"12345678901234567","deep":{"a":[1,2.5,true,null]}}',
        'true',
        null,
        null,
        null,
        '[1,2.5,true,null]',
      ],
    ])
  })

  it('gives null for what a broken record does not hold, and never an error', async () => {
    const on = await caseOf(
      '10:00 alice ConsoleLogin ok',
      '10:01 bob ConsoleLogin ok',
      '10:02 carol ConsoleLogin ok',
    )
    on.db.prepare('update sign_in set raw = cast(\'{"userIdentity":\' as blob) where id = 1').run()
    on.db.prepare("update sign_in set raw = x'fffe00' where id = 2").run()
    const { rows } = ask(
      on,
      "select eventname, useridentity, errorcode, readonly, useridentity.arn, json_extract_scalar(additionaleventdata, '$.MFAUsed') from cloudtrail_logs order by sign_in_id",
    )
    expect(rows.slice(0, 2)).toEqual([
      ['ConsoleLogin', null, null, null, null, null],
      ['ConsoleLogin', null, null, null, null, null],
    ])
    expect(rows[2]?.[1]).toContain('carol')
  })

  it('takes a result that Athena wrote back into the case, where the same query finds it again', async () => {
    const folder = freshFolder()
    const records = trail(
      '10:00 alice ConsoleLogin ok mfa',
      '10:05 bob ConsoleLogin failed from 198.51.100.23',
      '12:00 Admin/mika ConsoleLogin ok no-mfa',
    )
    const file = writeFile(folder, 'athena-result.csv', athenaCsv(records))
    const made = freshCase()
    const outcome = await importInto(made, [file])
    expect(outcome).toMatchObject({ sums: { signIns: 3, indexed: 3 } })
    const sql =
      "SELECT eventtime, eventname, sourceipaddress, eventid, recipientaccountid FROM cloudtrail_logs_x WHERE eventtype = 'AwsConsoleSignIn' AND eventtime >= '2024-09-01T00:00:00Z' ORDER BY eventtime"
    const straight = await caseOf(...records)
    expect(ask(made, sql).rows).toEqual(ask(straight, sql).rows)
    expect(ask(made, sql).rows).toHaveLength(3)
    // A row of a table is no record: what it does not hold as JSON is null, not an error.
    expect(value(made, 'select count(useridentity) + count(useridentity.arn) from cloudtrail_logs')).toBe(0)
  })

  it('gives back as a table what it gave out as one', async () => {
    const { resultWriter } = await import('../../../electron/engine/sql/write-result.ts')
    const { PassThrough } = await import('node:stream')
    const first = await caseOf(
      '10:00 alice ConsoleLogin ok mfa',
      '10:05 bob ConsoleLogin failed from 198.51.100.23',
    )
    const sql = 'select * from cloudtrail_logs order by eventtime'
    const { columns, rows } = ask(first, sql)
    const stream = new PassThrough()
    const chunks: Buffer[] = []
    stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    const writer = resultWriter(stream, 'csv')
    await writer.begin(columns)
    await writer.rows(rows)
    writer.release()
    const file = writeFile(freshFolder(), 'exported.csv', Buffer.concat(chunks))
    const second = freshCase()
    await importInto(second, [file])
    const facts =
      'select eventtime, eventname, eventid, sourceipaddress, outcome, mfa_state, principal_name from cloudtrail_logs order by eventtime'
    expect(ask(second, facts).rows).toEqual(ask(first, facts).rows)
  })
})
