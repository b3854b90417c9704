import type { SignInFacts } from '../domain/sign-in.ts'
import {
  accountOf,
  around,
  isInsideAws,
  type Piece,
  personOf,
  policyKindOf,
  type SentenceFacts,
  strong,
  switcherOf,
} from './sentence-parts.ts'
import type { Change, SentenceTemplates } from './sentence-templates.ts'
import { outcomeWords } from './words.ts'

/** The Japanese sentences. Each part begins with its space, so that a missing part leaves none behind. */
export const sentencesJa: SentenceTemplates = {
  signedIn: (f) => [who(f), ' が', from(f), to(f), mfa(f), 'サインインしました', unseen(f), '。'],
  rootSignedIn: (f) => [
    around('', accountOf(f), ' の '),
    'root ユーザーが',
    from(f),
    mfa(f),
    'サインインしました',
    unseen(f),
    '。',
  ],
  roleSignedIn: (f) => [
    person(f),
    ' が',
    around('ロール ', role(f), ' として'),
    from(f),
    to(f),
    mfa(f),
    'サインインしました',
    unseen(f),
    '。',
  ],
  federatedUserSignedIn: (f) => [
    around('フェデレーションユーザー ', strong(f.principalName)) ?? nobody(f),
    ' が',
    from(f),
    to(f),
    mfa(f),
    'サインインしました',
    unseen(f),
    '。',
  ],
  signInFailed: (f) => [signInOf(f), 'サインインは失敗しました', around('（', failure(f), '）'), '。'],
  hiddenSignInFailed: (f) => [
    lead(f),
    'サインインは失敗しました。存在しない名前のため AWS が非表示にしています。',
  ],
  signInDenied: (f) => [signInOf(f), 'サインインは', policy(f), 'により拒否されました。'],
  mfaStep: (f) => [
    who(f),
    ' が',
    from(f),
    ' MFA の確認',
    around('（', f.mfaDevice, '）'),
    'まで進みました。',
  ],
  roleSwitched: (f) => {
    const switcher = switcherOf(f)
    const by = switcher.name ?? nobody(f)
    return [
      around('', switcher.account, ' の '),
      by,
      ' が',
      from(f),
      owned(f),
      anyRole(f),
      'に切り替えました。',
    ]
  },
  roleLeft: (f) => ['コンソールが', owned(f), anyRole(f), 'を終了しました。'],
  roleRenewed: (f) => ['コンソールが', owned(f), anyRole(f), 'を更新しました。'],
  keysTraded: (f) => [
    around('', strong(f.principalName), ' の'),
    '一時キーが',
    from(f),
    around(' ', f.agentName, ' により'),
    'コンソール用トークンに替えられました。',
  ],
  recoveryRequested: (f) => [rootOf(f), 'パスワード復旧が', from(f), '要求されました。'],
  recoveryCompleted: (f) => [rootOf(f), 'パスワード復旧が', from(f), '完了されました。'],
  rootPasswordChanged: (f) => [rootOf(f), 'パスワードが', from(f), '変更されました。'],
  rootEmailChanged: (f) => [rootOf(f), 'メールアドレスが', from(f), '変更されました。'],
  outsideProviderFailed: (f) => [
    '外部 ID プロバイダー経由の',
    around(' ', personOf(f), ' の'),
    ' Identity Center サインインが失敗しました',
    reason(f) === null ? '。' : `：${reason(f)}`,
  ],
  factorAsked: (f, factors) => [
    'Identity Center が ',
    who(f),
    ` に${factors === null ? '要素' : ` ${factors} `}を求めました`,
    f.outcome === 'failure' ? `：${outcome(f)}` : '。',
  ],
  factorChecked: (f, factors) => [
    'Identity Center が ',
    who(f),
    ` の${factors === null ? '要素' : ` ${factors} `}を確認しました：${outcome(f)}`,
  ],
  identityCenterSignIn: (f, factors) => [
    who(f),
    ' が',
    from(f),
    around(' ', factors, ' で') ?? mfa(f),
    ' Identity Center にサインインしました',
    factors === null ? unseen(f) : null,
    '。',
  ],
  loginAllowed: (f) => [who(f), ' がブラウザーで「aws login」を許可しました', place(f), '。'],
  tokenGiven: (f) => [
    around('', f.agentName, ' に'),
    around(f.agentName === null ? '' : ' ', strong(f.principalName), ' の'),
    'トークンが渡されました',
    place(f),
    '。',
  ],
  portalOpened: (f) => [who(f), ' が', from(f), 'ポータルを開きました。'],
  roleChosen: (f) => [who(f), ' が', from(f), 'ポータルで', anyRole(f), 'を選びました。'],
  roleKeysTaken: (f) => [who(f), ' が', from(f), around(' ', role(f), ' の'), '短期キーを取得しました。'],
  portalTokenTaken: (f) => [who(f), ' が', from(f), 'ポータルのトークンを取得しました。'],
  portalLeft: (f) => [who(f), ' がポータルからサインアウトしました', place(f), '。'],
  roleTaken: (f) => [
    who(f),
    ' が',
    from(f),
    owned(f),
    anyRole(f),
    'を',
    mfa(f),
    '引き受けました',
    unseen(f),
    '。',
  ],
  roleRefused: (f) => [who(f), ' による', anyRole(f), 'の引き受けは', refusal(f), '拒否されました。'],
  mfaDevice: (f, change) => [who(f), ` が MFA デバイスを${changeWords[change]}しました。`],
  consolePassword: (f, change) => [who(f), ` がコンソールのパスワードを${changeWords[change]}しました。`],
  anythingElse: (f) => [
    who(f),
    ' が',
    from(f),
    around(' ', accountOf(f), ' の'),
    around(' ', f.eventSource, ' で'),
    around(' ', strong(f.eventName), ' を') ?? '操作を',
    `呼びました：${outcome(f)}`,
    around('（', reason(f), '）'),
  ],
}

