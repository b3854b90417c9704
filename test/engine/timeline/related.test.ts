import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { atOnce } from '../../../electron/engine/query/store/steps.ts'
import { relatedEvents } from '../../../electron/engine/timeline/related.ts'
import { keysIn } from '../../../electron/engine/timeline/session-keys.ts'
import { archive } from '../../fixtures/archive.ts'
import { type JsonMap, trail } from '../../fixtures/trail.ts'
import { freshCase, freshFolder, importInto, type TestCase } from '../open-case.ts'

async function caseOf(records: readonly JsonMap[]): Promise<TestCase> {
  const folder = freshFolder()
  archive(join(folder, 'a'), records)
  const made = freshCase(folder)
  await importInto(made, [join(folder, 'a')])
  return made
}

/** The events of each group, by their IDs. */
function groupsOf({ db }: TestCase, eventId: string, minutes = 5): Record<string, (string | null)[]> {
  const id = db.prepare('select id from sign_in where event_id = ?').pluck().get(eventId) as number
  const { groups } = atOnce(relatedEvents(db, id, minutes))
  return Object.fromEntries(groups.map(({ relation, rows }) => [relation, rows.map((row) => row.eventId)]))
}

const inSession = (record: JsonMap, session: string): JsonMap => {
  const identity = record['userIdentity'] as JsonMap
  const context = (identity['sessionContext'] ?? {}) as JsonMap
  return {
    ...record,
    userIdentity: { ...identity, sessionContext: { ...context, signInSessionArn: session } },
  }
}
const withData = (record: JsonMap, data: JsonMap): JsonMap => ({
  ...record,
  additionalEventData: { ...((record['additionalEventData'] ?? {}) as JsonMap), ...data },
})
const since = (record: JsonMap, creationDate: string): JsonMap => {
  const identity = record['userIdentity'] as JsonMap
  return {
    ...record,
    userIdentity: {
      ...identity,
      sessionContext: { attributes: { creationDate, mfaAuthenticated: 'false' } },
    },
  }
}

describe('one sign-in attempt', () => {
  it('is the MFA step and the sign-in after it', async () => {
    const made = await caseOf(
      trail(
        '10:00:00 alice CheckMfa ok id step',
        '10:00:14 alice ConsoleLogin ok mfa id login',
        '10:00:20 alice ConsoleLogin ok mfa id second',
      ),
    )
    expect(groupsOf(made, 'step')['attempt']).toEqual(['login'])
    expect(groupsOf(made, 'login')['attempt']).toEqual(['step'])
    expect(groupsOf(made, 'second')['attempt']).toBeUndefined()
  })

  it('is not one of another name, address or account, nor half an hour later', async () => {
    const made = await caseOf(
      trail(
        '10:00:00 alice CheckMfa ok id step',
        '10:00:10 bob ConsoleLogin ok mfa id bob',
        '10:00:11 alice ConsoleLogin ok mfa from 198.51.100.23 id elsewhere',
        '10:00:12 alice ConsoleLogin ok mfa in 444455556666 id account',
        '10:30:00 alice ConsoleLogin ok mfa id late',
      ),
    )
    expect(groupsOf(made, 'step')['attempt']).toBeUndefined()
  })

  it('of Identity Center shares a workflow', async () => {
    const step = (line: string, flow: string) => withData(trail(line)[0]!, { AuthWorkflowID: flow })
    const made = await caseOf([
      step('10:00:00 portal:mika CredentialChallenge id ask', 'flow-1'),
      step('10:00:05 portal:mika CredentialVerification id check', 'flow-1'),
      step('10:00:06 portal:mika UserAuthentication id in', 'flow-1'),
      step('10:00:07 portal:mika CredentialChallenge id other', 'flow-2'),
    ])
    expect(groupsOf(made, 'in')['workflow']).toEqual(['ask', 'check'])
    expect(groupsOf(made, 'other')['workflow']).toBeUndefined()
  })
})

