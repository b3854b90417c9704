import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { writeCsv } from '../../../electron/engine/report/csv.ts'
import { jsonLine, writeJsonl } from '../../../electron/engine/report/jsonl.ts'
import { writeLedgerCsv } from '../../../electron/engine/report/ledger-csv.ts'
import { type ListRow, toListRow } from '../../../electron/engine/report/list-row.ts'
import { manifestText } from '../../../electron/engine/report/manifest.ts'
import { readSignIn } from '../../../electron/engine/signin/read-sign-in.ts'
import { emptyFilter } from '../../../shared/domain/filter.ts'
import { trail } from '../../fixtures/trail.ts'
import { filledCase, memory, modelOf, ODD_NAME } from './filled-case.ts'

const oddRecord = () => {
  const [record] = trail('10:00 nobody ConsoleLogin failed from 198.51.100.23')
  return { ...record, userIdentity: { ...(record!['userIdentity'] as object), userName: ODD_NAME } }
}

describe('sign-ins as JSON Lines', () => {
  it('are the rows of the report, one object per line', async () => {
    const opened = await filledCase()
    const { stream, bytes } = memory()
    const written = await writeJsonl(opened.db, emptyFilter, stream)
    const rows = bytes()
      .toString('utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as ListRow)
    const model = modelOf(opened)
    expect(written).toMatchObject({ rows: model.rows.length, bytes: bytes().length })
    expect(written.sha256).toBe(createHash('sha256').update(bytes()).digest('hex'))
    expect(rows.map((row) => row.eventName)).toEqual(model.rows.map((row) => row.event))
    expect(rows.find((row) => row.principalName === 'bob')).toMatchObject({
      eventTime: '2024-09-14T09:06:00Z',
      outcome: 'failure',
      failureReason: 'Failed authentication',
      mfa: 'not-used',
      principalType: 'IAMUser',
      recipientAccountId: '111122223333',
      source: expect.stringMatching(/^items\/.*\.json\.gz$/),
      recordNumber: expect.any(Number),
    })
  })

  it('escape what a viewer would act upon, and lone surrogates', () => {
    const { facts } = readSignIn(trail('10:00 alice ConsoleLogin ok')[0])
    const row = { ...toListRow(facts, null), principalName: 'a\u202e\ud800\u2028\u0007\u{e0001}花' }
    const line = jsonLine(row)
    expect(line).toContain('"a\\u202e\\ud800\\u2028\\u0007\\udb40\\udc01花"')
    expect((JSON.parse(line) as ListRow).principalName).toBe(row.principalName)
  })

  it('stop at a limit', async () => {
    const { stream, bytes } = memory()
    const { rows } = await writeJsonl((await filledCase()).db, emptyFilter, stream, 2)
    expect([rows, bytes().toString('utf8').trimEnd().split('\n').length]).toEqual([2, 2])
  })
})

describe('sign-ins as CSV', () => {
  it('open in a spreadsheet: byte order mark, CRLF, both times, no formulas', async () => {
    const opened = await filledCase([oddRecord()])
    const { stream, bytes } = memory()
    await writeCsv(opened.db, emptyFilter, 'Asia/Tokyo', stream)
    const text = bytes().toString('utf8')
    const [head, ...lines] = text.split('\r\n')
    expect(bytes().subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
    expect(head).toBe(
      '\ufeffeventId,eventTime,eventTime Asia/Tokyo,eventName,eventSource,outcome,failureReason,mfa,principalType,principalName,principalArn,accountId,recipientAccountId,region,sourceIp,userAgent,source,recordNumber',
    )
    expect(text).toContain(',2024-09-14T22:40:12Z,2024-09-15T07:40:12+09:00,')
    expect(text).toContain(`'=cmd|花子`)
    expect(text).not.toMatch(/(^|,|")[=+@-]/m)
    expect(lines.at(-1)).toBe('')
  })
})

describe('the file ledger as CSV', () => {
  it('has a line for every file, with what became of it', async () => {
    const opened = await filledCase()
    const { stream, bytes } = memory()
    const { rows } = await writeLedgerCsv(opened.db, stream)
    const lines = bytes().toString('utf8').trimEnd().split('\r\n')
    expect([rows, lines.length]).toEqual([7, 8])
    expect(lines.find((line) => line.includes('cut.json.gz'))).toMatch(/,partial,gzip-truncated,/)
    expect(lines.find((line) => line.includes("it's a note.txt"))).toMatch(/,skipped,not-json,/)
  })
})

describe('the evidence manifest', () => {
  const hash = 'ab'.repeat(32)

  it('is what sha256sum writes, odd names included', () => {
    const files = ['a/b.gz', 'a\\b', 'line\nend'].map((path) => ({
      parentId: null,
      path: `/x/${path}`,
      shownPath: path,
      sha256: hash,
    }))
    expect(manifestText(files)).toBe(`${hash}  a/b.gz\n\\${hash}  a\\\\b\n\\${hash}  line\\nend\n`)
  })

  it('leaves out what has no hash or lies in an archive, and tells equal names apart', () => {
    const files = [
      { parentId: null, path: '/one/log.gz', shownPath: 'log.gz', sha256: hash },
      { parentId: null, path: '/two/log.gz', shownPath: 'log.gz', sha256: hash },
      { parentId: null, path: '/gone', shownPath: 'gone', sha256: null },
      { parentId: 1, path: '/one/a.zip!/log.gz', shownPath: 'a.zip!/log.gz', sha256: hash },
    ]
    expect(manifestText(files)).toBe(`${hash}  /one/log.gz\n${hash}  /two/log.gz\n`)
  })
})
