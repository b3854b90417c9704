import { catalogue } from './catalogue.ts'

interface CoverageScreenTexts {
  readonly evidence: string
  readonly parts: string
  readonly coverage: string
  readonly validation: string
  readonly custody: string
  readonly title: string
  readonly keyCoverage: string
  readonly keyValidation: string
  readonly keyCustody: string
  readonly inCoverage: string
  readonly zoneNote: (utcMidnight: string, zone: string) => string
  readonly zoneNoteUtc: string
  readonly unit: string
  readonly days: string
  readonly hours: string
  readonly legend: string
  readonly sumOf: (rows: string, days: string) => string
  readonly sumHours: (hours: string) => string
  readonly map: string
  readonly cell: (place: string, when: string, state: string) => string
  readonly logFiles: (n: number) => string
  readonly hoursOf: (n: number, state: string) => string
  readonly hourOf: (from: string, to: string, other: string | null) => string
  readonly hourList: string
  readonly noDigestsHere: string
  readonly again: string
  readonly reading: (done: string, total: string) => string
  readonly begins: string
  readonly showDay: string
  readonly deliveryNote: string
  readonly hourIs: (when: string, state: string) => string
  readonly comma: string
  readonly colon: string
  readonly period: (from: string, to: string) => string
  readonly emptyTitle: string
  readonly emptyText: string
  readonly signInRegions: string
  readonly allRegions: string
  readonly regionPresent: string
  readonly regionAbsent: string
  readonly regionNotOfAll: (accounts: number) => string
  readonly facts: string
  readonly firstEvent: string
  readonly lastEvent: string
  readonly delay: string
  readonly delayText: (median: string, most: string, longest: string) => string
  readonly delayOver: (places: string) => string
  readonly delayUnknown: string
  readonly eventUnknown: string
  readonly needsLook: string
  readonly nothingToLook: string
  readonly gaps: string
  readonly noGaps: string
  readonly noGapsWithout: string
  readonly gapHours: (hours: string) => string
  readonly gapFromTo: (from: string, to: string) => string
  readonly gapMissing: string
  readonly gapRestart: string
  readonly changedBy: (who: string) => string
  readonly recordOf: (number: string, file: string) => string
  readonly copyRecord: string
  readonly showOnMap: string
  readonly showAllGaps: (n: string) => string
  readonly files: string
  readonly filesTitle: (n: string) => string
  readonly filesNote: string
  readonly filesCut: (shown: string, all: string) => string
  readonly showFiles: (n: string) => string
  readonly copyKey: string
  readonly copyKeys: (n: string) => string
  readonly copiedKeys: (n: string) => string
  readonly fileMissing: string
  readonly fileDamaged: string
  readonly keyMove: string
  readonly keyHours: string
  readonly keyProblem: string
  readonly keyRecords: string
  readonly seconds: (s: string) => string
  readonly minutes: (m: string, s: string) => string
  readonly hoursMinutes: (h: string, m: string) => string
}