describe('one session', () => {
  const ARN = 'arn:aws:signin:us-east-1:111122223333:session/0a'

  it('has one signInSessionArn, also in additionalEventData and after a role switch', async () => {
    const [login, consent, token, switched, other] = trail(
      '10:00 alice ConsoleLogin ok id login',
      '10:05 alice AuthorizeOAuth2Access id consent',
      '10:06 alice CreateOAuth2Token from 192.0.2.9 id token',
      '10:07 Admin/alice SwitchRole ok id switched',
      '10:08 alice AuthorizeOAuth2Access id other',
    ) as [JsonMap, JsonMap, JsonMap, JsonMap, JsonMap]
    const made = await caseOf([
      inSession(login, ARN),
      inSession(consent, ARN),
      withData(token, { signInSessionArn: ARN }),
      inSession(switched, ARN),
      inSession(other, `${ARN}b`),
    ])
    expect(groupsOf(made, 'consent')['session']).toEqual(['login', 'token', 'switched'])
    expect(groupsOf(made, 'other')['session']).toBeUndefined()
  })

  it('else has one ARN and one beginning, in either spelling of the date', async () => {
    const [one, two, three] = trail(
      '10:00 Admin/alice ConsoleLogin ok id one',
      '11:00 Admin/alice GetSigninToken id two',
      '12:00 Admin/alice ConsoleLogin ok id three',
    ) as [JsonMap, JsonMap, JsonMap]
    const made = await caseOf([
      since(one, '2024-09-14T09:59:00Z'),
      since(two, '20240914T095900Z'),
      since(three, '2024-09-14T11:59:00Z'),
    ])
    expect(groupsOf(made, 'one')['session-start']).toEqual(['two'])
    expect(groupsOf(made, 'three')['session-start']).toBeUndefined()
  })

  it('goes on in the role that was switched to', async () => {
    const made = await caseOf(
      trail(
        '09:00 alice ConsoleLogin failed id failed',
        '10:00 alice ConsoleLogin ok id login',
        '10:05 Admin/alice SwitchRole ok in 444455556666 switched-from arn:aws:iam::111122223333:user/alice id switched',
        '10:06 Admin/bob SwitchRole ok in 444455556666 switched-from arn:aws:iam::111122223333:user/bob id bob',
      ),
    )
    expect(groupsOf(made, 'login')['switch']).toEqual(['switched'])
    expect(groupsOf(made, 'switched')['switch']).toEqual(['login'])
    expect(groupsOf(made, 'bob')['switch']).toBeUndefined()
  })
})

describe('failures before a success', () => {
  const LINES = [
    '09:00 alice ConsoleLogin failed from 198.51.100.23 id long-ago',
    '10:00 bob ConsoleLogin failed from 198.51.100.23 id first',
    '10:03 carol ConsoleLogin ok from 198.51.100.23 id between',
    '10:04 alice ConsoleLogin failed from 203.0.113.9 id same-name',
    '10:05 alice ConsoleLogin failed from 198.51.100.23 id last',
    '10:06 alice ConsoleLogin ok from 198.51.100.23 id success',
    '10:07 alice ConsoleLogin failed from 198.51.100.23 id after',
  ]

  it('are those of its address or its principal, back to the first long pause', async () => {
    const made = await caseOf(trail(...LINES))
    expect(groupsOf(made, 'success')['failures-before']).toEqual(['first', 'same-name', 'last'])
    expect(groupsOf(made, 'success', 4)['failures-before']).toEqual(['same-name', 'last'])
    expect(groupsOf(made, 'last')['failures-before']).toBeUndefined()
  })
})

describe('around an event', () => {
  it('stands what has the same principal, address or key within the minutes asked for', async () => {
    const made = await caseOf(
      trail(
        '10:00 alice ConsoleLogin ok from 198.51.100.23 id early',
        '10:04 alice ConsoleLogin ok from 203.0.113.9 id here',
        '10:05 bob ConsoleLogin ok from 203.0.113.9 id neighbour',
        '10:14 alice ConsoleLogin ok from 203.0.113.9 id late',
      ),
    )
    expect(groupsOf(made, 'here', 5)).toMatchObject({ principal: ['early'], address: ['neighbour'] })
    expect(groupsOf(made, 'here', 10)).toMatchObject({
      principal: ['early', 'late'],
      address: ['neighbour', 'late'],
    })
    expect(groupsOf(made, 'here', 3)['principal']).toBeUndefined()
  })

  it('is nothing for a record without a readable time', async () => {
    const made = await caseOf(trail('10:00 alice ConsoleLogin ok id none', '10:01 alice ConsoleLogin ok'))
    made.db.exec(`update sign_in set event_time = null where event_id = 'none'`)
    expect(groupsOf(made, 'none')).toEqual({})
  })
})

describe('session keys', () => {
  it('are null where the record says nothing or something else', () => {
    expect(keysIn(undefined)).toEqual({ session: null, start: null, workflow: null })
    expect(keysIn({ additionalEventData: { AuthWorkflowID: 7 } }).workflow).toBeNull()
  })
})
