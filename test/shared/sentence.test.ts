import { describe, expect, it } from 'vitest'
import { readSignIn } from '../../electron/engine/signin/read-sign-in.ts'
import type { SignInFacts } from '../../shared/domain/sign-in.ts'
import { sentenceOf, sentenceText } from '../../shared/messages/sentence.ts'
import { trail } from '../fixtures/trail.ts'

/** Facts of one line of the fixture language, with changes. */
function facts(line: string, changes: Partial<SignInFacts> = {}): SignInFacts {
  return { ...readSignIn(trail(line)[0]).facts, ...changes }
}

/** Line, changes, English, Japanese, factor names. */
type Case = readonly [string, Partial<SignInFacts>, string, string, string?]

const IP = '203.0.113.41'
const SWITCH = '13:53 Admin/alice SwitchRole ok in 444455556666'

const CASES: readonly Case[] = [
  [
    '10:00 alice ConsoleLogin ok mfa',
    {},
    `alice signed in to 111122223333 from ${IP} with MFA.`,
    `alice が ${IP} から 111122223333 に MFA を使ってサインインしました。`,
  ],
  [
    '10:00 alice ConsoleLogin ok',
    {},
    `alice signed in to 111122223333 from ${IP} without MFA.`,
    `alice が ${IP} から 111122223333 に MFA なしでサインインしました。`,
  ],
  [
    '10:00 alice ConsoleLogin ok',
    { mfa: 'not-stated' },
    `alice signed in to 111122223333 from ${IP}.`,
    `alice が ${IP} から 111122223333 にサインインしました。`,
  ],
  [
    '10:00 alice ConsoleLogin ok',
    { mfa: 'not-visible' },
    `alice signed in to 111122223333 from ${IP}; MFA is not visible to AWS.`,
    `alice が ${IP} から 111122223333 にサインインしました（MFA は AWS から確認できません）。`,
  ],
  [
    '10:00 root ConsoleLogin ok mfa',
    {},
    `The root user of 111122223333 signed in from ${IP} with MFA.`,
    `111122223333 の root ユーザーが ${IP} から MFA を使ってサインインしました。`,
  ],
  [
    '10:00 Admin/mika@example.com ConsoleLogin ok',
    {},
    `mika@example.com signed in to 111122223333 as role Admin from ${IP}; MFA is not visible to AWS.`,
    `mika@example.com がロール Admin として ${IP} から 111122223333 にサインインしました（MFA は AWS から確認できません）。`,
  ],
  [
    '10:00 federated:carol ConsoleLogin ok',
    {},
    `carol, a federated user, signed in to 111122223333 from ${IP}; MFA is not visible to AWS.`,
    `フェデレーションユーザー carol が ${IP} から 111122223333 にサインインしました（MFA は AWS から確認できません）。`,
  ],
  [
    '10:00 bob ConsoleLogin failed',
    {},
    `A sign-in as bob to 111122223333 from ${IP} failed: wrong password or MFA code.`,
    `${IP} から 111122223333 への bob のサインインは失敗しました（パスワードまたは MFA コードの誤り）。`,
  ],
  [
    '10:00 root ConsoleLogin failed',
    {},
    `A sign-in as root to 111122223333 from ${IP} failed: wrong password or MFA code.`,
    `${IP} から 111122223333 への root のサインインは失敗しました（パスワードまたは MFA コードの誤り）。`,
  ],
  [
    '10:00 Admin/mika ConsoleLogin failed because Assertion_is_no_longer_valid.',
    {},
    `A sign-in as mika to 111122223333 from ${IP} failed: Assertion is no longer valid.`,
    `${IP} から 111122223333 への mika のサインインは失敗しました（Assertion is no longer valid.）。`,
  ],
  [
    '10:00 bob ConsoleLogin failed',
    { failureReason: null },
    `A sign-in as bob to 111122223333 from ${IP} failed.`,
    `${IP} から 111122223333 への bob のサインインは失敗しました。`,
  ],
  [
    '10:00 hidden ConsoleLogin failed',
    {},
    `A sign-in to 111122223333 from ${IP} failed. The name does not exist, so AWS hides it.`,
    `${IP} から 111122223333 へのサインインは失敗しました。存在しない名前のため AWS が非表示にしています。`,
  ],
  [
    '10:00 hidden ConsoleLogin failed code AccessDenied because Authorization_denied_because_of_a_resource-based_policy',
    {},
    `A sign-in to 111122223333 from ${IP} was denied by a resource-based policy.`,
    `${IP} から 111122223333 へのサインインはリソースベースのポリシーにより拒否されました。`,
  ],
  [
    '10:00 alice ConsoleLogin failed code AccessDenied because Authorization_denied_because_of_a_resource_control_policy',
    {},
    `A sign-in as alice to 111122223333 from ${IP} was denied by a resource control policy.`,
    `${IP} から 111122223333 への alice のサインインはリソースコントロールポリシーにより拒否されました。`,
  ],
  [
    '10:00 alice ConsoleLogin silent',
    {},
    `alice called ConsoleLogin on signin.amazonaws.com in 111122223333 from ${IP}: Not stated.`,
    `alice が ${IP} から 111122223333 の signin.amazonaws.com で ConsoleLogin を呼びました：記載なし`,
  ],
  [
    '10:00 kenji CheckMfa ok',
    { mfaDevice: 'Virtual MFA' },
    `kenji reached the MFA step (Virtual MFA) from ${IP}.`,
    `kenji が ${IP} から MFA の確認（Virtual MFA）まで進みました。`,
  ],
  [
    '10:00 kenji CheckMfa silent',
    {},
    `kenji called CheckMfa on signin.amazonaws.com in 111122223333 from ${IP}: Not stated.`,
    `kenji が ${IP} から 111122223333 の signin.amazonaws.com で CheckMfa を呼びました：記載なし`,
  ],
  [
    `${SWITCH} switched-from arn:aws:iam::111122223333:user/eu/alice`,
    {},
    `alice of 111122223333 switched to role Admin in 444455556666 from ${IP}.`,
    `111122223333 の alice が ${IP} から 444455556666 のロール Admin に切り替えました。`,
  ],
  [
    `${SWITCH} switched-from arn:aws:sts::444455556666:assumed-role/Viewer/mika`,
    {},
    `Viewer/mika switched to role Admin in 444455556666 from ${IP}.`,
    `Viewer/mika が ${IP} から 444455556666 のロール Admin に切り替えました。`,
  ],
  [
    SWITCH,
    {},
    `alice switched to role Admin in 444455556666 from ${IP}.`,
    `alice が ${IP} から 444455556666 のロール Admin に切り替えました。`,
  ],
  [
    '10:00 Admin/alice SwitchRole failed because no',
    {},
    `Admin/alice called SwitchRole on signin.amazonaws.com in 111122223333 from ${IP}: Failed (no).`,
    `Admin/alice が ${IP} から 111122223333 の signin.amazonaws.com で SwitchRole を呼びました：失敗（no）`,
  ],
  [
    '10:00 Admin/alice ExitRole ok',
    {},
    'The console left role Admin in 111122223333.',
    'コンソールが 111122223333 のロール Admin を終了しました。',
  ],
  [
    '10:00 Admin/alice RenewRole ok',
    {},
    'The console renewed role Admin in 111122223333.',
    'コンソールが 111122223333 のロール Admin を更新しました。',
  ],
  [
    '10:00 Admin/alice GetSigninToken ok using python-requests/2.32.3',
    {},
    `Temporary keys of Admin/alice were traded for a console token, using python-requests 2.32.3, from ${IP}.`,
    `Admin/alice の一時キーが ${IP} から python-requests 2.32.3 によりコンソール用トークンに替えられました。`,
  ],
  [
    '10:00 root PasswordRecoveryRequested ok',
    {},
    `Password recovery for root of 111122223333 was requested from ${IP}.`,
    `111122223333 の root のパスワード復旧が ${IP} から要求されました。`,
  ],
  [
    '10:00 root PasswordRecoveryCompleted ok',
    {},
    `Password recovery for root of 111122223333 was completed from ${IP}.`,
    `111122223333 の root のパスワード復旧が ${IP} から完了されました。`,
  ],
  [
    '10:00 root PasswordUpdated ok',
    {},
    `The root password of 111122223333 was changed from ${IP}.`,
    `111122223333 の root のパスワードが ${IP} から変更されました。`,
  ],
  [
    '10:00 root EmailUpdated ok',
    {},
    `The root e-mail of 111122223333 was changed from ${IP}.`,
    `111122223333 の root のメールアドレスが ${IP} から変更されました。`,
  ],
  [
    '10:00 portal:u-1 ExternalIdPDirectoryLogin failed because Invalid_SAML_response',
    { principalName: null },
    'An Identity Center sign-in through the outside provider failed: Invalid SAML response.',
    '外部 ID プロバイダー経由の Identity Center サインインが失敗しました：Invalid SAML response',
  ],
  [
    '10:00 portal:mika CredentialChallenge ok with TOTP',
    {},
    'Identity Center asked mika for TOTP.',
    'Identity Center が mika に TOTP を求めました。',
    'TOTP',
  ],
  [
    '10:00 portal:mika CredentialVerification failed with TOTP',
    {},
    'Identity Center checked TOTP of mika: Failed.',
    'Identity Center が mika の TOTP を確認しました：失敗',
    'TOTP',
  ],
  [
    '10:00 portal:mika CredentialVerification ok with PASSWORD',
    {},
    'Identity Center checked a factor of mika: Success.',
    'Identity Center が mika の要素を確認しました：成功',
  ],
  [
    '10:00 portal:mika UserAuthentication ok with PASSWORD,TOTP',
    {},
    `mika signed in to Identity Center from ${IP} with PASSWORD,TOTP.`,
    `mika が ${IP} から PASSWORD,TOTP で Identity Center にサインインしました。`,
    'PASSWORD,TOTP',
  ],
  [
    '10:00 portal:mika UserAuthentication ok with PASSWORD',
    {},
    `mika signed in to Identity Center from ${IP} without MFA.`,
    `mika が ${IP} から MFA なしで Identity Center にサインインしました。`,
  ],
  [
    '10:00 kenji AuthorizeOAuth2Access ok',
    {},
    `kenji allowed “aws login” in the browser, from ${IP}.`,
    `kenji がブラウザーで「aws login」を許可しました（${IP}）。`,
  ],
  [
    '10:00 kenji CreateOAuth2Token ok using aws-cli/2.32.7',
    {},
    `A token for kenji was given to aws-cli 2.32.7, from ${IP}.`,
    `aws-cli 2.32.7 に kenji のトークンが渡されました（${IP}）。`,
  ],
  [
    '10:00 kenji CreateOAuth2Token failed',
    {},
    `kenji called CreateOAuth2Token on signin.amazonaws.com in 111122223333 from ${IP}: Failed (AccessDenied).`,
    `kenji が ${IP} から 111122223333 の signin.amazonaws.com で CreateOAuth2Token を呼びました：失敗（AccessDenied）`,
  ],
  [
    '10:00 portal:mika Authenticate',
    {},
    `mika opened the access portal from ${IP}.`,
    `mika が ${IP} からポータルを開きました。`,
  ],
  [
    '10:00 portal:mika Federate',
    { roleName: 'Viewer' },
    `mika chose role Viewer in the access portal from ${IP}.`,
    `mika が ${IP} からポータルでロール Viewer を選びました。`,
  ],
  [
    '10:00 portal:mika Federate',
    {},
    `mika chose a role in the access portal from ${IP}.`,
    `mika が ${IP} からポータルでロールを選びました。`,
  ],
  [
    '10:00 portal:mika GetRoleCredentials',
    { roleName: 'Viewer' },
    `mika took short-term keys for Viewer from ${IP}.`,
    `mika が ${IP} から Viewer の短期キーを取得しました。`,
  ],
  [
    '10:00 portal:mika CreateToken',
    {},
    `mika got a portal token from ${IP}.`,
    `mika が ${IP} からポータルのトークンを取得しました。`,
  ],
  [
    '10:00 portal:mika Logout',
    {},
    `mika signed out of the access portal from ${IP}.`,
    `mika がポータルからサインアウトしました（${IP}）。`,
  ],
  [
    '10:00 bob sts:AssumeRole',
    { roleName: 'Audit', mfa: 'used' },
    `bob took role Audit in 111122223333 from ${IP} with MFA.`,
    `bob が ${IP} から 111122223333 のロール Audit を MFA を使って引き受けました。`,
  ],
  [
    '10:00 bob sts:AssumeRole failed code AccessDenied',
    { roleName: 'Audit', failureReason: 'AccessDenied' },
    'bob was refused role Audit: AccessDenied.',
    'bob によるロール Audit の引き受けは AccessDenied により拒否されました。',
  ],
  ['10:00 root iam:EnableMFADevice', {}, 'root added an MFA device.', 'root が MFA デバイスを追加しました。'],
  [
    '10:00 bob iam:DeactivateMFADevice',
    {},
    'bob removed an MFA device.',
    'bob が MFA デバイスを削除しました。',
  ],
  [
    '10:00 bob iam:UpdateLoginProfile',
    {},
    'bob changed a console password.',
    'bob がコンソールのパスワードを変更しました。',
  ],
  [
    '10:00 bob ec2:RunInstances',
    {},
    `bob called RunInstances on ec2.amazonaws.com in 111122223333 from ${IP}: Success.`,
    `bob が ${IP} から 111122223333 の ec2.amazonaws.com で RunInstances を呼びました：成功`,
  ],
]

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