const changeWords: Readonly<Record<Change, string>> = { added: '追加', removed: '削除', changed: '変更' }

function who(f: SignInFacts): Piece {
  return strong(f.principalName) ?? nobody(f)
}

function person(f: SignInFacts): Piece {
  return personOf(f) ?? nobody(f)
}

/** Says why there is no name. A hidden name is never called one person. */
function nobody(f: SignInFacts): string {
  switch (f.principalKind) {
    case 'hidden':
      return 'AWS が非表示にした名前'
    case 'iam-user':
      return '名前の記載がない IAM ユーザー'
    case 'role':
      return '名前の記載がないロール'
    case 'federated-user':
      return '名前の記載がないフェデレーションユーザー'
    case 'identity-center-user':
      return '名前の記載がない Identity Center ユーザー'
    case 'service':
      return 'AWS サービス'
    default:
      return '記載のない ID'
  }
}

function from(f: SentenceFacts): Piece {
  if (f.sourceIp === null) return null
  if (isInsideAws(f.sourceIp)) return ` AWS 内部（${f.sourceIp}）から`
  return [' ', strong(f.sourceIp), around('（', f.place ?? null, '）から') ?? ' から']
}

/** The address in brackets at the end, for sentences that have no verb of coming. */
function place(f: SentenceFacts): Piece {
  if (f.sourceIp === null) return null
  if (isInsideAws(f.sourceIp)) return `（AWS 内部、${f.sourceIp}）`
  return ['（', strong(f.sourceIp), around('、', f.place ?? null), '）']
}

function to(f: SignInFacts): Piece {
  return around(' ', accountOf(f), ' に')
}

function owned(f: SignInFacts): Piece {
  return around(' ', accountOf(f), ' の')
}

function rootOf(f: SignInFacts): Piece {
  return [around('', accountOf(f), ' の '), 'root の']
}

/** "{ip} から {acct} への " before a failed sign-in. */
function lead(f: SentenceFacts): Piece {
  const address: Piece =
    f.sourceIp === null
      ? null
      : isInsideAws(f.sourceIp)
        ? `AWS 内部（${f.sourceIp}）から`
        : [strong(f.sourceIp), around('（', f.place ?? null, '）から') ?? ' から']
  return [address, around(address === null ? '' : ' ', accountOf(f), ' への')]
}

function signInOf(f: SignInFacts): Piece {
  const before = lead(f)
  return [before, around(' ', personOf(f), ' の')]
}

function role(f: SignInFacts): Piece {
  return strong(f.roleName)
}

function anyRole(f: SignInFacts): Piece {
  return around('ロール ', role(f), ' ') ?? 'ロール'
}

/** A clause before the verb; what AWS cannot see follows as its own remark (`unseen`). */
function mfa(f: SignInFacts): Piece {
  if (f.mfa === 'used') return ' MFA を使って'
  if (f.mfa !== 'not-used') return null
  return f.outcome === 'success' ? [' ', { text: 'MFA なしで', tone: 'alarm' }] : ' MFA なしで'
}

function unseen(f: SignInFacts): Piece {
  return f.mfa === 'not-visible' ? '（MFA は AWS から確認できません）' : null
}

function outcome(f: SignInFacts): string {
  return outcomeWords.ja[f.outcome]
}

function reason(f: SignInFacts): string | null {
  return f.failureReason
}

function refusal(f: SignInFacts): Piece {
  return around(' ', reason(f), ' により')
}

/** `Failed authentication` is all that AWS says of a wrong password and of a wrong MFA code alike. */
function failure(f: SignInFacts): string | null {
  return f.failureReason === 'Failed authentication' ? 'パスワードまたは MFA コードの誤り' : reason(f)
}

function policy(f: SignInFacts): string {
  return policyKindOf(f) === 'resource-control' ? 'リソースコントロールポリシー' : 'リソースベースのポリシー'
}
