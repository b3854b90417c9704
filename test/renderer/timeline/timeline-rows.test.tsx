// @vitest-environment happy-dom
import { beforeAll, describe, expect, test } from 'vitest'
import { MFA_STATES, OUTCOMES, PRINCIPAL_KINDS } from '../../../shared/domain/sign-in.ts'
import { mfaWords, outcomeWords } from '../../../shared/messages/words.ts'
import { giveHeight, rowsShown, showTimeline, signIn, smallCase } from './small-case.tsx'

beforeAll(giveHeight)

const cells = (row: HTMLElement) =>
  [...row.querySelectorAll('[role=gridcell]')].map((cell) => cell.textContent)

describe('rows', () => {
  test('show every outcome and MFA state as words; only a success without MFA alarms', async () => {
    const pairs = OUTCOMES.flatMap((outcome) => MFA_STATES.map((mfa) => ({ outcome, mfa })))
    await showTimeline(smallCase(pairs.map((pair, index) => signIn(index + 1, pair))))
    const shown = rowsShown()
    pairs.forEach(({ outcome, mfa }, index) => {
      const row = shown.get(index)!
      expect(cells(row)[1]).toBe(outcomeWords.en[outcome])
      expect(cells(row)[6]).toBe(mfaWords.en[mfa])
      expect(row.querySelector('.ui-mfa-alarming') !== null).toBe(outcome === 'success' && mfa === 'not-used')
    })
  })

  test('show every kind of principal; a hidden name is words, never a name', async () => {
    const rows = PRINCIPAL_KINDS.map((principalKind, index) =>
      signIn(index + 1, {
        principalKind,
        principalName:
          principalKind === 'hidden' || principalKind === 'not-stated' ? null : `name-${principalKind}`,
        ...(principalKind === 'role' ? { roleName: 'Admin', sessionName: 'alice' } : {}),
      }),
    )
    await showTimeline(smallCase(rows))
    const who = [...rowsShown().values()].map((row) => cells(row)[2])
    expect(who).toEqual([
      'name-iam-user',
      'name-root',
      'Adminalice',
      'name-federated-user',
      'name-identity-center-user',
      'hidden by AWS',
      'name-service',
      'name-other',
      'not stated',
    ])
  })

  test('markup in a name stays text, and characters that hide or turn it are made visible', async () => {
    const hostile = '<img src=x onerror="alert(1)">\u202Eecila'
    await showTimeline(
      smallCase([signIn(1, { principalName: hostile, userAgent: '<b>x</b>', agentName: null })]),
    )
    const row = rowsShown().get(0)!
    expect(row.querySelector('img')).toBeNull()
    expect(cells(row)[2]).toBe('<img src=x onerror="alert(1)">\\u202Eecila')
    expect(cells(row)[5]).toBe('<b>x</b>Win')
    expect(row.getAttribute('aria-label')).toContain('<img src=x')
  })

  test('say both times, with a mark where the other date differs', async () => {
    await showTimeline(
      smallCase([
        signIn(1, { eventTime: Date.UTC(2024, 8, 14, 13, 52, 7) / 1000 }),
        signIn(2, { eventTime: Date.UTC(2024, 8, 14, 22, 40, 12) / 1000 }),
        signIn(3, { eventTime: null }),
      ]),
    )
    const shown = rowsShown()
    expect(cells(shown.get(0)!)[0]).toBe('13:52:0722:52:07')
    expect(cells(shown.get(1)!)[0]).toBe('22:40:1207:40:12+1')
    expect(cells(shown.get(2)!)[0]).toBe('yesterday')
    const name = shown.get(1)!.getAttribute('aria-label')
    expect(name).toContain('alice signed in to 111122223333')
    expect(name).toContain('Sat 14 Sep 2024 22:40:12 UTC, Sun 15 Sep 2024 07:40:12 Tokyo'.split(', ')[0])
    expect(name).toContain('Sun 15 Sep 2024 07:40:12 Tokyo')
    const lines = [...document.querySelectorAll('.tl-rows .tl-day')].map((line) => line.textContent)
    expect(lines).toEqual(['Sun 15 Sep 2024begins in Tokyo', 'Records without a readable time'])
  })

  test('flags: notes are counted, copies and differences named', async () => {
    await showTimeline(smallCase([signIn(1, { conflict: true, sightings: 3 })]))
    expect(cells(rowsShown().get(0)!)[7]).toBe('3differs')
  })

  test('an empty case and an empty result say different things', async () => {
    await showTimeline(smallCase([]))
    expect(document.body.textContent).toContain('This case is empty')
  })
})
