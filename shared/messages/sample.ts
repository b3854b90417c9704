import { catalogue } from './catalogue.ts'

/** The README of the sample folder. Paths are given as they lie below it. */
export const sampleMessages = catalogue({
  en: {
    readme: (damaged: string, copy: string, notALog: string, digests: string, keys: string) =>
      [
        'Trailcase sample',
        '',
        'A week of made-up CloudTrail logs of a small company in Tokyo, 9 to 15 March 2026. No real data: account',
        'numbers and addresses are those set aside for documentation.',
        '',
        'On Saturday 14 March, 13:47 UTC, someone tries many names from 198.51.100.23 and gets in.',
        'Who was it, with MFA or without, and what came next?',
        '',
        'Damaged on purpose (cut off, as by a broken download):',
        `  ${damaged}`,
        'A copy of a log file, whose records must be counted once:',
        `  ${copy}`,
        'Not a log:',
        `  ${notALog}`,
        'A chain of digest files, signed with a key that was made up for this sample:',
        `  ${digests}`,
        'The key list that goes with it, for "trailcase verify --keys":',
        `  ${keys}`,
      ].join('\n'),
  },
  ja: {
    readme: (damaged: string, copy: string, notALog: string, digests: string, keys: string) =>
      [
        'Trailcase サンプル',
        '',
        '東京の小さな会社の架空の CloudTrail ログ 1 週間分（2026 年 3 月 9 日～15 日）です。実在のデータは含みません。',
        'アカウント番号とアドレスは文書用に予約されたものです。',
        '',
        '3 月 14 日（土）13:47 UTC、198.51.100.23 から多数の名前が試され、侵入されます。',
        '誰として、MFA の使用の有無は、その後は何が起きたでしょうか。',
        '',
        '意図的に破損させたファイル（ダウンロードの中断を想定して末尾を切断）：',
        `  ${damaged}`,
        'ログファイルの複製（記録は 1 回だけ数えられます）：',
        `  ${copy}`,
        'ログではないファイル：',
        `  ${notALog}`,
        '連続したダイジェストファイル（このサンプルのために作った鍵で署名）：',
        `  ${digests}`,
        'その鍵リスト（「trailcase verify --keys」用）：',
        `  ${keys}`,
      ].join('\n'),
  },
})
