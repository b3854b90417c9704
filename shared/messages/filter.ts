import { type Catalogue, catalogue } from './catalogue.ts'

interface FilterTexts {
  readonly rail: string
  readonly outcomes: string
  readonly mfa: string
  readonly eventNames: string
  readonly principals: string
  readonly federatedHint: string
  readonly notStated: string
  readonly hidden: string
  readonly more: (count: string) => string
  readonly fewer: string
  readonly search: string
  readonly searchLabel: string
  readonly clearSearch: string
  readonly clear: string
  readonly or: string
  readonly tokenOutcomes: string
  readonly tokenMfa: string
  readonly tokenEventNames: string
  readonly tokenPrincipals: string
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
    outcomes: 'Outcome',
    mfa: 'MFA',
    eventNames: 'Event',
    principals: 'Principal',
    federatedHint: 'federated',
    notStated: 'not stated',
    hidden: 'hidden by AWS',
    more: (count) => `${count} more`,
    fewer: 'Show fewer',
    search: 'Search all text',
    searchLabel: 'Search the text of all records',
    clearSearch: 'Clear the search text',
    clear: 'Clear filter',
    or: 'or',
    tokenOutcomes: 'outcome',
    tokenMfa: 'MFA',
    tokenEventNames: 'event',
    tokenPrincipals: 'principal',
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
    outcomes: '結果',
    mfa: 'MFA',
    eventNames: 'イベント',
    principals: '利用者',
    federatedHint: '連携',
    notStated: '記載なし',
    hidden: '非表示（AWS）',
    more: (count) => `ほか ${count} 件`,
    fewer: '一部だけ表示',
    search: '全文を検索',
    searchLabel: 'すべての記録を全文検索',
    clearSearch: '検索語を消去',
    clear: '絞り込みを解除',
    or: 'または',
    tokenOutcomes: '結果',
    tokenMfa: 'MFA',
    tokenEventNames: 'イベント',
    tokenPrincipals: '利用者',
    tokenPeriod: '期間',
    moreValues: (count) => `ほか ${count} 件`,
    remove: (token) => `${token} を外す`,
    countBefore: (total) => `サインイン ${total} 件中 `,
    countAfter: (_total) => ' 件',
    resize: '絞り込み欄の幅',
    onlyCounts: (count) => `${count} 件`,
  },
})
