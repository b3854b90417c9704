import { type Catalogue, catalogue } from './catalogue.ts'
import type { RuleWords } from './rule-words-shape.ts'

type Ids =
  | 'signin-token'
  | 'ec2-console'
  | 'federated-user-login'
  | 'bypass-saml'
  | 'attack-agent'
  | 'role-switch'
  | 'role-switch-failed'
  | 'role-switch-after-no-mfa'
  | 'oauth-address'

export const sessionRuleWords: Catalogue<Record<Ids, RuleWords>> = catalogue<Record<Ids, RuleWords>>({
  en: {
    'signin-token': {
      title: 'Console token made outside the portal',
      looks: 'A successful GetSigninToken whose agent is not that of the Identity Center portal (Jersey).',
      reason: 'Temporary keys were traded for a console session: a way from stolen keys to the console.',
      harmless: 'A sign-in broker of your own. Its agent and address are always the same.',
      blind: 'An agent is a claim; one that says Jersey is not flagged.',
    },
    'ec2-console': {
      title: 'Role of an EC2 instance in the console',
      looks: 'ConsoleLogin or GetSigninToken of a role session named like an instance (i-…).',
      reason: 'Instances do not open consoles: the keys of the instance are used by somebody.',
      harmless: 'Very rare; somebody named a session like that by hand.',
    },
    'federated-user-login': {
      title: 'Console sign-in of a federated user',
      looks: 'A successful ConsoleLogin of type FederatedUser, made through GetFederationToken.',
      reason: 'An old way of which few have need, and one that makes a console session out of an access key.',
      harmless: 'An old sign-in broker of your own.',
    },
    'bypass-saml': {
      title: 'Signed in past the identity provider',
      looks:
        'Successful console sign-ins without role and without SAML provider, where they are at most 5 % of 20 or more in the account.',
      reason: 'Where everybody comes through the identity provider, a direct sign-in stands out.',
      harmless: 'Break-glass users.',
      blind: 'Where direct sign-ins are common, this rule is silent.',
    },
    'attack-agent': {
      title: 'Agent of an attack tool',
      looks: 'A user agent that names Kali, Parrot, Pentoo, BlackArch, TruffleHog, Pacu or stratus-red-team.',
      reason: 'These are systems and tools made for testing by attack.',
      harmless: 'Your own testers. Ask for their addresses and dates.',
      blind: 'An agent is a claim that anybody can change.',
    },
    'role-switch': {
      title: 'Roles were switched in the console',
      looks: 'Every SwitchRole, over the whole case.',
      reason: 'Shows who moved into which account.',
      harmless: 'Daily work in organisations with several accounts.',
    },
    'role-switch-failed': {
      title: 'Role switch failed',
      looks: 'A SwitchRole whose record says that it failed.',
      reason: 'Somebody tries roles that are not theirs.',
      harmless: 'A role that was renamed, or a mistyped account number.',
      blind: 'Public texts do not show what a failed SwitchRole looks like; none may ever be recorded.',
    },
    'role-switch-after-no-mfa': {
      title: 'Role switched after a sign-in without MFA',
      looks:
        'SwitchRole from an IAM user or root within 12 hours after a console sign-in of theirs without MFA.',
      reason: 'A session that one password opened has moved on to another role or account.',
      harmless: 'Users for whom MFA is not required and who switch roles daily.',
    },
    'oauth-address': {
      title: '`aws login` token went to another address',
      looks:
        'CreateOAuth2Token from another address than the AuthorizeOAuth2Access of the same principal within 15 minutes before; renewed tokens are left out.',
      reason:
        'The consent was given in one place and the token fetched in another: a stolen or passed-on code.',
      harmless: '`aws login --remote`, or a browser behind a proxy that the command line does not use.',
      blind: 'An IPv4 and an IPv6 address cannot be compared and are left out.',
    },
  },
  ja: {
    'signin-token': {
      title: 'ポータル以外でのコンソール用トークンの取得',
      looks: '成功した GetSigninToken のうち、Identity Center のポータル（Jersey）以外によるもの。',
      reason: '一時キーがコンソールのセッションに替えられました。盗まれたキーからコンソールに入る手段です。',
      harmless: '自社のサインイン用の仲介プログラム。ユーザーエージェントとアドレスは常に同じです。',
      blind: 'ユーザーエージェントは自己申告です。Jersey を名乗るものは対象になりません。',
    },
    'ec2-console': {
      title: 'EC2 インスタンスのロールによるコンソールの使用',
      looks: 'セッション名がインスタンス（i-…）の ConsoleLogin または GetSigninToken。',
      reason: 'インスタンスはコンソールを開きません。インスタンスのキーを誰かが使っています。',
      harmless: 'ごくまれに、手作業でそのようなセッション名を付けた場合。',
    },
    'federated-user-login': {
      title: 'フェデレーションユーザーのコンソールのサインイン',
      looks: 'GetFederationToken による、種別 FederatedUser の成功した ConsoleLogin。',
      reason: '必要とする人の少ない古い手段で、アクセスキーからコンソールのセッションを作れます。',
      harmless: '自社の古いサインイン用の仲介プログラム。',
    },
    'bypass-saml': {
      title: 'ID プロバイダーを通らないサインイン',
      looks:
        'ロールも SAML プロバイダーもない成功したサインインで、アカウントの 20 件以上のうち 5 % 以下のもの。',
      reason: '全員が ID プロバイダーを通る環境では、直接のサインインは目立ちます。',
      harmless: '緊急用のユーザー。',
      blind: '直接のサインインが多い環境では、このルールは働きません。',
    },
    'attack-agent': {
      title: '攻撃用ツールのユーザーエージェント',
      looks:
        'Kali、Parrot、Pentoo、BlackArch、TruffleHog、Pacu、stratus-red-team を名乗るユーザーエージェント。',
      reason: '攻撃による検査のためのシステムとツールです。',
      harmless: '自社の検査担当者。アドレスと日付を確認してください。',
      blind: 'ユーザーエージェントは自己申告であり、誰でも変えられます。',
    },
    'role-switch': {
      title: 'コンソールでのロールの切り替え',
      looks: '案件全体の SwitchRole すべて。',
      reason: '誰がどのアカウントに移ったかを示します。',
      harmless: '複数のアカウントを使う組織の日常の作業。',
    },
    'role-switch-failed': {
      title: 'ロールの切り替えの失敗',
      looks: '失敗と記録された SwitchRole。',
      reason: '権限のないロールが試されています。',
      harmless: '名前の変わったロール、アカウント番号の打ち間違い。',
      blind: '失敗した SwitchRole の形は公開資料になく、記録されない可能性があります。',
    },
    'role-switch-after-no-mfa': {
      title: 'MFA なしのサインインの後のロールの切り替え',
      looks: 'IAM ユーザーまたは root の MFA なしのサインインから 12 時間以内の、同じ利用者の SwitchRole。',
      reason: 'パスワードだけで開いたセッションが、別のロールやアカウントに移りました。',
      harmless: 'MFA が必須でなく、日常的にロールを切り替えるユーザー。',
    },
    'oauth-address': {
      title: '`aws login` のトークンの別アドレスでの取得',
      looks:
        '15 分以内の AuthorizeOAuth2Access と異なるアドレスからの、同じ利用者の CreateOAuth2Token。更新は除きます。',
      reason:
        '許可とトークンの取得が別の場所で行われました。盗まれた、または渡されたコードの可能性があります。',
      harmless: '`aws login --remote`、またはコマンドラインが使わないプロキシを通るブラウザー。',
      blind: 'IPv4 と IPv6 のアドレスは比較できないため、除いています。',
    },
  },
})
