import type { CustodyAction } from '../domain/custody.ts'
import type { Language } from '../domain/units.ts'
import { catalogue } from './catalogue.ts'

/** What was done, as a line of the custody log. */
export const custodyActionWords: Record<Language, Record<CustodyAction, string>> = {
  en: {
    'case.created': 'Case created',
    'case.opened': 'Case opened',
    'case.described': 'Case details changed',
    'import.started': 'Reading of files began',
    'import.finished': 'Reading of files ended',
    'import.stopped': 'Reading of files was stopped',
    'note.added': 'Note added',
    'note.revised': 'Note reworded',
    'note.removed': 'Note removed',
    'note.restored': 'Note brought back',
    'export.written': 'Handed over',
  },
  ja: {
    'case.created': '案件を作成',
    'case.opened': '案件を開く',
    'case.described': '案件の情報を変更',
    'import.started': 'ファイルの読み取りを開始',
    'import.finished': 'ファイルの読み取りを終了',
    'import.stopped': 'ファイルの読み取りを停止',
    'note.added': 'メモを追加',
    'note.revised': 'メモの文面を変更',
    'note.removed': 'メモを削除',
    'note.restored': 'メモを復元',
    'export.written': '出力',
  },
}

/** Chapters 8 and 9. */
export const custodyWords = catalogue({
  en: {
    lead: 'The case file keeps a log of what was done with it. Entries can be added, but neither changed nor deleted; each holds the hash of the one before. What happened to the items before they were read, and who handed them over, is not in this log.',
    intact:
      'All {n} {n|entry|entries} up to the moment of issue were checked: numbers, links and hashes are right.',
    broken:
      'The log does not check. The first entry whose hash or link is wrong is number {n}; entries before it are sound.',
    empty:
      'The log is empty. A case made by this program always has entries, so the file was changed by other means.',
    head: 'Hash of the last entry',
    upTo: 'Entries up to {moment} are printed. Reports written and openings of the case at or after that moment are not.',
    number: 'No.',
    when: 'UTC',
    who: 'Who',
    what: 'What was done',
    unnamed: 'not stated',
    hashes:
      'The hash of an entry is the SHA-256 of a JSON array of its fields; chapter 10 gives the formula.',
    program: 'Program',
    runtime: 'Runtime',
    sqlite: 'SQLite',
    platform: 'System',
    caseMade: 'Case created',
    earlierTools: 'Programs in the custody log',
    settings: 'Settings of this report',
    language: 'Language: {language}',
    english: 'English',
    japanese: 'Japanese',
    zone: 'Zone beside UTC: {zone}',
    issuedAt: 'Moment of issue: {moment}',
    content: 'SHA-256 of the content',
    contentText:
      'Computed over the data from which this report was set; the identifier of this PDF document is derived from it.',
    fonts: 'Fonts',
    fontsText: 'Inter, Noto Sans JP and Noto Sans Mono, embedded. Fonts of the system were not used.',
    network: 'Network',
    networkText: 'The program works without a network; nothing was sent or looked up.',
  },
  ja: {
    lead: '案件ファイルには作業の記録が残ります。項目は追加だけができ、変更も削除もできません。各項目は直前の項目のハッシュを含みます。読み取り前の受領物の経緯と、引き渡した人物は、この記録には含まれません。',
    intact: '発行時点までの {n} 件をすべて確認しました。番号、つながり、ハッシュはいずれも正しいものです。',
    broken:
      '記録に不整合があります。ハッシュまたはつながりが正しくない最初の項目は {n} 番です。それより前の項目は正しいものです。',
    empty:
      '記録が空です。このプログラムで作成した案件には必ず項目があるため、ファイルは別の手段で変更されています。',
    head: '最後の項目のハッシュ',
    upTo: '{moment} までの項目を記載しています。その時点以降の報告書の出力と、案件を開いた操作は含みません。',
    number: '番号',
    when: 'UTC',
    who: '作業者',
    what: '作業の内容',
    unnamed: '記載なし',
    hashes: '項目のハッシュは、各欄を並べた JSON 配列の SHA-256 です。計算式は第 10 章にあります。',
    program: 'プログラム',
    runtime: '実行環境',
    sqlite: 'SQLite',
    platform: 'システム',
    caseMade: '案件の作成',
    earlierTools: '証拠保全の記録にあるプログラム',
    settings: 'この報告書の設定',
    language: '言語：{language}',
    english: '英語',
    japanese: '日本語',
    zone: 'UTC と併記する時間帯：{zone}',
    issuedAt: '発行時刻：{moment}',
    content: '内容の SHA-256',
    contentText:
      'この報告書の元になったデータから計算した値です。この PDF 文書の識別子はここから作成しています。',
    fonts: 'フォント',
    fontsText:
      'Inter、Noto Sans JP、Noto Sans Mono を埋め込んでいます。システムのフォントは使用していません。',
    network: 'ネットワーク',
    networkText: 'プログラムはネットワークなしで動作します。送信や照会は行っていません。',
  },
})
