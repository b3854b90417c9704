import type { ATHENA_NOTICES, AthenaRefusal } from '../domain/query.ts'
import type { Language } from '../domain/units.ts'
import { catalogue } from './catalogue.ts'

const refusals = catalogue<Record<AthenaRefusal['code'], (field: string, text: string) => string>>({
  en: {
    'only-in-case': (field, text) =>
      `“${shown(field, text)}” is known only in this case: notes, tags, marks, findings, files and what is known of an address are not in the logs.`,
    'no-such-column': (field, text) =>
      `“${shown(field, text)}” is worked out by Trailcase; the table in Athena has no such column.`,
    'bad-table-name': (_field, text) => `“${text}” is no name of a table. Write table or database.table.`,
  },
  ja: {
    'only-in-case': (field, text) =>
      `「${shown(field, text)}」はこの案件にしかない情報です。メモ、タグ、印、検出結果、ファイル、アドレスの情報はログにはありません。`,
    'no-such-column': (field, text) =>
      `「${shown(field, text)}」は Trailcase が求めた値で、Athena の表に対応する列がありません。`,
    'bad-table-name': (_field, text) =>
      `「${text}」は表の名前ではありません。table または database.table の形で入力してください。`,
  },
})

const notices = catalogue<Record<(typeof ATHENA_NOTICES)[number], string>>({
  en: {
    'outcome-by-fields':
      'The outcome is worked out from the columns by the same rules; results may differ in rare forms.',
    'mfa-by-fields':
      'MFA is worked out from the columns by the same rules; results may differ in rare forms.',
    'user-by-fields': 'Names are read from userIdentity by the main rules; results may differ in rare forms.',
    'text-by-columns': 'Text is searched in the columns of the table, not in the record as it stands.',
  },
  ja: {
    'outcome-by-fields': '結果は同じ規則で各列から求めます。まれな形式では異なることがあります。',
    'mfa-by-fields': 'MFA は同じ規則で各列から求めます。まれな形式では異なることがあります。',
    'user-by-fields':
      '名前は主な規則により userIdentity から読み取ります。まれな形式では異なることがあります。',
    'text-by-columns': '文字列は記録の全文ではなく、表の各列から検索します。',
  },
})

function shown(field: string, text: string): string {
  return text === '' ? field : `${field}:${text}`
}

/** Why a condition cannot be copied as Athena SQL. */
export function athenaRefusalWords(language: Language, { code, field, text }: AthenaRefusal): string {
  return refusals[language][code](field, text)
}

/** What to know before the result is compared with the case. */
export function athenaNoticeWords(language: Language, notice: (typeof ATHENA_NOTICES)[number]): string {
  return notices[language][notice]
}

/** The dialog that shows a filter as SQL. */
export const athenaTexts = catalogue({
  en: {
    open: 'Copy as Athena SQL…',
    title: 'This search as Athena SQL',
    lead: 'For logs that are too big for any laptop: run it where the logs are. The result CSV can be imported here.',
    table: 'Table',
    refused: 'This search cannot be asked there:',
    copy: 'Copy SQL',
    copied: 'SQL copied.',
    close: 'Close',
  },
  ja: {
    open: 'Athena の SQL としてコピー…',
    title: 'この検索の Athena SQL',
    lead: 'このコンピューターに収まらない量のログに使います。ログのある場所で実行してください。結果の CSV はこの案件に取り込めます。',
    table: '表',
    refused: 'この検索は Athena では実行できません：',
    copy: 'SQL をコピー',
    copied: 'SQL をコピーしました。',
    close: '閉じる',
  },
})
