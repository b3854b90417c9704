import { describe, expect, it } from 'vitest'
import { findingDetail, findingEvents, listFindings } from '../../../electron/engine/detect/findings.ts'
import { runDetections } from '../../../electron/engine/detect/run.ts'
import { anyFinding } from '../../../shared/domain/finding.ts'
import { caseOf, days, lines, still } from './detected.ts'

const OFFICE = '203.0.113.41'
const STRANGER = '198.51.100.23'

/** A spray finds alice's password; from a new country, into another account, on to a console token. */
const planted = [
  ...days(10, `alice ConsoleLogin ok mfa from ${OFFICE}`),
  ...days(10, `kenji ConsoleLogin ok mfa from ${OFFICE}`),
  ...lines(36, '13:30:00', 15, `user{i} ConsoleLogin failed from ${STRANGER}`),
  ...lines(8, '13:40:00', 20, `hidden ConsoleLogin failed from ${STRANGER}`),
  ...lines(6, '13:45:00', 30, `alice ConsoleLogin failed from ${STRANGER}`),
  `13:52:07 alice ConsoleLogin ok no-mfa from ${STRANGER}`,
  `13:53:40 Admin/alice SwitchRole in 444455556666 from ${STRANGER} switched-from arn:aws:iam::111122223333:user/alice`,
  `13:55:02 Admin/alice GetSigninToken in 444455556666 from ${STRANGER} using python-requests/2.32.3`,
  `13:55:04 Admin/alice ConsoleLogin in 444455556666 from ${STRANGER}`,
]
const countries = { [OFFICE]: 'JP', [STRANGER]: 'NL' }

describe('a planted story', () => {
  it('is found, each step of it, and nobody of the quiet days is', async () => {
    const { db, actor } = await caseOf(planted, { countries })
    await runDetections(db, actor, still)
    const { rows } = listFindings(db, anyFinding)
    const rules = rows.map((row) => row.rule)
    for (const rule of [
      'spray-address',
      'spray-account',
      'hidden-burst',
      'failures-then-success',
      'failures-then-success-address',
      'no-mfa',
      'no-mfa-after-mfa',
      'new-country',
      'role-switch-after-no-mfa',
      'signin-token',
    ]) {
      expect(rules).toContain(rule)
    }
    expect(rows.filter((row) => row.subject?.includes('kenji') === true)).toEqual([])
    expect(rows[0]?.severity).toBe('critical')
  })

  it('tells what was seen: names apart from tries with hidden names', async () => {
    const { db, actor } = await caseOf(planted, { countries })
    await runDetections(db, actor, still)
    const [spray] = listFindings(db, { ...anyFinding, rules: ['spray-account'] }).rows
    const { facts, row } = findingDetail(db, spray?.id ?? 0)
    expect(facts).toMatchObject({
      nameCount: 37,
      hidden: 8,
      failures: 50,
      successes: 0,
      addresses: [STRANGER],
    })
    expect(row.events).toBe(50)
    const events = findingEvents(db, row.id, 0, 100)
    expect(events).toHaveLength(50)
    expect(events.map((event) => event.eventTime)).toEqual(
      events.map((event) => event.eventTime).toSorted((a, b) => (a ?? 0) - (b ?? 0)),
    )
  })
})
