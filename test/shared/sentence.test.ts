import { describe, expect, it } from 'vitest'
import { readSignIn } from '../../electron/engine/signin/read-sign-in.ts'
import type { SignInFacts } from '../../shared/domain/sign-in.ts'
import { sentenceOf, sentenceText } from '../../shared/messages/sentence.ts'
import { trail } from '../fixtures/trail.ts'
import { CASES, IP } from './sentence-cases.ts'

/** Facts of one line of the fixture language, with changes. */
function facts(line: string, changes: Partial<SignInFacts> = {}): SignInFacts {
  return { ...readSignIn(trail(line)[0]).facts, ...changes }
}

describe('one plain sentence', () => {
  const cases = CASES.map(([line, changes, en, ja, factors = null]) => ({ line, changes, en, ja, factors }))

  it.each(cases)('$line $changes', ({ line, changes, en, ja, factors }) => {
    expect(sentenceText(facts(line, changes), 'en', factors)).toBe(en)
    expect(sentenceText(facts(line, changes), 'ja', factors)).toBe(ja)
  })

  it('says where AWS itself called from', () => {
    const inside = facts('10:00 alice ConsoleLogin ok mfa', { sourceIp: 'AWS Internal' })
    expect(sentenceText(inside, 'en')).toContain(' from inside AWS (AWS Internal) with MFA.')
    expect(sentenceText(inside, 'ja')).toContain('alice が AWS 内部（AWS Internal）から 111122223333')
    const service = facts('10:00 bob ConsoleLogin failed from signin.amazonaws.com')
    expect(sentenceText(service, 'en')).toContain(' from inside AWS (signin.amazonaws.com) failed')
    expect(sentenceText(service, 'ja')).toContain('AWS 内部（signin.amazonaws.com）から 111122223333 への')
  })

  it.each([
    ['hidden', 'A name hidden by AWS', 'AWS が非表示にした名前'],
    ['iam-user', 'An IAM user without a stated name', '名前の記載がない IAM ユーザー'],
    ['role', 'A role without a stated name', '名前の記載がないロール'],
    ['federated-user', 'A federated user without a stated name', '名前の記載がないフェデレーションユーザー'],
    [
      'identity-center-user',
      'An Identity Center user without a stated name',
      '名前の記載がない Identity Center ユーザー',
    ],
    ['service', 'An AWS service', 'AWS サービス'],
    ['not-stated', 'An identity that is not stated', '記載のない ID'],
  ] as const)('says why there is no name: %s', (principalKind, en, ja) => {
    const nameless = facts('10:00 alice CheckMfa ok', { principalKind, principalName: null })
    expect(sentenceText(nameless, 'en')).toBe(`${en} reached the MFA step from ${IP}.`)
    expect(sentenceText(nameless, 'ja')).toBe(`${ja} が ${IP} から MFA の確認まで進みました。`)
  })

  it.each(cases)('leaves out what is missing without a trace: $line', ({ line, changes }) => {
    const bare = facts(line, {
      ...changes,
      sourceIp: null,
      recipientAccountId: null,
      accountId: null,
      principalName: null,
      roleName: null,
      sessionName: null,
      switchedFrom: null,
      agentName: null,
      mfaDevice: null,
      failureReason: null,
    })
    const en = sentenceText(bare, 'en')
    expect(en).toMatch(/^[A-Z].*\.$/)
    expect(en).not.toMatch(/null|undefined| {2}| [.,;:]|\(\)|\b(from|to|as|of|on|for|using)[.,:;]/)
    const ja = sentenceText(bare, 'ja')
    expect(ja).not.toMatch(/null|undefined| {2}|（）|^ | 。|：$/)
    // A particle needs something before it.
    expect(ja).not.toMatch(/^(の|が|から|に|への|で|を)/)
  })

  it('raises the alarm only where a sign-in succeeded without MFA', () => {
    const alarms = (line: string): readonly string[] =>
      (['en', 'ja'] as const).flatMap((language) =>
        sentenceOf(facts(line), language)
          .filter((part) => part.tone === 'alarm')
          .map((part) => part.text.trim()),
      )
    expect(alarms('10:00 alice ConsoleLogin ok')).toEqual(['without MFA', 'MFA なしで'])
    expect(alarms('10:00 root ConsoleLogin ok')).toEqual(['without MFA', 'MFA なしで'])
    expect(alarms('10:00 alice ConsoleLogin ok mfa')).toEqual([])
    expect(alarms('10:00 alice ConsoleLogin failed')).toEqual([])
    expect(alarms('10:00 Admin/mika ConsoleLogin ok')).toEqual([])
  })

  it('marks who, account and address', () => {
    const strong = sentenceOf(facts('10:00 alice ConsoleLogin ok mfa'), 'en').filter(
      (part) => part.tone === 'strong',
    )
    expect(strong.map((part) => part.text)).toEqual(['alice', '111122223333', IP])
  })

  it('passes values on as they are, markup and all', () => {
    const name = '<b>&amp;\u202e{who}'
    const parts = sentenceOf(facts('10:00 alice ConsoleLogin ok', { principalName: name }), 'en')
    expect(parts[0]).toEqual({ text: name, tone: 'strong' })
  })

  it('a name keeps its own first letter', () => {
    expect(sentenceText(facts('10:00 alice ConsoleLogin ok'), 'en')).toMatch(/^alice /)
  })
})
