import type { PatternNotice, PatternProblemCode } from '../domain/pattern.ts'
import { catalogue } from './catalogue.ts'

type Found = (found: string) => string

interface PatternProblemTexts {
  readonly problems: Readonly<Record<PatternProblemCode, string | Found>>
  readonly notices: Readonly<Record<PatternNotice['code'], string | ((count: number) => string)>>
}

/** What is wrong with a filter pattern, and what a user should know of one that works. */
export const patternProblemTexts = catalogue<PatternProblemTexts>({
  en: {
    problems: {
      'empty-braces': 'There is no condition between the braces.',
      'not-closed': 'The closing brace } is missing.',
      'after-end': 'Nothing may follow the closing brace.',
      'bracket-not-closed': 'This bracket is never closed.',
      'bracket-extra': 'This closing bracket has no opening one.',
      'too-deep': 'Brackets stand in brackets too many times.',
      'expected-join': 'Expected && or || between conditions, or the closing brace.',
      'join-single': 'Conditions are joined with two signs: && or ||.',
      'join-word': (found) => `“${found}” is no word of this syntax: write && or ||.`,
      'expected-condition': 'A condition begins with a selector such as $.eventName.',
      'selector-name': "A name of letters, digits, - or _ must follow. Other names need the form $['a.b'].",
      'selector-quotes': "A name in square brackets takes single quotes: $['a.b'].",
      'selector-bracket': "Square brackets hold a number, * or a name in single quotes: [0], [*], ['a.b'].",
      'wildcards-selector': 'A selector may hold one wildcard only.',
      'wildcards-pattern': 'A pattern may hold three wildcards in its selectors at most.',
      'expected-operator': 'Expected =, !=, <, >, <=, >=, IS or NOT EXISTS.',
      'operator-double': 'This operator does not exist: use = or !=.',
      'is-not': '“IS NOT” does not exist in this syntax: use NOT EXISTS or !=.',
      'is-what': 'IS is followed by NULL, TRUE or FALSE.',
      'exists-alone': '“EXISTS” alone does not exist in this syntax; only NOT EXISTS does.',
      'not-what': 'NOT is followed by EXISTS.',
      'expected-value': 'A value must follow: text, a number or %regex%.',
      'number-needed': 'The operators < > <= >= compare numbers only.',
      'text-needs-quotes': 'Text with other signs than letters, digits and _ needs double quotes.',
      'text-not-closed': 'The closing double quote is missing.',
      'regex-count': 'A pattern may hold two regular expressions at most.',
      'regex-not-closed': 'The closing % of the regular expression is missing.',
      'regex-empty': 'There is nothing between the two % signs.',
      'regex-group': 'This limited regex syntax has no round brackets.',
      'regex-sign': (found) =>
        `“${found}” is not allowed in this limited regex syntax. Letters, digits and : _ # = @ / ; , - are; for a space write \\s, for others \\xhh.`,
      'regex-class': 'A class in square brackets is empty, not closed, or has no beginning.',
      'regex-range': 'This range runs backwards.',
      'regex-repeat': 'This sign repeats what stands before it, and there is nothing that could be repeated.',
      'regex-escape':
        'This escape does not exist here: \\d \\D \\s \\S \\w \\W, \\xhh up to 7f, or \\ before a sign.',
      'regex-large': 'This regular expression would become too large.',
      'fields-pattern':
        'A pattern in square brackets is for logs whose fields stand between spaces. CloudTrail records are JSON: write it as { $.field = value }.',
    },
    notices: {
      'curly-quotes': (count) =>
        count === 1
          ? 'A typographic quote was read as a plain one. CloudWatch itself may refuse it.'
          : `${count} typographic quotes were read as plain ones. CloudWatch itself may refuse them.`,
      'unquoted-signs':
        'Text with dots or dashes stands without quotes. The guide asks for double quotes; published patterns leave them out.',
      'keyword-case': 'IS, NULL, TRUE, FALSE and NOT EXISTS are documented in capitals only.',
      'or-ignored': 'A word with ? means nothing beside plain words; it was left out.',
      'words-as-text':
        'Words are looked for in the bytes of each record, as parts of the text, upper and lower case apart.',
    },
  },
  ja: {
    problems: {
      'empty-braces': '波かっこの中に条件がありません。',
      'not-closed': '閉じる波かっこ } がありません。',
      'after-end': '閉じる波かっこの後には何も書けません。',
      'bracket-not-closed': 'このかっこは閉じられていません。',
      'bracket-extra': 'この閉じかっこに対応する開きかっこがありません。',
      'too-deep': 'かっこの入れ子が深すぎます。',
      'expected-join': '条件の間の && または ||、または閉じる波かっこが必要です。',
      'join-single': '条件は && または || のように 2 文字で結びます。',
      'join-word': (found) => `「${found}」はこの構文にありません。&& または || と書きます。`,
      'expected-condition': '条件は $.eventName のようなセレクターで始まります。',
      'selector-name': "英数字、-、_ からなる名前が必要です。それ以外の名前は $['a.b'] の形で書きます。",
      'selector-quotes': "角かっこの中の名前は単一引用符で囲みます：$['a.b']",
      'selector-bracket': "角かっこの中は数字、*、または単一引用符の名前です：[0]、[*]、['a.b']",
      'wildcards-selector': '1 つのセレクターに書けるワイルドカードは 1 つです。',
      'wildcards-pattern': '1 つのパターンのセレクターに書けるワイルドカードは 3 つまでです。',
      'expected-operator': '=、!=、<、>、<=、>=、IS、NOT EXISTS のいずれかが必要です。',
      'operator-double': 'この演算子はありません。= または != を使います。',
      'is-not': '「IS NOT」はこの構文にありません。NOT EXISTS または != を使います。',
      'is-what': 'IS の後には NULL、TRUE、FALSE のいずれかが続きます。',
      'exists-alone': '「EXISTS」だけの形はこの構文にありません。あるのは NOT EXISTS だけです。',
      'not-what': 'NOT の後には EXISTS が続きます。',
      'expected-value': '値が必要です：文字列、数値、または %正規表現%。',
      'number-needed': '< > <= >= で比べられるのは数値だけです。',
      'text-needs-quotes': '英数字と _ 以外を含む文字列は二重引用符で囲みます。',
      'text-not-closed': '閉じる二重引用符がありません。',
      'regex-count': '1 つのパターンに書ける正規表現は 2 つまでです。',
      'regex-not-closed': '正規表現を閉じる % がありません。',
      'regex-empty': '2 つの % の間に何もありません。',
      'regex-group': 'この限定された正規表現では丸かっこを使えません。',
      'regex-sign': (found) =>
        `「${found}」はこの限定された正規表現では使えません。使えるのは英数字と : _ # = @ / ; , - です。空白は \\s、その他は \\xhh と書きます。`,
      'regex-class': '角かっこの文字クラスが空か、閉じられていないか、始まりがありません。',
      'regex-range': 'この範囲は順序が逆です。',
      'regex-repeat': 'この記号は直前の要素を繰り返しますが、繰り返せる要素がありません。',
      'regex-escape':
        'このエスケープは使えません。\\d \\D \\s \\S \\w \\W、7f までの \\xhh、記号の前の \\ が使えます。',
      'regex-large': 'この正規表現は大きくなりすぎます。',
      'fields-pattern':
        '角かっこのパターンは、空白区切りのログ用です。CloudTrail の記録は JSON なので { $.field = value } の形で書きます。',
    },
    notices: {
      'curly-quotes': (count) =>
        `印刷用の引用符 ${count} 個を通常の引用符として読みました。CloudWatch では受け付けられない可能性があります。`,
      'unquoted-signs':
        '点や - を含む文字列が引用符なしで書かれています。公式ガイドは二重引用符を求めていますが、公開されたパターンには付いていないものがあります。',
      'keyword-case': 'IS、NULL、TRUE、FALSE、NOT EXISTS は大文字でのみ文書化されています。',
      'or-ignored': '? の付いた語は通常の語と並ぶと意味を持たないため、除外しました。',
      'words-as-text': '語は各記録のバイト列の一部として探します。大文字と小文字は区別します。',
    },
  },
})

/** The sentence for a problem. */
export function problemText(
  texts: PatternProblemTexts,
  { code, found }: { readonly code: PatternProblemCode; readonly found: string },
): string {
  const text = texts.problems[code]
  return typeof text === 'string' ? text : text(found)
}

/** The sentence for a notice. */
export function noticeText(
  texts: PatternProblemTexts,
  { code, count }: Pick<PatternNotice, 'code' | 'count'>,
): string {
  const text = texts.notices[code]
  return typeof text === 'string' ? text : text(count)
}
