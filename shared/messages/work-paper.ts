import type { Language } from '../domain/units.ts'
import type { ApartReason, PaperReason, PaperTest, SampleResult } from '../domain/work-paper.ts'

/** The tests of the work paper, in window, print and command line. */
export const paperTestWords: Record<Language, Record<PaperTest, string>> = {
  en: {
    root: 'Root use',
    'no-mfa': 'Sign-ins without MFA',
    'outside-networks': 'Outside trusted networks',
    'outside-hours': 'Outside office hours',
    dormant: 'Dormant accounts',
    'failure-bursts': 'Failure bursts',
    'role-switches': 'Role switches',
  },
  ja: {
    root: 'root の使用',
    'no-mfa': 'MFA なしのサインイン',
    'outside-networks': '信頼するネットワーク以外',
    'outside-hours': '業務時間外',
    dormant: '休眠アカウントの使用',
    'failure-bursts': '連続した失敗',
    'role-switches': 'ロールの切り替え',
  },
}

/** What makes a record an exception; the places are filled with the settings. */
export const paperCriterionWords: Record<Language, Record<PaperTest, string>> = {
  en: {
    root: 'A record whose principal is root and that does not state a failure. Every such use should have a reason on file. A password recovery can be requested by others than the owner; it is listed too.',
    'no-mfa':
      'A success whose record states that MFA was not used. A federated sign-in is never an exception here: its identity provider asks for the second factor, and AWS cannot see it.',
    'outside-networks': 'A success from an IP address that lies in none of the trusted networks of the case.',
    'outside-hours':
      'A success at a time that is not within {hours} by the clock of {zone}, daylight saving included.',
    dormant:
      'A success of a principal (kind, name and account together) who had no other success in the {days} days before. Where the records of the case begin later than that, a first success tells nothing and is counted apart.',
    'failure-bursts':
      'At least {atLeast} failures from one IP address, each at most {gap} {gap|minute|minutes} after the one before. Each burst is one exception.',
    'role-switches':
      'A switch to a role in the console that did not fail. Each is listed, to be compared with what was approved. Roles taken on outside the console (AssumeRole) are no sign-in records and were not tested.',
  },
  ja: {
    root: '主体が root で、失敗と記載されていない記録。使用のたびに理由が残っているべきものです。パスワードの復旧は所有者以外も要求できますが、これも記載します。',
    'no-mfa':
      '成功し、MFA を使わなかったと記載されている記録。フェデレーションのサインインは例外に含めません。第 2 要素は ID プロバイダーが求めるもので、AWS からは確認できないためです。',
    'outside-networks': '案件で信頼するネットワークのいずれにも含まれない IP アドレスからの成功した記録。',
    'outside-hours': '{zone} の時計（夏時間を含む）で、業務時間（{hours}）の外に成功した記録。',
    dormant:
      '直前の {days} 日間に成功した記録がない主体（種類、名前、アカウントの組）による成功。案件の記録の始まりがそれより遅い場合、最初の成功からは何も判断できないため、別に数えます。',
    'failure-bursts':
      '同じ IP アドレスからの失敗が {atLeast} 件以上、それぞれ直前の失敗から {gap} 分以内に続いたもの。一続きを 1 件の例外とします。',
    'role-switches':
      'コンソールでのロールの切り替えのうち、失敗と記載されていないもの。承認の記録と照合できるよう、すべて記載します。コンソール以外でのロールの引き受け（AssumeRole）はサインイン記録ではなく、手続の対象外です。',
  },
}

/** Why records are counted apart. */
export const apartWords: Record<Language, Record<ApartReason, string>> = {
  en: {
    'mfa-not-visible': 'federated, MFA not visible to AWS',
    'mfa-not-stated': 'MFA not stated',
    'no-address': 'without an IP address (AWS Internal, services)',
    'no-name': 'name hidden or not stated',
    'archive-too-short': 'cannot be told: records begin too late',
    failed: 'failed attempts',
  },
  ja: {
    'mfa-not-visible': 'フェデレーション（MFA は AWS から確認不可）',
    'mfa-not-stated': 'MFA の記載なし',
    'no-address': 'IP アドレスなし（AWS Internal、サービス）',
    'no-name': '名前が非表示または記載なし',
    'archive-too-short': '判断不可（記録の始まりが遅い）',
    failed: '失敗した試行',
  },
}

/** Why a test was not answered. */
export const paperReasonWords: Record<Language, Record<PaperReason, string>> = {
  en: {
    'no-trusted-networks': 'Not answered: no trusted networks are named in the case.',
    'nothing-to-examine': 'Not answered: the period holds no record that this test could examine.',
  },
  ja: {
    'no-trusted-networks': '判定できません。案件に信頼するネットワークの登録がありません。',
    'nothing-to-examine': '判定できません。この手続で調べられる記録が期間内にありません。',
  },
}

/** What was concluded of a sampled record. */
export const sampleResultWords: Record<Language, Record<SampleResult, string>> = {
  en: { 'not-tested': 'Not tested', pass: 'Pass', exception: 'Exception' },
  ja: { 'not-tested': '未実施', pass: '適合', exception: '例外' },
}