/** The frame of the evidence screens, and the map of what the files cover. */
export const coverageScreenTexts = catalogue<CoverageScreenTexts>({
  en: {
    evidence: 'Evidence',
    parts: 'Parts of the evidence screen',
    coverage: 'Coverage',
    validation: 'Validation',
    custody: 'Custody log',
    title: 'Which hours do these files cover?',
    keyCoverage: 'coverage',
    keyValidation: 'validation',
    keyCustody: 'custody log',
    inCoverage: 'In coverage',
    zoneNote: (at, zone) =>
      `Days and hours are UTC, by time of delivery. A UTC day begins at ${at} in ${zone}.`,
    zoneNoteUtc: 'Days and hours are UTC, by time of delivery.',
    unit: 'One column is',
    days: 'Days',
    hours: 'Hours',
    legend: 'Hours by state',
    sumOf: (rows, days) =>
      `${rows} ${rows === '1' ? 'account and region' : 'accounts and regions'} × ${days} ${days === '1' ? 'day' : 'days'} × 24 h`,
    sumHours: (hours) => `= ${hours} hours`,
    map: 'Map of accounts and regions by day',
    cell: (place, when, state) => `${place}, ${when}: ${state}`,
    logFiles: (n) => (n === 1 ? '1 log file' : `${n} log files`),
    hoursOf: (n, state) => `${n} ${n === 1 ? 'hour' : 'hours'} ${state}`,
    hourOf: (from, to, other) =>
      other === null ? `${from} to ${to} UTC` : `${from} to ${to} UTC (${other})`,
    hourList: 'The 24 hours of this day',
    noDigestsHere: 'No digest file covers this region: an hour without log files proves nothing.',
    again: 'Work out again',
    reading: (done, total) => `Reading digest files: ${done} of ${total}`,
    begins: 'Reading the list of files',
    showDay: 'Show sign-ins of this day',
    deliveryNote:
      'The timeline goes by time of event, the map by time of delivery, which is some minutes later.',
    hourIs: (when, state) => `${when} is ${state}.`,
    comma: ', ',
    colon: ': ',
    period: (from, to) => `Period ${from} to ${to} UTC`,
    emptyTitle: 'Nothing to draw a map of',
    emptyText:
      'The map is drawn from the names of CloudTrail’s own log and digest files. This case has none: exports and single records do not say which hours they cover.',
    signInRegions: 'Regions where AWS records global sign-ins',
    allRegions: 'All four are in the files.',
    regionPresent: 'in the files',
    regionAbsent: 'not in the files',
    regionNotOfAll: (accounts) => (accounts === 1 ? 'not of 1 account' : `not of ${accounts} accounts`),
    facts: 'Sign-ins and their delivery',
    firstEvent: 'First sign-in',
    lastEvent: 'Last sign-in',
    delay: 'Delivery',
    delayText: (median, most, longest) =>
      `median ${median} after the event, 95 % within ${most}, longest ${longest}`,
    delayOver: (places) =>
      `measured at ${places} ${places === '1' ? 'place' : 'places'} of sign-in records, copies too, to the minute in the file name`,
    delayUnknown: 'Cannot be measured: no sign-in stands in a file that names its time of delivery.',
    eventUnknown: 'none',
    needsLook: 'Needs a look',
    nothingToLook: 'Nothing is missing or damaged, as far as the digest files tell.',
    gaps: 'Gaps between digest files',
    noGaps: 'The digest files follow each other without a gap.',
    noGapsWithout: 'Not known: the import holds no digest file.',
    gapHours: (hours) => (hours === '1' ? '1 hour' : `${hours} hours`),
    gapFromTo: (from, to) => `${from} to ${to} UTC`,
    gapMissing: 'A digest file that the next one names is not in the import.',
    gapRestart: 'Logging or validation was switched off and on again in between.',
    changedBy: (who) => `by ${who}`,
    recordOf: (number, file) => `record ${number} of ${file}`,
    copyRecord: 'Copy the place of the record',
    showOnMap: 'Show on the map',
    showAllGaps: (n) => `Show all ${n} gaps`,
    files: 'Missing and damaged log files',
    filesTitle: (n) => (n === '1' ? '1 missing or damaged log file' : `${n} missing and damaged log files`),
    filesNote: 'Ask for the missing ones by their S3 keys.',
    filesCut: (shown, all) => `The first ${shown} of ${all} are named.`,
    showFiles: (n) => (n === '1' ? 'Show 1 file' : `Show ${n} files`),
    copyKey: 'Copy the S3 key',
    copyKeys: (n) => (n === '1' ? 'Copy 1 missing key' : `Copy ${n} missing keys`),
    copiedKeys: (n) => (n === '1' ? '1 key copied' : `${n} keys copied`),
    fileMissing: 'Missing',
    fileDamaged: 'Damaged',
    keyMove: 'move',
    keyHours: 'hours of the day',
    keyProblem: 'missing or damaged',
    keyRecords: 'sign-ins of the hour',
    seconds: (s) => `${s} s`,
    minutes: (m, s) => (s === '0' ? `${m} min` : `${m} min ${s} s`),
    hoursMinutes: (h, m) => (m === '0' ? `${h} h` : `${h} h ${m} min`),
  },
  ja: {
    evidence: '証拠の確認',
    parts: '証拠の確認の各画面',
    coverage: '収集範囲',
    validation: 'ファイル検証',
    custody: '証拠保全の記録',
    title: 'どの時間のファイルがあるか',
    keyCoverage: '収集範囲',
    keyValidation: 'ファイル検証',
    keyCustody: '証拠保全の記録',
    inCoverage: '収集範囲',
    zoneNote: (at, zone) => `日と時は UTC、配信時刻が基準です。UTC の 1 日は${zone}の ${at} に始まります。`,
    zoneNoteUtc: '日と時は UTC、配信時刻が基準です。',
    unit: '1 列の単位',
    days: '日',
    hours: '時間',
    legend: '状態別の時間数',
    sumOf: (rows, days) => `アカウントとリージョンの組 ${rows} × ${days} 日 × 24 時間`,
    sumHours: (hours) => `= ${hours} 時間`,
    map: 'アカウントとリージョンごとの日別の図',
    cell: (place, when, state) => `${place}、${when}：${state}`,
    logFiles: (n) => `ログファイル ${n} 件`,
    hoursOf: (n, state) => `${state} ${n} 時間`,
    hourOf: (from, to, other) => (other === null ? `UTC ${from}～${to}` : `UTC ${from}～${to}（${other}）`),
    hourList: 'この日の 24 時間',
    noDigestsHere:
      'このリージョンのダイジェストファイルがないため、ログファイルのない時間について何も証明できません。',
    again: 'もう一度調べる',
    reading: (done, total) => `ダイジェストファイルを読み取り中：${total} 件中 ${done} 件`,
    begins: 'ファイル一覧を読み取り中',
    showDay: 'この日のサインインを表示',
    deliveryNote: 'タイムラインはイベントの時刻、図は配信時刻によります。配信は数分後になります。',
    hourIs: (when, state) => `${when}：${state}`,
    comma: '、',
    colon: '：',
    period: (from, to) => `期間 ${from}～${to} UTC`,
    emptyTitle: '図にできるファイルがありません',
    emptyText:
      '図は CloudTrail のログファイルとダイジェストファイルの名前から作ります。この案件にはどちらもありません。書き出したデータや単独の記録からは、対象の時間が分かりません。',
    signInRegions: 'AWS がグローバルのサインインを記録するリージョン',
    allRegions: '4 リージョンともファイルにあります。',
    regionPresent: 'ファイルあり',
    regionAbsent: 'ファイルなし',
    regionNotOfAll: (accounts) => `${accounts} アカウントにはなし`,
    facts: 'サインインと配信',
    firstEvent: '最初のサインイン',
    lastEvent: '最後のサインイン',
    delay: '配信までの時間',
    delayText: (median, most, longest) => `中央値 ${median}、95 % は ${most} 以内、最長 ${longest}`,
    delayOver: (places) =>
      `サインイン記録のある ${places} か所で測定（複製を含む。ファイル名の分単位の時刻まで）`,
    delayUnknown: '測定できません。配信時刻が名前にあるファイルにサインインがありません。',
    eventUnknown: 'なし',
    needsLook: '確認が必要な点',
    nothingToLook: 'ダイジェストファイルから分かる範囲では、欠落も破損もありません。',
    gaps: 'ダイジェストファイルの途切れ',
    noGaps: 'ダイジェストファイルは途切れなく続いています。',
    noGapsWithout: '不明です。ダイジェストファイルがありません。',
    gapHours: (hours) => `${hours} 時間`,
    gapFromTo: (from, to) => `${from}～${to} UTC`,
    gapMissing: '次のダイジェストファイルが示す直前のファイルが取り込みにありません。',
    gapRestart: 'この間にログ記録または検証が停止され、再開されています。',
    changedBy: (who) => `実行者：${who}`,
    recordOf: (number, file) => `${file} の ${number} 番目の記録`,
    copyRecord: '記録の場所をコピー',
    showOnMap: '図で表示',
    showAllGaps: (n) => `途切れ ${n} 件をすべて表示`,
    files: '欠落・破損したログファイル',
    filesTitle: (n) => `欠落・破損したログファイル ${n} 件`,
    filesNote: '欠落したファイルは、S3 キーを示して提供を依頼してください。',
    filesCut: (shown, all) => `${all} 件のうち最初の ${shown} 件を表示しています。`,
    showFiles: (n) => `${n} 件のファイルを表示`,
    copyKey: 'S3 キーをコピー',
    copyKeys: (n) => `欠落した ${n} 件のキーをコピー`,
    copiedKeys: (n) => `${n} 件のキーをコピーしました`,
    fileMissing: '欠落',
    fileDamaged: '破損',
    keyMove: '移動',
    keyHours: '日の内訳',
    keyProblem: '欠落・破損',
    keyRecords: 'その時間のサインイン',
    seconds: (s) => `${s} 秒`,
    minutes: (m, s) => (s === '0' ? `${m} 分` : `${m} 分 ${s} 秒`),
    hoursMinutes: (h, m) => (m === '0' ? `${h} 時間` : `${h} 時間 ${m} 分`),
  },
})
