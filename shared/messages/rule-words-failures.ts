import { type Catalogue, catalogue } from './catalogue.ts'
import type { RuleWords } from './rule-words-shape.ts'

type Ids =
  | 'console-failed'
  | 'failures-few'
  | 'failures-address'
  | 'failures-user'
  | 'failures-unusual'
  | 'spray-account'
  | 'spray-address'
  | 'hidden-burst'
  | 'failures-then-success'
  | 'failures-then-success-address'

export const failureRuleWords: Catalogue<Record<Ids, RuleWords>> = catalogue<Record<Ids, RuleWords>>({
  en: {
    'console-failed': {
      title: 'Console sign-ins failed',
      looks: 'Every console sign-in that failed with “Failed authentication”, over the whole case.',
      reason: 'A wrong password or a wrong MFA code. All of them together show where the pressure was.',
      harmless: 'Typing errors. Every archive has some.',
      blind: 'Tries with a name that does not exist carry another message, and so do denials by policy.',
    },
    'failures-few': {
      title: 'Several failures within minutes',
      looks: '3 or more failed console sign-ins from one address within 5 minutes.',
      reason: 'The smallest run that a published rule takes for guessing.',
      harmless: 'Somebody mistypes a new password. An office behind one address.',
    },
    'failures-address': {
      title: 'Many failures from one address',
      looks: 'More than 20 failed console sign-ins from one address within 5 minutes.',
      reason: 'People do not type that fast: passwords are tried by a program.',
      harmless: 'A large office behind one address. A script with a stored, expired password.',
      blind: 'A guess spread over many addresses stays below the limit.',
    },
    'failures-user': {
      title: 'Many failures of one user',
      looks: 'More than 20 failed console sign-ins under one name within 10 minutes.',
      reason: 'The password of one user is being guessed.',
      harmless: 'A script with a stored, expired password.',
      blind: 'Hidden names are never counted as one user.',
    },
    'failures-unusual': {
      title: 'More failures than usual from one address',
      looks:
        'At least 10 failures in 10 minutes, above the mean plus three standard deviations of the earlier counts of the same address.',
      reason: 'Measured by the address’s own past, so that an office with many typing errors is not flagged.',
      harmless: 'A change of all passwords on one day. A shared address.',
      blind: 'Needs five earlier spans with failures from that address.',
    },
    'spray-account': {
      title: 'Many names failed in one account (password spray)',
      looks: '10 or more different user names fail in one account and region within 60 minutes.',
      reason: 'One password tried on many users stays below the lock of each of them.',
      harmless: 'An outage or a wrong link that hits many people at once.',
      blind: 'Names hidden by AWS are shown as tries and do not count as names.',
    },
    'spray-address': {
      title: 'Many names failed from one address (password spray)',
      looks: '30 or more different user names fail from one address within 10 minutes.',
      reason: 'A list of users is being tried from one place.',
      harmless: 'An office or a VPN behind one address, in an outage.',
      blind: 'Names hidden by AWS are shown as tries and do not count as names.',
    },
    'hidden-burst': {
      title: 'Names that do not exist were tried',
      looks: '5 or more failures with a hidden name from one address within 10 minutes.',
      reason:
        'AWS hides the name only when no such user exists: somebody guesses user names, or has an old list of them.',
      harmless: 'The wrong account number in a bookmark, so that good names meet the wrong account.',
      blind: 'How many different names these were cannot be known.',
    },
    'failures-then-success': {
      title: 'Failures, then success of the same user',
      looks:
        '5 or more failures of one user in a row, then a success of that user, each at most 30 minutes after the one before.',
      reason: 'What guessing looks like when it works.',
      harmless: 'Somebody remembers the new password at last; look at the address and the browser.',
    },
    'failures-then-success-address': {
      title: 'Failures, then success from the same address',
      looks:
        '5 or more failures in a row from one address under 3 or more names, then a success from that address, each at most 30 minutes after the one before.',
      reason: 'A spray that found a password.',
      harmless: 'An outage at an office behind one address.',
      blind: 'A success in between ends the run, whoever it was.',
    },
  },
  ja: {
    'console-failed': {
      title: 'コンソールのサインイン失敗',
      looks: '案件全体で「Failed authentication」により失敗したコンソールのサインインすべてです。',
      reason: 'パスワードまたは MFA コードの誤りです。まとめて見ると、どこに集中したかが分かります。',
      harmless: '入力の誤り。どの記録にもいくつかあります。',
      blind: '存在しない名前での試行と、ポリシーによる拒否は、別のメッセージになります。',
    },
    'failures-few': {
      title: '数分以内の複数の失敗',
      looks: '1 つのアドレスから 5 分以内に 3 件以上のコンソールのサインイン失敗。',
      reason: '公開されているルールが推測とみなす、最小の連続です。',
      harmless: '新しいパスワードの打ち間違い。1 つのアドレスを共有する事業所。',
    },
    'failures-address': {
      title: '1 つのアドレスからの多数の失敗',
      looks: '1 つのアドレスから 5 分以内に 20 件を超えるコンソールのサインイン失敗。',
      reason: '人の入力より速く、プログラムによるパスワードの試行と考えられます。',
      harmless: '1 つのアドレスを共有する大きな事業所。期限切れのパスワードを保存したスクリプト。',
      blind: '多数のアドレスに分散した推測は、基準に達しません。',
    },
    'failures-user': {
      title: '1 人のユーザーの多数の失敗',
      looks: '1 つの名前で 10 分以内に 20 件を超えるコンソールのサインイン失敗。',
      reason: '1 人のユーザーのパスワードが推測されています。',
      harmless: '期限切れのパスワードを保存したスクリプト。',
      blind: '非表示の名前は、1 人のユーザーとして数えません。',
    },
    'failures-unusual': {
      title: '1 つのアドレスからの通常を超える失敗',
      looks: '10 分間に 10 件以上で、同じアドレスの過去の件数の平均に標準偏差の 3 倍を加えた値を超える失敗。',
      reason: 'そのアドレス自身の過去と比べるため、打ち間違いの多い事業所は対象になりません。',
      harmless: '全員のパスワード変更の日。共有のアドレス。',
      blind: 'そのアドレスからの失敗が、過去に 5 区間以上必要です。',
    },
    'spray-account': {
      title: '1 つのアカウントでの多数の名前の失敗（パスワードスプレー）',
      looks: '1 つのアカウントとリージョンで、60 分以内に 10 以上の異なるユーザー名が失敗。',
      reason: '1 つのパスワードを多数のユーザーに試すと、各ユーザーのロックを避けられます。',
      harmless: '障害や誤ったリンクが多くの人に同時に影響した場合。',
      blind: 'AWS が非表示にした名前は試行として示し、名前の数には含めません。',
    },
    'spray-address': {
      title: '1 つのアドレスからの多数の名前の失敗（パスワードスプレー）',
      looks: '1 つのアドレスから、10 分以内に 30 以上の異なるユーザー名が失敗。',
      reason: 'ユーザー名の一覧が 1 か所から試されています。',
      harmless: '障害時の、1 つのアドレスを共有する事業所や VPN。',
      blind: 'AWS が非表示にした名前は試行として示し、名前の数には含めません。',
    },
    'hidden-burst': {
      title: '存在しない名前での試行',
      looks: '1 つのアドレスから 10 分以内に、非表示の名前での失敗が 5 件以上。',
      reason:
        'AWS が名前を非表示にするのは、そのユーザーが存在しない場合だけです。ユーザー名の推測、または古い一覧の使用が考えられます。',
      harmless: 'ブックマークのアカウント番号が誤っていて、正しい名前が別のアカウントに入力された場合。',
      blind: '異なる名前がいくつあったかは分かりません。',
    },
    'failures-then-success': {
      title: '失敗の後の、同じユーザーの成功',
      looks: '1 人のユーザーの失敗が 5 件以上続き、その後に成功。各間隔は 30 分以内です。',
      reason: '推測が成功した場合の形です。',
      harmless: '新しいパスワードを思い出した場合。アドレスとブラウザーを確認してください。',
    },
    'failures-then-success-address': {
      title: '失敗の後の、同じアドレスからの成功',
      looks:
        '1 つのアドレスから 3 以上の名前で失敗が 5 件以上続き、その後に同じアドレスから成功。各間隔は 30 分以内です。',
      reason: 'スプレーでパスワードが見つかった場合の形です。',
      harmless: '1 つのアドレスを共有する事業所での障害。',
      blind: '途中に誰かの成功があると、連続はそこで終わります。',
    },
  },
})
