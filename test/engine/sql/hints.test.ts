import { describe, expect, it } from 'vitest'
import { hintText, sqlHintTexts } from '../../../shared/messages/sql-hints.ts'
import { ask, caseOf } from './asked.ts'

const story = () =>
  caseOf(
    '10:00 alice ConsoleLogin ok mfa',
    '10:05 bob ConsoleLogin failed',
    '10:06 hidden ConsoleLogin failed because No_username_found_in_supplied_account',
    '12:00 Admin/mika ConsoleLogin ok no-mfa',
    '13:00 portal:mika UserAuthentication ok with Password',
    '13:30 Admin/mika GetSigninToken ok',
    '14:00 alice SwitchRole ok',
  )
const hintsOf = async (sql: string) => ask(await story(), sql).hints

describe('what common filters leave out, over the sign-in records of the case', () => {
  it('eventtype', async () => {
    const sql = "select 1 from cloudtrail_logs where eventtype in ('AwsConsoleSignIn')"
    const [hint] = await hintsOf(sql)
    expect(hint).toMatchObject({ code: 'event-type', count: 2 })
    expect(sql.slice(hint?.at.from, hint?.at.to)).toBe("eventtype in ('AwsConsoleSignIn')")
  })

  it('only ConsoleLogin', async () => {
    const [hint] = await hintsOf("select 1 from cloudtrail_logs where (eventname = 'ConsoleLogin')")
    expect(hint).toMatchObject({ code: 'console-login-only', count: 3 })
    expect(hint?.parts.map(({ value }) => value).sort()).toEqual([
      'GetSigninToken',
      'SwitchRole',
      'UserAuthentication',
    ])
  })

  it('failures that say something else', async () => {
    const [hint] = await hintsOf("select 1 from cloudtrail_logs where errormessage = 'Failed authentication'")
    expect(hint).toMatchObject({ code: 'failed-authentication', count: 1 })
    expect(hint?.parts[0]?.value).toContain('No username found')
  })

  it('MFAUsed "No" of federated sign-ins', async () => {
    const federated = "json_extract_scalar(additionaleventdata, '$.MFAUsed') = 'No'"
    const like = `additionaleventdata like '%"MFAUsed":"No"%'`
    for (const filter of [federated, like]) {
      const hints = await hintsOf(`select 1 from cloudtrail_logs where ${filter}`)
      expect(hints).toMatchObject([{ code: 'mfa-used-no', count: 1 }])
    }
    expect(
      await hintsOf(federated.replace("'No'", "'Yes'").replace(/^/, 'select 1 from cloudtrail_logs where ')),
    ).toEqual([])
  })

  it('events that a case does not store', async () => {
    const hints = await hintsOf("select 1 from cloudtrail_logs where eventsource = 's3.amazonaws.com'")
    expect(hints).toMatchObject([{ code: 'other-service', parts: [{ value: 's3.amazonaws.com' }] }])
  })

  it('says nothing where nothing is left out, and nothing of a filter that excludes', async () => {
    const on = await caseOf('10:00 alice ConsoleLogin ok mfa')
    expect(ask(on, "select 1 from cloudtrail_logs where eventtype = 'AwsConsoleSignIn'").hints).toEqual([])
    expect(ask(on, "select 1 from cloudtrail_logs where eventname = 'ConsoleLogin'").hints).toEqual([])
    expect(await hintsOf("select 1 from cloudtrail_logs where eventtype <> 'AwsConsoleSignIn'")).toEqual([])
  })

  it('in words of both languages, with the counts', async () => {
    const hints = await hintsOf(
      "select 1 from cloudtrail_logs where eventtype = 'AwsConsoleSignIn' and eventname = 'ConsoleLogin' and errormessage = 'Failed authentication' and additionaleventdata like '%MFAUsed\":\"No%' and eventsource = 'ec2.amazonaws.com'",
    )
    expect(hints).toHaveLength(5)
    for (const hint of hints) {
      for (const words of [sqlHintTexts.en, sqlHintTexts.ja]) {
        const text = hintText(words, hint, String)
        expect(text).not.toMatch(/undefined/)
        if (hint.code !== 'other-service') expect(text).toContain(String(hint.count))
      }
    }
  })
})
