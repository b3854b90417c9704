import { type Catalogue, catalogue } from './catalogue.ts'

interface InspectorTexts {
  readonly inspector: string
  readonly eventOf: (index: string, count: string) => string
  readonly notShown: string
  readonly previous: string
  readonly next: string
  readonly copyReference: string
  readonly close: string
  readonly resize: string
  readonly sections: string
  readonly facts: string
  readonly detections: string
  readonly related: string
  readonly notes: string
  readonly raw: string
  readonly rawTitle: string
  readonly source: string
  readonly sourceTitle: string
  readonly empty: string
  readonly emptyHint: string
  readonly mfaPill: (word: string) => string
  readonly notStated: string
  readonly noTime: string
  readonly asRecorded: string
  readonly who: string
  readonly account: string
  readonly what: string
  readonly mfa: string
  readonly mfaDevice: string
  readonly from: string
  readonly with: string
  readonly recordedIn: string
  readonly outcome: string
  readonly reason: string
  readonly key: string
  readonly switchedFrom: string
  readonly loginTo: string
  readonly eventId: string
  readonly principalOf: (name: string, kind: string) => string
  readonly session: (name: string) => string
  readonly role: (name: string) => string
  readonly agentOn: (agent: string, system: string) => string
  readonly formatted: string
  readonly asStored: string
  readonly view: string
  readonly wrap: string
  readonly copyJson: string
  readonly copyRow: string
  readonly copied: string
  readonly copyFailed: string
  readonly showAllLines: (count: string) => string
  readonly showAllCharacters: (count: string) => string
  readonly notUtf8: string
  readonly notJson: string
  readonly citeWho: string
  readonly citeWhen: string
  readonly citeFrom: string
  readonly citeResult: string
  readonly citeMfa: string
  readonly recordSha: string
  readonly sighting: (index: string, count: string) => string
  readonly file: string
  readonly recordNumber: string
  readonly recordPlace: (number: string, count: string, first: string, last: string) => string
  readonly fileSha: string
  readonly contentSha: string
  readonly noSha: string
  readonly status: string
  readonly partial: string
  readonly showInFolder: string
  readonly moreSightings: (count: string) => string
  readonly conflict: (count: number) => string
  readonly amends: string
  readonly amendedBy: string
  readonly tableRow: Readonly<Record<'event-history-row' | 'athena-row' | 'lake-row', string>>
  readonly standsAs: string
  readonly stands: (place: string) => string
  readonly showOther: (index: number) => string
  readonly showMore: string
  readonly showLess: string
}

interface PlaceWords {
  readonly plain: string
  readonly 'json-string': string
  readonly 'csv-cell': string
  readonly 'csv-row': string
  readonly 'in-string': string
  readonly 'in-cell': string
  readonly in: (what: string, around: string) => string
}

/**
 * How a record stands in its file, in words, the innermost first: `utf-16le csv-cell` is a cell of a CSV table, in UTF-16.
 */
function placeWords(place: string, words: PlaceWords): string {
  const known = ['plain', 'json-string', 'csv-cell', 'csv-row', 'in-string', 'in-cell'] as const
  const [what = place, ...around] = place
    .split(' ')
    .toReversed()
    .map((part) => {
      const name = known.find((one) => one === part)
      return name === undefined ? part.toUpperCase().replace(/(LE|BE)$/, ' $1') : words[name]
    })
  return around.reduce((inner, outer) => words.in(inner, outer), what)
}

