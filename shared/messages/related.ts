import type { Relation } from '../domain/related.ts'
import { catalogue } from './catalogue.ts'

interface RelatedTexts {
  readonly title: string
  readonly relations: Readonly<Record<Relation, string>>
  readonly failures: (count: string) => string
  readonly failuresMore: (count: string) => string
  readonly thisEvent: string
  readonly none: string
  readonly minutes: string
  readonly within: (minutes: string) => string
  readonly more: (count: string) => string
}

/** The part "Related" of the inspector. */
export const relatedTexts = catalogue<RelatedTexts>({
  en: {
    title: 'Related events',
    relations: {
      attempt: 'Same sign-in attempt',
      workflow: 'Same sign-in workflow',
      session: 'Same session',
      'session-start': 'Same session, by its beginning',
      switch: 'Role switch',
      'failures-before': 'Failures before this success',
      principal: 'Same principal',
      address: 'Same address',
      'access-key': 'Same access key',
    },
    failures: (count) => `Failure run, ${count} ${count === '1' ? 'failure' : 'failures'}`,
    failuresMore: (count) => `Failure run, at least ${count} failures`,
    thisEvent: 'This event',
    none: 'No other sign-in record of this case is known to belong to this one.',
    minutes: 'Minutes around the event',
    within: (minutes) => `± ${minutes} min`,
    more: (count) => `${count} more, not listed here`,
  },
  ja: {
    title: '関連イベント',
    relations: {
      attempt: '同じサインインの試行',
      workflow: '同じサインインの手順',
      session: '同じセッション',
      'session-start': '同じセッション（開始時刻による）',
      switch: 'ロール切替',
      'failures-before': 'この成功の前の失敗',
      principal: '同じ利用者',
      address: '同じアドレス',
      'access-key': '同じアクセスキー',
    },
    failures: (count) => `連続した失敗 ${count} 件`,
    failuresMore: (count) => `連続した失敗 ${count} 件以上`,
    thisEvent: 'このイベント',
    none: 'この案件のサインイン記録に、関連が分かるものはほかにありません。',
    minutes: '前後の時間（分）',
    within: (minutes) => `前後 ${minutes} 分`,
    more: (count) => `ほか ${count} 件`,
  },
})
