import { type Catalogue, catalogue } from './catalogue.ts'
import type { RuleWords } from './rule-words-shape.ts'

type Ids =
  | 'root-no-mfa'
  | 'root-login'
  | 'root-activity'
  | 'root-failed'
  | 'root-failed-repeatedly'
  | 'root-brute-force'
  | 'root-recovery'
  | 'root-password-changed'
  | 'root-email-changed'

const blindEn = 'Until the middle of 2018 CloudTrail did not record failures of root.'
const blindJa = '2018 年の半ばまで、CloudTrail は root の失敗を記録していませんでした。'

export const rootRuleWords: Catalogue<Record<Ids, RuleWords>> = catalogue<Record<Ids, RuleWords>>({
  en: {
    'root-no-mfa': {
      title: 'Root signed in without MFA',
      looks: 'A successful console sign-in of root whose record says that MFA was not used.',
      reason: 'Root may do everything in the account, and a password alone was enough.',
      harmless: 'The first sign-in to a new account, before MFA is set up.',
    },
    'root-login': {
      title: 'Root signed in',
      looks: 'Every successful console sign-in of root.',
      reason: 'Root is for the few tasks that nobody else can do; each use should be known to somebody.',
      harmless: 'Planned work with root. Ask for the ticket.',
    },
    'root-activity': {
      title: 'Root was used for something else',
      looks:
        'Any other sign-in record of root, such as an MFA step, a role switch or `aws login`, that AWS did not make itself.',
      reason: 'Shows what else was done as root around a sign-in.',
      harmless: 'Planned work with root.',
      blind:
        'Only sign-in records are in the case: what root did elsewhere is not. Identity Center failures that print the type Root are not root.',
    },
    'root-failed': {
      title: 'Root sign-in failed',
      looks: 'A failed console sign-in of root, grouped until a day is quiet.',
      reason: 'Anybody who knows the e-mail address can try it.',
      harmless: 'A typing error of the owner.',
      blind: blindEn,
    },
    'root-failed-repeatedly': {
      title: 'Root sign-in failed repeatedly',
      looks: '5 or more failed console sign-ins of root in one account within 15 minutes.',
      reason: 'The password of root is being guessed.',
      harmless: 'The owner tries several old passwords.',
      blind: blindEn,
    },
    'root-brute-force': {
      title: 'Root sign-in failed ten times or more',
      looks:
        '10 or more failed console sign-ins of root in one account, none more than a day after the others.',
      reason: 'Slow guessing of the password of root.',
      harmless: 'An expired automation that signs in as root.',
      blind: blindEn,
    },
    'root-recovery': {
      title: 'Password recovery of root',
      looks: 'PasswordRecoveryRequested or PasswordRecoveryCompleted, also tries that failed.',
      reason: 'Whoever reads the mail of root becomes root.',
      harmless: 'The owner forgot the password.',
    },
    'root-password-changed': {
      title: 'Password of root changed',
      looks: 'A successful PasswordUpdated of root.',
      reason: 'Shuts the owner out, or ends an attack. Who did it decides.',
      harmless: 'A planned change.',
    },
    'root-email-changed': {
      title: 'E-mail address of root changed',
      looks: 'EmailUpdated, unless it failed.',
      reason: 'Moves the recovery of root to another mailbox.',
      harmless: 'The company has a new name or a new mailbox.',
    },
  },
  ja: {
    'root-no-mfa': {
      title: 'root の MFA なしのサインイン',
      looks: '成功したコンソールのサインインのうち、MFA 不使用と記録された root のもの。',
      reason: 'root はアカウントですべての操作ができます。それがパスワードだけで使われました。',
      harmless: 'MFA を設定する前の、新しいアカウントでの最初のサインイン。',
    },
    'root-login': {
      title: 'root のサインイン',
      looks: '成功した root のコンソールのサインインすべて。',
      reason: 'root は、ほかではできない少数の作業のためのものです。使用は誰かが把握しているはずです。',
      harmless: '予定された root の作業。作業の記録を確認してください。',
    },
    'root-activity': {
      title: 'root のその他の使用',
      looks:
        'MFA の確認、ロールの切り替え、`aws login` など、root のその他のサインインの記録で、AWS 自身によらないもの。',
      reason: 'サインインの前後に root で何が行われたかを示します。',
      harmless: '予定された root の作業。',
      blind:
        '案件にあるのはサインインの記録だけで、root のその他の操作は含まれません。種別が Root と記録された Identity Center の失敗は root ではありません。',
    },
    'root-failed': {
      title: 'root のサインイン失敗',
      looks: 'root のコンソールのサインイン失敗。1 日途切れるまでを 1 件とします。',
      reason: 'メールアドレスを知っていれば誰でも試せます。',
      harmless: '所有者の打ち間違い。',
      blind: blindJa,
    },
    'root-failed-repeatedly': {
      title: 'root のサインイン失敗の連続',
      looks: '1 つのアカウントで 15 分以内に root のサインイン失敗が 5 件以上。',
      reason: 'root のパスワードが推測されています。',
      harmless: '所有者が以前のパスワードをいくつか試した場合。',
      blind: blindJa,
    },
    'root-brute-force': {
      title: 'root のサインイン失敗が 10 件以上',
      looks: '1 つのアカウントで、1 日以内の間隔に root のサインイン失敗が 10 件以上。',
      reason: 'root のパスワードの、時間をかけた推測です。',
      harmless: 'root でサインインする期限切れの自動処理。',
      blind: blindJa,
    },
    'root-recovery': {
      title: 'root のパスワード復旧',
      looks: 'PasswordRecoveryRequested または PasswordRecoveryCompleted。失敗した試行も含みます。',
      reason: 'root のメールを読める人は root になれます。',
      harmless: '所有者がパスワードを忘れた場合。',
    },
    'root-password-changed': {
      title: 'root のパスワード変更',
      looks: '成功した root の PasswordUpdated。',
      reason: '所有者を締め出す場合も、攻撃を止める場合もあります。誰が行ったかで決まります。',
      harmless: '予定された変更。',
    },
    'root-email-changed': {
      title: 'root のメールアドレス変更',
      looks: '失敗を除く EmailUpdated。',
      reason: 'root の復旧先が別のメールボックスに移ります。',
      harmless: '会社名やメールボックスの変更。',
    },
  },
})
