import type { QueryNotice, QueryProblem, QueryProblemCode } from '../domain/query.ts'
import type { Language } from '../domain/units.ts'
import { catalogue } from './catalogue.ts'

type Words = Record<QueryProblemCode, (text: string) => string>

const problems = catalogue<Words>({
  en: {
    unexpected: (text) => `“${text}” does not fit here. Put it in quotes to search for it as text.`,
    'unclosed-quote': () => 'This quotation mark is not closed.',
    'unclosed-bracket': () => 'This bracket is not closed.',
    'bracket-not-opened': () => 'This bracket closes nothing.',
    'missing-value': () => 'A value is missing after the field.',
    'missing-condition': () => 'A condition is missing here.',
    'unknown-field': (text) =>
      `There is no field “${text}”. Put the text in quotes to search for it as it stands.`,
    'unknown-value': (text) => `“${text}” is no value of this field.`,
    'bad-address': (text) =>
      `“${text}” is neither an address nor a network such as 203.0.113.0/24 or 2001:db8::/32.`,
    'bad-time': (text) => `“${text}” is not a time. Write 2024-09, 2024-09-14 or 2024-09-14T13:52.`,
    'time-does-not-exist': (text) => `“${text}” does not exist: the clock of the zone skips it.`,
    'bad-range': () => 'The range ends before it begins.',
    'no-range-here': () => 'This field has no order: ranges and > < work with time only.',
    'too-deep': () => 'Too many brackets or negations inside each other.',
  },
  ja: {
    unexpected: (text) => `「${text}」はここに置けません。文字列として検索するときは引用符で囲んでください。`,
    'unclosed-quote': () => '引用符が閉じられていません。',
    'unclosed-bracket': () => 'かっこが閉じられていません。',
    'bracket-not-opened': () => '対応する開きかっこがありません。',
    'missing-value': () => '項目の後に値がありません。',
    'missing-condition': () => 'ここに条件がありません。',
    'unknown-field': (text) =>
      `「${text}」という項目はありません。文字列として検索するときは引用符で囲んでください。`,
    'unknown-value': (text) => `「${text}」はこの項目の値ではありません。`,
    'bad-address': (text) =>
      `「${text}」は IP アドレスでも 203.0.113.0/24 や 2001:db8::/32 のようなネットワークでもありません。`,
    'bad-time': (text) =>
      `「${text}」は日時ではありません。2024-09、2024-09-14、2024-09-14T13:52 のように入力してください。`,
    'time-does-not-exist': (text) => `「${text}」は存在しません。この時間帯の時計では飛ばされます。`,
    'bad-range': () => '範囲の終わりが始まりより前です。',
    'no-range-here': () => 'この項目には順序がありません。範囲と > < は time だけで使えます。',
    'too-deep': () => 'かっこまたは否定の入れ子が深すぎます。',
  },
})

const possible = catalogue<{
  readonly oneOf: (values: string) => string
  readonly meant: (values: string) => string
}>({
  en: { oneOf: (values) => `Possible: ${values}.`, meant: (values) => `Did you mean ${values}?` },
  ja: { oneOf: (values) => `使える値：${values}`, meant: (values) => `${values} のことですか。` },
})

/** What is wrong in a query, as a sentence, with what would be possible. */
export function queryProblemWords(language: Language, problem: QueryProblem): string {
  const sentence = problems[language][problem.code](problem.text)
  if (problem.possible.length === 0) return sentence
  const values = problem.possible.join(language === 'ja' ? '、' : ', ')
  const more = possible[language][problem.code === 'unknown-field' ? 'meant' : 'oneOf'](values)
  return language === 'ja' ? `${sentence}${more}` : `${sentence} ${more}`
}

const notices = catalogue<Record<QueryNotice['code'], (text: string) => string>>({
  en: {
    'time-twice': (text) =>
      `“${text}” exists twice, because the clock is put back. The earlier one is taken.`,
  },
  ja: {
    'time-twice': (text) => `「${text}」は時計が戻されるため 2 回あります。早い方を使います。`,
  },
})

/** What should be known about a query that can be read. */
export function queryNoticeWords(language: Language, notice: QueryNotice): string {
  return notices[language][notice.code](notice.text)
}