export const inspectorTexts: Catalogue<InspectorTexts> = catalogue({
  en: {
    inspector: 'Inspector',
    eventOf: (index, count) => `Event ${index} of ${count}`,
    notShown: 'Not among the events shown',
    previous: 'Previous event',
    next: 'Next event',
    copyReference: 'Copy reference',
    close: 'Close inspector',
    resize: 'Width of the inspector',
    sections: 'Sections',
    facts: 'Facts',
    detections: 'Detections',
    related: 'Related',
    notes: 'Notes',
    raw: 'Raw',
    rawTitle: 'Raw record',
    source: 'Source',
    sourceTitle: 'Provenance',
    empty: 'No event selected',
    emptyHint: 'Select an event with j or k, or click a row.',
    mfaPill: (word) => `MFA ${word.toLowerCase()}`,
    notStated: 'not stated',
    noTime: 'no readable time',
    asRecorded: 'record:',
    who: 'Who',
    account: 'Account',
    what: 'What',
    mfa: 'MFA',
    mfaDevice: 'MFA device',
    from: 'From',
    with: 'With',
    recordedIn: 'Recorded in',
    outcome: 'Outcome',
    reason: 'Reason',
    key: 'Access key',
    switchedFrom: 'Switched from',
    loginTo: 'Sign-in to',
    eventId: 'Event ID',
    principalOf: (name, kind) => `${name}, ${kind}`,
    session: (name) => `session ${name}`,
    role: (name) => `role ${name}`,
    agentOn: (agent, system) => `${agent} on ${system}`,
    formatted: 'Formatted',
    asStored: 'As stored',
    view: 'View of the record',
    wrap: 'Wrap lines',
    copyJson: 'Copy JSON',
    copyRow: 'Copy row',
    copied: 'Record copied',
    copyFailed: 'The record could not be copied.',
    showAllLines: (count) => `Show all ${count} lines`,
    showAllCharacters: (count) => `Show all ${count} characters`,
    notUtf8:
      'This record has bytes that are not UTF-8. They are shown as \uFFFD; the case file keeps the exact bytes.',
    notJson: 'This record does not hold together as JSON, so it is shown as stored.',
    citeWho: 'who',
    citeWhen: 'when',
    citeFrom: 'from',
    citeResult: 'result',
    citeMfa: 'MFA',
    recordSha: 'SHA-256 of the record',
    sighting: (index, count) => `Place ${index} of ${count}`,
    file: 'File',
    recordNumber: 'Record',
    recordPlace: (number, count, first, last) =>
      `${number} of ${count}, bytes ${first} to ${last} of the unpacked file`,
    fileSha: 'SHA-256 of the file',
    contentSha: 'SHA-256 of the unpacked content',
    noSha: 'not known',
    status: 'Status',
    partial: 'The file could be read only in part. This record was read whole.',
    showInFolder: 'Show in folder',
    moreSightings: (count) => `${count} more places`,
    conflict: (count) =>
      count === 1
        ? 'Another record has the same event ID but differs from this one. Both are kept.'
        : `${count} other records have the same event ID but differ from this one. All are kept.`,
    amends: 'This record is an addendum: it corrects or completes an earlier record.',
    amendedBy: 'A later record is an addendum to this one: it corrects or completes it.',
    tableRow: {
      'event-history-row': 'A row of an event history export. It states less than the record itself.',
      'athena-row': 'A row of an Athena result. It may state less than the record itself.',
      'lake-row': 'A row of a CloudTrail Lake export. It may state less than the record itself.',
    },
    standsAs: 'Stands as',
    stands: (place) =>
      placeWords(place, {
        plain: 'the record itself',
        'json-string': 'text inside a JSON string',
        'csv-cell': 'a cell of a CSV table',
        'csv-row': 'a row of a CSV table',
        'in-string': 'the text of a JSON string',
        'in-cell': 'the text of a CSV cell',
        in: (what, around) => `${what}, in ${around}`,
      }),
    showOther: (index) => (index === 0 ? 'Show the other record' : `Show record ${index + 1}`),
    showMore: 'Show all',
    showLess: 'Show less',
  },
  ja: {
    inspector: '詳細',
    eventOf: (index, count) => `${count} 件中 ${index} 件目`,
    notShown: '表示中の一覧に含まれません',
    previous: '前のイベント',
    next: '次のイベント',
    copyReference: '参照をコピー',
    close: '詳細を閉じる',
    resize: '詳細欄の幅',
    sections: '項目',
    facts: '事実',
    detections: '検出',
    related: '関連',
    notes: 'メモ',
    raw: '記録',
    rawTitle: '元の記録',
    source: '出所',
    sourceTitle: '出所',
    empty: 'イベントが選択されていません',
    emptyHint: 'j または k で選択するか、行をクリックしてください。',
    mfaPill: (word) => `MFA ${word}`,
    notStated: '記載なし',
    noTime: '時刻の読取不可',
    asRecorded: '記録：',
    who: '利用者',
    account: 'アカウント',
    what: '内容',
    mfa: 'MFA',
    mfaDevice: 'MFA デバイス',
    from: '接続元',
    with: '手段',
    recordedIn: '記録場所',
    outcome: '結果',
    reason: '理由',
    key: 'アクセスキー',
    switchedFrom: '切替元',
    loginTo: '接続先',
    eventId: 'イベント ID',
    principalOf: (name, kind) => `${name}（${kind}）`,
    session: (name) => `セッション ${name}`,
    role: (name) => `ロール ${name}`,
    agentOn: (agent, system) => `${agent}、${system}`,
    formatted: '整形',
    asStored: '原文',
    view: '記録の表示',
    wrap: '折り返し',
    copyJson: 'JSON をコピー',
    copyRow: '行をコピー',
    copied: '記録をコピーしました',
    copyFailed: '記録をコピーできませんでした。',
    showAllLines: (count) => `全 ${count} 行を表示`,
    showAllCharacters: (count) => `全 ${count} 文字を表示`,
    notUtf8:
      'この記録には UTF-8 ではないバイトがあり、\uFFFD で表示しています。正確なバイト列は案件ファイルにあります。',
    notJson: 'この記録は JSON として成り立たないため、原文のまま表示しています。',
    citeWho: '誰が',
    citeWhen: 'いつ',
    citeFrom: 'どこから',
    citeResult: '結果',
    citeMfa: 'MFA',
    recordSha: '記録の SHA-256',
    sighting: (index, count) => `${count} か所中 ${index}`,
    file: 'ファイル',
    recordNumber: 'レコード',
    recordPlace: (number, count, first, last) =>
      `${count} 件中 ${number} 件目、展開後 ${first}〜${last} バイト`,
    fileSha: 'ファイルの SHA-256',
    contentSha: '展開後の内容の SHA-256',
    noSha: '不明',
    status: '状態',
    partial: '一部しか読み取れなかったファイルです。この記録は全体を読み取れています。',
    showInFolder: 'フォルダーで表示',
    moreSightings: (count) => `ほか ${count} か所`,
    conflict: (count) =>
      `同じイベント ID で内容の異なる記録がほかに ${count} 件あります。すべて保存されています。`,
    amends: 'この記録は、先の記録を訂正または補足する追補です。',
    amendedBy: 'この記録を訂正または補足する追補の記録があります。',
    tableRow: {
      'event-history-row': 'イベント履歴から書き出した表の 1 行です。元の記録より項目が少なくなっています。',
      'athena-row': 'Athena の結果の 1 行です。元の記録より項目が少ない場合があります。',
      'lake-row': 'CloudTrail Lake から書き出した表の 1 行です。元の記録より項目が少ない場合があります。',
    },
    standsAs: '格納の形',
    stands: (place) =>
      placeWords(place, {
        plain: '記録そのもの',
        'json-string': 'JSON の文字列の中',
        'csv-cell': 'CSV の 1 セル',
        'csv-row': 'CSV の 1 行',
        'in-string': 'JSON の文字列',
        'in-cell': 'CSV のセル',
        in: (what, around) => (/^UTF/.test(around) ? `${what}（${around}）` : `${around}の内側：${what}`),
      }),
    showOther: (index) => (index === 0 ? '別の記録を表示' : `記録 ${index + 1} を表示`),
    showMore: 'すべて表示',
    showLess: '一部だけ表示',
  },
})
