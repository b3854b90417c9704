import type { MfaState, Outcome, PrincipalKind } from '../domain/sign-in.ts'
import type { SourceStatus } from '../domain/source.ts'
import type { Language } from '../domain/units.ts'

/** The field's words, the same in window, report and command line (design.md, section 6). */
export const outcomeWords: Record<Language, Record<Outcome, string>> = {
  en: { success: 'Success', failure: 'Failed', 'not-stated': 'Not stated' },
  ja: { success: '成功', failure: '失敗', 'not-stated': '記載なし' },
}

export const mfaWords: Record<Language, Record<MfaState, string>> = {
  en: { used: 'Used', 'not-used': 'Not used', 'not-visible': 'Not visible', 'not-stated': 'Not stated' },
  ja: { used: '使用', 'not-used': '不使用', 'not-visible': '確認不可', 'not-stated': '記載なし' },
}

/** What a principal of that kind is called; for `hidden` and `not-stated` also shown in place of the name. */
export const principalKindWords: Record<Language, Record<PrincipalKind, string>> = {
  en: {
    'iam-user': 'IAM user',
    root: 'root',
    role: 'role',
    'federated-user': 'federated user',
    'identity-center-user': 'Identity Center user',
    hidden: 'hidden by AWS',
    service: 'AWS service',
    other: 'other identity',
    'not-stated': 'not stated',
  },
  ja: {
    'iam-user': 'IAM ユーザー',
    root: 'root',
    role: 'ロール',
    'federated-user': 'フェデレーションユーザー',
    'identity-center-user': 'Identity Center ユーザー',
    hidden: '非表示（AWS）',
    service: 'AWS サービス',
    other: 'その他の ID',
    'not-stated': '記載なし',
  },
}

export const sourceStatusWords: Record<Language, Record<SourceStatus, string>> = {
  en: { read: 'Read', partial: 'Partly read', skipped: 'Skipped', failed: 'Failed' },
  ja: { read: '読取済み', partial: '一部読取', skipped: '対象外', failed: '読取不可' },
}

/** Short names of the events for the What column; an event without one is shown by its own name. */
export const eventWords: Record<Language, Readonly<Record<string, string>>> = {
  en: {
    ConsoleLogin: 'Console sign-in',
    CheckMfa: 'MFA step',
    SwitchRole: 'Role switch',
    ExitRole: 'Role exit',
    RenewRole: 'Role renewal',
    GetSigninToken: 'Sign-in token',
    PasswordRecoveryRequested: 'Root recovery',
    PasswordRecoveryCompleted: 'Root recovered',
    PasswordUpdated: 'Root password',
    EmailUpdated: 'Root e-mail',
    ExternalIdPDirectoryLogin: 'Outside provider',
    CredentialChallenge: 'Factor asked',
    CredentialVerification: 'Factor checked',
    UserAuthentication: 'Identity Center',
    AuthorizeOAuth2Access: 'CLI consent',
    CreateOAuth2Token: 'CLI token',
    CreateOAuth2TokenWithIAM: 'CLI token (IAM)',
    Authenticate: 'Portal opened',
    Federate: 'Role chosen',
    GetRoleCredentials: 'Role keys',
    CreateToken: 'Portal token',
    CreateTokenWithIAM: 'Portal token (IAM)',
    Logout: 'Portal sign-out',
  },
  ja: {
    ConsoleLogin: 'コンソール',
    CheckMfa: 'MFA 確認',
    SwitchRole: 'ロール切替',
    ExitRole: 'ロール終了',
    RenewRole: 'ロール更新',
    GetSigninToken: 'トークン取得',
    PasswordRecoveryRequested: 'パスワード復旧',
    PasswordRecoveryCompleted: 'パスワード復旧完了',
    PasswordUpdated: 'root パスワード',
    EmailUpdated: 'root メール',
    ExternalIdPDirectoryLogin: '外部プロバイダー',
    CredentialChallenge: '要素の要求',
    CredentialVerification: '要素の確認',
    UserAuthentication: 'Identity Center',
    AuthorizeOAuth2Access: 'CLI の許可',
    CreateOAuth2Token: 'CLI トークン',
    CreateOAuth2TokenWithIAM: 'CLI トークン (IAM)',
    Authenticate: 'ポータル開始',
    Federate: 'ロール選択',
    GetRoleCredentials: 'ロールのキー',
    CreateToken: 'ポータルトークン',
    CreateTokenWithIAM: 'ポータルトークン (IAM)',
    Logout: 'ポータル終了',
  },
}

/** The short name of an event, or the name AWS gives it. */
export function eventWord(language: Language, eventName: string | null): string {
  if (eventName === null) return principalKindWords[language]['not-stated']
  const words = eventWords[language]
  return Object.hasOwn(words, eventName) ? (words[eventName] ?? eventName) : eventName
}
