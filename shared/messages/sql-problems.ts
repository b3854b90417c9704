import type { SqlEnd, SqlProblem, SqlProblemCode } from '../domain/sql.ts'
import { catalogue } from './catalogue.ts'

type Words = Record<SqlProblemCode, (about: string) => string> & {
  readonly meant: (names: string) => string
  readonly members: (names: string) => string
  readonly write: (call: string) => string
  /** Between names of a list. */
  readonly or: string
}

/** Why a statement cannot be run, one sentence each. */
export const sqlProblemTexts = catalogue<Words>({
  en: {
    empty: () => 'There is no statement yet.',
    'unfinished-text': (sign) => `The text that begins with ${sign} here has no end.`,
    'stray-sign': (sign) => `SQL has no sign ${sign}.`,
    bracket: (sign) => `The bracket ${sign} has no partner, or cannot stand here.`,
    'not-a-question': (word) =>
      word === ''
        ? 'Only SELECT, WITH and VALUES are accepted: evidence is read-only.'
        : `${word} is not accepted. Only SELECT, WITH and VALUES are: evidence is read-only.`,
    'many-statements': () => 'Only one statement at a time; a second one begins here.',
    parameter: (sign) => `${sign} stands for a value that is not given. Write the value itself.`,
    syntax: (near) => `The statement cannot go on with ${near} here.`,
    incomplete: () => 'The statement is not complete.',
    'unknown-column': (name) => `There is no column ${name}.`,
    'unknown-table': (name) => `There is no table ${name} in a case.`,
    'unknown-function': (name) => `There is no function ${name}.`,
    'unknown-member': (name) => `There is no member ${name}.`,
    'text-column': (name) => `${name} is JSON text, in Athena too: it has no members.`,
    'ambiguous-column': (name) => `${name} stands in more than one table. Write the table before it.`,
    arguments: (name) => `${name} takes another number of values.`,
    'not-supported': (what) => `${what} has no counterpart in a case. Write it another way.`,
    value: (facts) => `A value could not be read: ${facts}.`,
    'too-large': () => 'A value or a sort grew too large. Ask for fewer columns or rows.',
    other: (facts) => `SQLite answers: ${facts}.`,
    meant: (names) => `Do you mean ${names}?`,
    members: (names) => `There are ${names}.`,
    write: (call) => `Write ${call}`,
    or: ', ',
  },
  ja: {
    empty: () => 'まだ文がありません。',
    'unfinished-text': (sign) => `ここで ${sign} から始まる文字列が閉じられていません。`,
    'stray-sign': (sign) => `SQL に ${sign} という記号はありません。`,
    bracket: (sign) => `かっこ ${sign} の対がないか、ここには置けません。`,
    'not-a-question': (word) =>
      word === ''
        ? 'SELECT、WITH、VALUES だけを受け付けます。証拠は読み取り専用です。'
        : `${word} は受け付けません。SELECT、WITH、VALUES だけを受け付けます。証拠は読み取り専用です。`,
    'many-statements': () => '一度に実行できる文は 1 つです。ここから 2 つ目の文が始まっています。',
    parameter: (sign) => `${sign} に入る値がありません。値をそのまま書いてください。`,
    syntax: (near) => `ここに ${near} を続けることはできません。`,
    incomplete: () => '文が途中で終わっています。',
    'unknown-column': (name) => `列 ${name} はありません。`,
    'unknown-table': (name) => `案件に表 ${name} はありません。`,
    'unknown-function': (name) => `関数 ${name} はありません。`,
    'unknown-member': (name) => `メンバー ${name} はありません。`,
    'text-column': (name) => `${name} は Athena でも JSON の文字列で、メンバーはありません。`,
    'ambiguous-column': (name) => `${name} は複数の表にあります。前に表の名前を書いてください。`,
    arguments: (name) => `${name} に渡す値の数が合いません。`,
    'not-supported': (what) => `${what} に当たるものが案件にはありません。別の書き方をしてください。`,
    value: (facts) => `値を読み取れませんでした：${facts}`,
    'too-large': () => '値または並べ替えが大きくなりすぎました。列か行を減らしてください。',
    other: (facts) => `SQLite の応答：${facts}`,
    meant: (names) => `${names} のことですか。`,
    members: (names) => `あるのは ${names} です。`,
    write: (call) => `次のように書いてください：${call}`,
    or: '、',
  },
})

/** A problem as one or two sentences. */
export function problemText(texts: Words, { code, about, suggestions }: SqlProblem): string {
  const sentence = texts[code](about)
  if (suggestions.length === 0) return sentence
  const names = suggestions.join(texts.or)
  const more =
    code === 'text-column'
      ? texts.write(names)
      : code === 'unknown-member'
        ? texts.members(names)
        : texts.meant(names)
  return `${sentence} ${more}`
}

/** How a query ended that did not come to its end. */
export const sqlEndTexts = catalogue<Record<SqlEnd, string>>({
  en: {
    done: 'Done.',
    'row-limit': 'Stopped at the row limit; there may be more rows.',
    'size-limit': 'Stopped because the rows grew too large to show; there are more rows.',
    'time-limit': 'Stopped at the time limit; there may be more rows.',
    'memory-limit': 'Stopped: the query needed more memory than one may have (1 GB), or its process failed.',
    stopped: 'Stopped on request; there may be more rows.',
    failed: 'The query failed.',
  },
  ja: {
    done: '完了しました。',
    'row-limit': '行数の上限で止めました。続きがある可能性があります。',
    'size-limit': '結果が大きすぎて表示できないため止めました。続きがあります。',
    'time-limit': '時間の上限で止めました。続きがある可能性があります。',
    'memory-limit': '止めました。上限（1 GB）を超えるメモリが必要だったか、処理が異常終了しました。',
    stopped: '中止しました。続きがある可能性があります。',
    failed: '失敗しました。',
  },
})
