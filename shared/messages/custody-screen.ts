import { catalogue } from './catalogue.ts'

/** The custody log in the window. */
export const custodyScreenTexts = catalogue({
  en: {
    title: 'What was done with this case?',
    lead: 'Entries are added, never changed or deleted. Each holds the hash of the one before, so a change in the middle shows.',
    intact: (n: string) =>
      n === '1'
        ? 'Intact: the entry has the right number, link and hash.'
        : `Intact: all ${n} entries have the right number, link and hash.`,
    broken: (n: string) =>
      `Broken at entry ${n}: its number, link or hash is wrong. The entries before it are sound.`,
    empty:
      'The log is empty. A case made by this program always has entries, so the file was changed by other means.',
    brokenHere: 'Broken here',
    head: 'Hash of the last entry',
    copyHead: 'Copy the hash',
    copyEntry: 'Copy this entry as it is hashed',
    checkAgain: 'Check again',
    list: 'Custody log, newest first',
    number: 'No.',
    when: 'When',
    who: 'Who',
    what: 'What',
    unnamed: 'not stated',
    tool: 'Program',
    hash: 'Hash',
    previous: 'Hash before it',
    detail: 'Details',
    yes: 'yes',
    no: 'no',
    none: 'none',
    formula:
      'The hash is the SHA-256 of [number, milliseconds since 1970, who, action, details, program, hash before it] as JSON.',
    keyNext: 'next, previous entry',
    keyUnfold: 'unfold',
    entries: (n: string) => (n === '1' ? '1 entry' : `${n} entries`),
  },
  ja: {
    title: 'この案件で何が行われたか',
    lead: '項目は追加だけができ、変更も削除もできません。各項目は直前の項目のハッシュを含むため、途中の変更が分かります。',
    intact: (n: string) => `整合しています。${n} 件すべての番号、つながり、ハッシュが正しいものです。`,
    broken: (n: string) =>
      `${n} 番の項目に不整合があります。番号、つながり、ハッシュのいずれかが正しくありません。それより前の項目は正しいものです。`,
    empty:
      '記録が空です。このプログラムで作成した案件には必ず項目があるため、ファイルは別の手段で変更されています。',
    brokenHere: '不整合',
    head: '最後の項目のハッシュ',
    copyHead: 'ハッシュをコピー',
    copyEntry: 'ハッシュの対象のままコピー',
    checkAgain: 'もう一度確認',
    list: '証拠保全の記録（新しい順）',
    number: '番号',
    when: '日時',
    who: '作業者',
    what: '作業の内容',
    unnamed: '記載なし',
    tool: 'プログラム',
    hash: 'ハッシュ',
    previous: '直前のハッシュ',
    detail: '詳細',
    yes: 'はい',
    no: 'いいえ',
    none: 'なし',
    formula:
      'ハッシュは、[番号, 1970 年からのミリ秒, 作業者, 操作, 詳細, プログラム, 直前のハッシュ] を JSON で表したものの SHA-256 です。',
    keyNext: '次・前の項目',
    keyUnfold: '開く・閉じる',
    entries: (n: string) => `${n} 件`,
  },
})
