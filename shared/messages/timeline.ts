import { type Catalogue, catalogue } from './catalogue.ts'

interface TimelineTexts {
  readonly list: string
  readonly when: string
  readonly outcome: string
  readonly who: string
  readonly what: string
  readonly where: string
  readonly how: string
  readonly mfa: string
  readonly flags: string
  readonly dayOf: (zone: string) => string
  readonly dayBegins: (zone: string) => string
  readonly noTimeBegins: string
  readonly noTime: string
  readonly notStated: string
  readonly loadingRow: string
  readonly notesOn: (count: number) => string
  readonly seenIn: (count: number) => string
  readonly conflict: string
  readonly conflictHint: string
  readonly emptyCase: string
  readonly emptyCaseHint: string
  readonly noneYet: string
  readonly noneYetHint: string
  readonly noneFound: string
  readonly noneFoundHint: (files: string) => string
  readonly noMatch: string
  readonly noMatchHint: (total: string) => string
  readonly clearFilter: string
  readonly pagesFailed: string
  readonly tryAgain: string
  readonly copied: string
  readonly copyFailed: string
  readonly undone: (what: string) => string
  readonly nothingToUndo: string
  readonly undoFailed: string
  readonly undoFilter: string
  readonly undo: string
  readonly hiddenByFilter: string
  readonly selected: (index: string, count: string) => string
  readonly keyMove: string
  readonly keyOpen: string
  readonly keyFilter: string
  readonly keyNote: string
  readonly keyTag: string
}

/** Japanese sets a space only between Latin and Japanese letters. */
const spaced = (word: string): string => (/[ -~]$/.test(word) ? `${word} ` : word)

export const timelineTexts: Catalogue<TimelineTexts> = catalogue({
  en: {
    list: 'Sign-in events',
    when: 'When',
    outcome: 'Outcome',
    who: 'Who',
    what: 'What',
    where: 'Where',
    how: 'How',
    mfa: 'MFA',
    flags: 'Flags',
    dayOf: (zone) => `${zone} day`,
    dayBegins: (zone) => `begins in ${zone}`,
    noTimeBegins: 'Records without a readable time',
    noTime: 'no readable time',
    notStated: 'not stated',
    loadingRow: 'Reading this row',
    notesOn: (count) => (count === 1 ? '1 note' : `${count} notes`),
    seenIn: (count) => `The same record was seen in ${count} places`,
    conflict: 'differs',
    conflictHint: 'Another record has the same event ID but differs from this one',
    emptyCase: 'This case is empty',
    emptyCaseHint: 'Drop a folder with CloudTrail logs on the window, or choose one.',
    noneYet: 'No sign-in record yet',
    noneYetHint: 'Evidence is being read. Sign-ins appear here as they are found.',
    noneFound: 'No sign-in record in these files',
    noneFoundHint: (files) =>
      files === '1'
        ? '1 file was met, and none of its records is a sign-in. The files may cover other services or another period.'
        : `${files} files were met, and none of their records is a sign-in. They may cover other services or another period.`,
    noMatch: 'No sign-in event matches',
    noMatchHint: (total) => `The case has ${total} sign-in events; the filter lets none of them through.`,
    clearFilter: 'Clear filter',
    pagesFailed: 'Some rows could not be read.',
    tryAgain: 'Try again',
    copied: 'Event reference copied',
    copyFailed: 'The event reference could not be copied.',
    undone: (what) => `Undone: ${what}`,
    nothingToUndo: 'Nothing to undo',
    undoFailed: 'That could not be undone.',
    undoFilter: 'filter change',
    undo: 'Undo',
    hiddenByFilter: 'The filter hides that record.',
    selected: (index, count) => `Event ${index} of ${count} selected`,
    keyMove: 'move',
    keyOpen: 'open',
    keyFilter: 'filter by principal',
    keyNote: 'note',
    keyTag: 'tag',
  },
  ja: {
    list: 'サインインイベント',
    when: '日時',
    outcome: '結果',
    who: '利用者',
    what: '内容',
    where: '接続元',
    how: '手段',
    mfa: 'MFA',
    flags: '印',
    dayOf: (zone) => `${spaced(zone)}の日付`,
    dayBegins: (zone) => `${spaced(zone)}でここから`,
    noTimeBegins: '時刻を読み取れない記録',
    noTime: '時刻の読取不可',
    notStated: '記載なし',
    loadingRow: 'この行を読み込んでいます',
    notesOn: (count) => `メモ ${count} 件`,
    seenIn: (count) => `同じ記録が ${count} か所にあります`,
    conflict: '相違',
    conflictHint: '同じイベント ID で内容の異なる記録があります',
    emptyCase: 'この案件は空です',
    emptyCaseHint: 'CloudTrail ログのフォルダーをウィンドウにドロップするか、選択してください。',
    noneYet: 'サインインの記録はまだありません',
    noneYetHint: '証拠を読み取っています。見つかったサインインからここに並びます。',
    noneFound: 'サインインの記録がありません',
    noneFoundHint: (files) =>
      `${files} ファイルを確認しましたが、サインインの記録は含まれていません。別のサービスや期間の記録の可能性があります。`,
    noMatch: '該当するサインインイベントがありません',
    noMatchHint: (total) => `案件のサインイン ${total} 件は、すべて現在の絞り込みの対象外です。`,
    clearFilter: '絞り込みを解除',
    pagesFailed: '一部の行を読み込めませんでした。',
    tryAgain: '再試行',
    copied: 'イベントの参照をコピーしました',
    copyFailed: 'イベントの参照をコピーできませんでした。',
    undone: (what) => `取り消しました：${what}`,
    nothingToUndo: '取り消す操作はありません',
    undoFailed: '取り消せませんでした。',
    undoFilter: '絞り込みの変更',
    undo: '取り消す',
    hiddenByFilter: 'その記録は絞り込みで隠れています。',
    selected: (index, count) => `${count} 件中 ${index} 件目を選択`,
    keyMove: '移動',
    keyOpen: '開く',
    keyFilter: '利用者で絞込',
    keyNote: 'メモ',
    keyTag: 'タグ',
  },
})
