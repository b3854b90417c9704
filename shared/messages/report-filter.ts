import type { FacetName } from '../domain/filter.ts'
import { type Catalogue, catalogue } from './catalogue.ts'

interface FilterWords extends Record<FacetName, string> {
  readonly query: string
  readonly queryZone: string
  readonly only: string
  readonly without: string
  readonly untagged: string
}

/** The parts of a filter as the report prints them; `{value}` is data, the query stands as it was typed. */
export const reportFilterWords: Catalogue<FilterWords> = catalogue<FilterWords>({
  en: {
    query: 'Query, as typed: {value}',
    queryZone: 'Times in the query without an offset are those of {value}',
    only: '{facet} is one of: {value}',
    without: '{facet} is none of: {value}',
    outcome: 'Outcome',
    event: 'Event',
    user: 'Principal',
    mfa: 'MFA',
    account: 'Account',
    region: 'Region',
    country: 'Country (approximate)',
    network: 'Network owner',
    browser: 'Browser or tool',
    system: 'System',
    ip: 'Source address',
    agent: 'User agent',
    tag: 'Tag',
    untagged: 'no tag',
  },
  ja: {
    query: '検索式（入力のとおり）：{value}',
    queryZone: '検索式の時刻は、時差の指定がなければ {value} の時刻',
    only: '{facet}：{value}',
    without: '{facet}（次を除く）：{value}',
    outcome: '結果',
    event: 'イベント',
    user: '主体',
    mfa: 'MFA',
    account: 'アカウント',
    region: 'リージョン',
    country: '国（推定）',
    network: 'ネットワークの所有者',
    browser: 'ブラウザーまたはツール',
    system: 'システム',
    ip: '送信元アドレス',
    agent: 'ユーザーエージェント',
    tag: 'タグ',
    untagged: 'タグなし',
  },
})
