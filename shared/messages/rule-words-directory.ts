import { type Catalogue, catalogue } from './catalogue.ts'
import type { RuleWords } from './rule-words-shape.ts'

type Ids = 'idp-failures' | 'idc-unfinished' | 'idc-unfinished-elsewhere' | 'policy-denied'

export const directoryRuleWords: Catalogue<Record<Ids, RuleWords>> = catalogue<Record<Ids, RuleWords>>({
  en: {
    'idp-failures': {
      title: 'Many failures through the outside identity provider',
      looks: '5 or more ExternalIdPDirectoryLogin that did not end well, in one account within 10 minutes.',
      reason: 'Forged or replayed assertions look like this, and so does a provider that is misconfigured.',
      harmless: 'A certificate of the provider that has expired.',
    },
    'idc-unfinished': {
      title: 'Identity Center sign-ins that were not finished',
      looks:
        'A sign-in of Identity Center that asked for a factor and has no UserAuthentication within 15 minutes, over the whole case.',
      reason: 'Identity Center writes no record of a failed sign-in as a whole; this is how failures show.',
      harmless: 'A mistyped password, a closed tab.',
    },
    'idc-unfinished-elsewhere': {
      title: 'Identity Center sign-in given up at a new address',
      looks:
        'The same, from an address from which that user never finished a sign-in before. Grouped until a day is quiet.',
      reason: 'Somebody in a new place knows the name and could not finish.',
      harmless: 'The owner on a journey who gave up.',
    },
    'policy-denied': {
      title: 'Denied by policy after right credentials',
      looks:
        'A sign-in that a resource-based policy or a resource control policy denied, of a principal that the record names in full.',
      reason: 'The password was right; only the network rule kept the door shut.',
      harmless: 'The owner outside the allowed network.',
      blind: 'Denials before the password was checked name no principal and are left out.',
    },
  },
  ja: {
    'idp-failures': {
      title: '外部 ID プロバイダー経由の多数の失敗',
      looks: '1 つのアカウントで 10 分以内に、正常に終わらなかった ExternalIdPDirectoryLogin が 5 件以上。',
      reason: '偽造や再送されたアサーションの可能性があります。プロバイダーの設定の誤りでも起こります。',
      harmless: 'プロバイダーの証明書の期限切れ。',
    },
    'idc-unfinished': {
      title: '完了しなかった Identity Center のサインイン',
      looks:
        '要素を求めた後、15 分以内に UserAuthentication がない Identity Center のサインイン。案件全体でまとめます。',
      reason: 'Identity Center は、サインイン全体の失敗を記録しません。失敗はこのような形で現れます。',
      harmless: 'パスワードの打ち間違い、閉じたタブ。',
    },
    'idc-unfinished-elsewhere': {
      title: '新しいアドレスでの Identity Center のサインインの中断',
      looks:
        '同じ条件で、そのユーザーが完了したことのないアドレスからのもの。1 日途切れるまでを 1 件とします。',
      reason: '新しい場所にいて名前を知る人が、完了できませんでした。',
      harmless: '本人が外出先で中断した場合。',
    },
    'policy-denied': {
      title: '正しい資格情報の後のポリシーによる拒否',
      looks:
        'リソースベースのポリシーまたはリソースコントロールポリシーが拒否したサインインで、利用者が完全に記録されたもの。',
      reason: 'パスワードは正しく、ネットワークの制限だけが防ぎました。',
      harmless: '本人が許可されたネットワークの外にいた場合。',
      blind: 'パスワードの確認前の拒否には利用者の記録がないため、除いています。',
    },
  },
})
