import { type Catalogue, catalogue } from './catalogue.ts'
import type { RuleWords } from './rule-words-shape.ts'

type Ids =
  | 'no-mfa'
  | 'no-mfa-after-mfa'
  | 'mfa-failed'
  | 'mfa-flood'
  | 'mfa-abandoned'
  | 'mfa-abandoned-elsewhere'

export const secondFactorRuleWords: Catalogue<Record<Ids, RuleWords>> = catalogue<Record<Ids, RuleWords>>({
  en: {
    'no-mfa': {
      title: 'IAM user signed in without MFA',
      looks: 'A successful console sign-in of an IAM user whose record says that MFA was not used.',
      reason: 'The password alone was enough. Whoever has it gets in.',
      harmless: 'Users for whom MFA is not required. That is a weakness, not an attack.',
      blind: 'Federated sign-ins never match: the identity provider asks for MFA and AWS cannot see it.',
    },
    'no-mfa-after-mfa': {
      title: 'Signed in without MFA after using MFA before',
      looks:
        'A successful console sign-in of an IAM user without MFA, after earlier ones of the same user with MFA. One finding until 7 days are quiet.',
      reason: 'The device was taken from the user, or the password is used where no device is asked for.',
      harmless: 'A lost phone that the help desk has removed.',
      blind: 'The removal of the device is a record of another service and is not in the case.',
    },
    'mfa-failed': {
      title: 'MFA may have failed',
      looks:
        '2 or more failures of one user within 15 minutes whose record says that MFA was used, over the whole case.',
      reason:
        'Some read this as “the password was right, the second factor was not”. AWS documents no such meaning, so it is a hint.',
      harmless: 'A mistyped code.',
    },
    'mfa-flood': {
      title: 'Many failures at the MFA step of one user',
      looks: 'More than 10 failures of one user within 5 minutes whose record says that MFA was used.',
      reason:
        'Codes may be tried in a row. That the password was right is how others read it; AWS does not say so.',
      harmless: 'A device whose clock is wrong.',
    },
    'mfa-abandoned': {
      title: 'MFA step passed, no sign-in after it',
      looks: 'CheckMfa without a ConsoleLogin of the same user within 10 minutes, over the whole case.',
      reason: 'The password was right and the sign-in ended at the second factor.',
      harmless: 'Somebody was called away. A record of another region that is not in the case.',
    },
    'mfa-abandoned-elsewhere': {
      title: 'MFA step given up at a new address',
      looks:
        'CheckMfa without a ConsoleLogin of the same user within 10 minutes, from an address from which that user never signed in before.',
      reason: 'Somebody has the password, is in a new place, and could not give the second factor.',
      harmless: 'The owner on a journey, without the phone at hand.',
      blind: 'A ConsoleLogin in a region that is not in the case would be missed.',
    },
  },
  ja: {
    'no-mfa': {
      title: 'IAM ユーザーの MFA なしのサインイン',
      looks: '成功したコンソールのサインインのうち、MFA 不使用と記録された IAM ユーザーのもの。',
      reason: 'パスワードだけでサインインできています。パスワードを知る人は誰でも入れます。',
      harmless: 'MFA が必須でないユーザー。これは弱点であり、攻撃とは限りません。',
      blind:
        'フェデレーションのサインインは対象になりません。MFA は ID プロバイダーが確認し、AWS からは見えません。',
    },
    'no-mfa-after-mfa': {
      title: '以前は MFA を使ったユーザーの、MFA なしのサインイン',
      looks:
        '以前に MFA を使った IAM ユーザーの、MFA なしの成功したサインイン。7 日間なければ別の検出事項になります。',
      reason: 'デバイスが外されたか、デバイスを求められない場所でパスワードが使われています。',
      harmless: '紛失した電話を管理者が外した場合。',
      blind: 'デバイスの削除は別のサービスの記録であり、案件に含まれません。',
    },
    'mfa-failed': {
      title: 'MFA での失敗の可能性',
      looks: 'MFA を使ったと記録された失敗が、1 人のユーザーで 15 分以内に 2 件以上。案件全体でまとめます。',
      reason:
        '「パスワードは正しく、第 2 要素が誤り」と読まれることがあります。AWS の文書にその定めはないため、参考とします。',
      harmless: 'コードの打ち間違い。',
    },
    'mfa-flood': {
      title: '1 人のユーザーの MFA での多数の失敗',
      looks: 'MFA を使ったと記録された失敗が、1 人のユーザーで 5 分以内に 10 件を超える場合。',
      reason:
        'コードが次々に試された可能性があります。パスワードが正しかったとする読み方は AWS のものではありません。',
      harmless: '時計のずれたデバイス。',
    },
    'mfa-abandoned': {
      title: 'MFA の確認の後にサインインがない記録',
      looks: 'CheckMfa の後、10 分以内に同じユーザーの ConsoleLogin がないもの。案件全体でまとめます。',
      reason: 'パスワードは正しく、サインインは第 2 要素で終わっています。',
      harmless: '途中で席を外した場合。案件にない別のリージョンの記録。',
    },
    'mfa-abandoned-elsewhere': {
      title: '新しいアドレスでの MFA の中断',
      looks:
        'CheckMfa の後、10 分以内に同じユーザーの ConsoleLogin がなく、アドレスがそのユーザーの成功したサインインにないもの。',
      reason: 'パスワードを知る人が新しい場所から試し、第 2 要素を示せませんでした。',
      harmless: '本人が外出先で、電話が手元になかった場合。',
      blind: '案件にないリージョンの ConsoleLogin は見つけられません。',
    },
  },
})
