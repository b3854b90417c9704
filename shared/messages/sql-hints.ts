import type { SqlHint, SqlNotice } from '../domain/sql.ts'
import { catalogue } from './catalogue.ts'

interface HintWords {
  readonly hints: Record<SqlHint['code'], (count: string, parts: string) => string>
  readonly notices: Record<SqlNotice, string>
  readonly part: (value: string, count: string) => string
  readonly noValue: string
  readonly comma: string
}

/** What common filters leave out, and what the rewriting changed. Counts are over the sign-in records of the case. */
export const sqlHintTexts = catalogue<HintWords>({
  en: {
    hints: {
      'event-type': (count, parts) =>
        `Sign-in records of the case that this eventtype leaves out: ${count} (${parts}). Identity Center writes AwsServiceEvent, console tokens (GetSigninToken) and “aws login” write AwsApiCall, records before version 1.02 write none.`,
      'console-login-only': (count, parts) =>
        `ConsoleLogin is one of several sign-in events. Sign-in records of the case with another eventname: ${count} (${parts}).`,
      'failed-authentication': (count, parts) =>
        `Failed sign-ins of the case that say something else: ${count} (${parts}). Unknown names, denials by policy and Identity Center have other words.`,
      'mfa-used-no': (count) =>
        `Federated console sign-ins of the case: ${count}. They say MFAUsed “No” whatever the identity provider asked; mfa_state tells them apart as not-visible.`,
      'other-service': (_, parts) =>
        `No sign-in record of the case has ${parts}. A case stores sign-in records only; records of other events are counted when files are read, not stored.`,
    },
    notices: {
      'table-name': 'The table was taken for cloudtrail_logs of this case.',
      approximate: 'approx_distinct is counted exactly here.',
      'zone-text': 'Times in a zone are text with an offset; do not compare them with times in UTC.',
      dialect: 'The statement was rewritten for SQLite.',
    },
    part: (value, count) => `${value} ${count}`,
    noValue: '(none)',
    comma: ', ',
  },
  ja: {
    hints: {
      'event-type': (count, parts) =>
        `この条件では、案件のサインイン記録のうち ${count} 件が eventtype により外れます（${parts}）。Identity Center は AwsServiceEvent、コンソール用トークン（GetSigninToken）と aws login は AwsApiCall で、1.02 より前の記録には値がありません。`,
      'console-login-only': (count, parts) =>
        `ConsoleLogin はサインインイベントの 1 つにすぎません。案件のサインイン記録のうち ${count} 件は別の eventname です（${parts}）。`,
      'failed-authentication': (count, parts) =>
        `案件の失敗したサインインのうち ${count} 件は別の文言です（${parts}）。存在しない名前、ポリシーによる拒否、Identity Center は文言が異なります。`,
      'mfa-used-no': (count) =>
        `案件のコンソールサインインのうち ${count} 件はフェデレーションです。ID プロバイダーが MFA を求めても MFAUsed は “No” になります。mfa_state では not-visible として区別できます。`,
      'other-service': (_, parts) =>
        `${parts} を持つサインイン記録は案件にありません。案件が保存するのはサインイン記録だけで、ほかのイベントの記録は読み取り時に数えるだけです。`,
    },
    notices: {
      'table-name': '表の名前は、この案件の cloudtrail_logs として読みました。',
      approximate: 'approx_distinct は、ここでは正確に数えます。',
      'zone-text': '時間帯を変えた時刻はオフセット付きの文字列です。UTC の時刻とは比較しないでください。',
      dialect: '文を SQLite 用に書き換えました。',
    },
    part: (value, count) => `${value} ${count} 件`,
    noValue: '（値なし）',
    comma: '、',
  },
})

/** A hint as a sentence; `numberText` writes counts in the user's way. */
export function hintText(texts: HintWords, hint: SqlHint, numberText: (count: number) => string): string {
  const shown = hint.parts.map(({ value, count }) => {
    const name = value === '' ? texts.noValue : value
    return hint.code === 'other-service' ? name : texts.part(name, numberText(count))
  })
  const counted = hint.parts.reduce((sum, { count }) => sum + count, 0)
  const parts = [...shown, ...(counted < hint.count ? ['…'] : [])].join(texts.comma)
  return texts.hints[hint.code](numberText(hint.count), parts)
}
