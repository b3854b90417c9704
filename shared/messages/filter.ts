import type { FacetName } from '../domain/filter.ts'
import { type Catalogue, catalogue } from './catalogue.ts'

interface FilterTexts {
  readonly rail: string
  readonly facets: Readonly<Record<FacetName, string>>
  readonly federatedHint: string
  readonly notStated: string
  readonly hidden: string
  readonly more: (count: string) => string
  readonly fewer: string
  readonly findValue: (facet: string) => string
  readonly noValue: string
  readonly moreValuesToShow: (count: string) => string
  readonly exclude: (value: string) => string
  readonly excluded: string
  readonly not: string
  readonly untagged: string
  readonly fold: string
  readonly unfold: string
  readonly moreTokens: (count: number) => string
  readonly countsFailed: string
  readonly tryAgain: string
  readonly clearSearch: string
  readonly clear: string
  readonly or: string
  readonly tokens: Readonly<Record<FacetName, string>>
  readonly tokenPeriod: string
  readonly moreValues: (count: number) => string
  readonly remove: (token: string) => string
  /** Around the count of shown rows, which is set strong: before it, after it. */
  readonly countBefore: (total: string) => string
  readonly countAfter: (total: string) => string
  readonly resize: string
  readonly onlyCounts: (count: string) => string
}

export const filterTexts: Catalogue<FilterTexts> = catalogue({
  en: {
    rail: 'Filters',
    facets: {
      outcome: 'Outcome',
      mfa: 'MFA',
      event: 'Event',
      user: 'Principal',
      ip: 'Source IP',
      country: 'Country',
      network: 'Network',
      account: 'Account',
      region: 'Region',
      browser: 'Browser',
      system: 'Operating system',
      agent: 'User agent',
      tag: 'Tag',
    },
    federatedHint: 'federated',
    notStated: 'not stated',
    hidden: 'hidden by AWS',
    more: (count) => `${count} more`,
    fewer: 'Show fewer',
    findValue: (facet) => `Find a value: ${facet}`,
    noValue: 'No value has this text.',
    moreValuesToShow: (count) => `${count} more values`,
    exclude: (value) => `Exclude ${value}`,
    excluded: 'excluded',
    not: 'not',
    untagged: 'without a tag',
    fold: 'Hide the filters',
    unfold: 'Show the filters',
    moreTokens: (count) => `${count} more`,
    countsFailed: 'The counts could not be read.',
    tryAgain: 'Try again',
    clearSearch: 'Clear the search text',
    clear: 'Clear filter',
    or: 'or',
    tokens: {
      outcome: 'outcome',
      mfa: 'MFA',
      event: 'event',
      user: 'principal',
      ip: 'address',
      country: 'country',
      network: 'network',
      account: 'account',
      region: 'region',
      browser: 'browser',
      system: 'system',
      agent: 'user agent',
      tag: 'tag',
    },
    tokenPeriod: 'when',
    moreValues: (count) => `${count} more`,
    remove: (token) => `Remove ${token}`,
    countBefore: (_total) => '',
    countAfter: (total) => ` of ${total} sign-in events`,
    resize: 'Width of the filters',
    onlyCounts: (count) => `${count} events`,
  },
  ja: {
    rail: '絞り込み',
    facets: {
      outcome: '結果',
      mfa: 'MFA',
      event: 'イベント',
      user: '利用者',
      ip: '送信元 IP',
      country: '国',
      network: 'ネットワーク',
      account: 'アカウント',
      region: 'リージョン',
      browser: 'ブラウザー',
      system: 'OS',
      agent: 'ユーザーエージェント',
      tag: 'タグ',
    },
    federatedHint: '連携',
    notStated: '記載なし',
    hidden: '非表示（AWS）',
    more: (count) => `ほか ${count} 件`,
    fewer: '一部だけ表示',
    findValue: (facet) => `値を探す：${facet}`,
    noValue: 'この文字を含む値はありません。',
    moreValuesToShow: (count) => `ほか ${count} 件の値`,
    exclude: (value) => `${value} を除外`,
    excluded: '除外',
    not: '除外',
    untagged: 'タグなし',
    fold: '絞り込み欄を隠す',
    unfold: '絞り込み欄を表示',
    moreTokens: (count) => `ほか ${count} 件`,
    countsFailed: '件数を読み込めませんでした。',
    tryAgain: '再試行',
    clearSearch: '検索語を消去',
    clear: '絞り込みを解除',
    or: 'または',
    tokens: {
      outcome: '結果',
      mfa: 'MFA',
      event: 'イベント',
      user: '利用者',
      ip: 'アドレス',
      country: '国',
      network: 'ネットワーク',
      account: 'アカウント',
      region: 'リージョン',
      browser: 'ブラウザー',
      system: 'OS',
      agent: 'ユーザーエージェント',
      tag: 'タグ',
    },
    tokenPeriod: '期間',
    moreValues: (count) => `ほか ${count} 件`,
    remove: (token) => `${token} を外す`,
    countBefore: (total) => `サインイン ${total} 件中 `,
    countAfter: (_total) => ' 件',
    resize: '絞り込み欄の幅',
    onlyCounts: (count) => `${count} 件`,
  },
})
