import type { SourceReason } from '../domain/source.ts'
import type { Language } from '../domain/units.ts'
import { catalogue } from './catalogue.ts'

const inCase = (signIns: string): string =>
  signIns === '1' ? '1 sign-in record is in the case.' : `${signIns} sign-in records are in the case.`

/** The screen on which evidence is read, and the ledger of files. */
export const importTexts = catalogue({
  en: {
    finding: 'Looking for files',
    reading: 'Reading evidence',
    paused: 'Reading is paused',
    finishing: 'Writing the last records',
    done: 'Evidence read',
    stopped: 'Stopped; what was read is kept',
    failed: 'Reading ended early',
    sources: 'Files of this case',
    from: (first: string, more: string) => (more === '0' ? first : `${first} and ${more} more`),
    readySoFar: (sources: string) => `${sources}. The timeline is ready for the records read so far.`,
    pause: 'Pause',
    resume: 'Resume',
    stop: 'Stop and keep what is read',
    stopping: 'Stopping',
    progress: 'Progress of reading',
    ofFiles: (done: string, found: string, percent: string) => `${done} of ${found} files, ${percent} %`,
    foundSoFar: (found: string) => `${found} files found so far`,
    ofBytes: (done: string, total: string) => `${done} of ${total}`,
    rates: (files: string, records: string) => `${files} files/s, ${records} records/s`,
    secondsLeft: (seconds: string) => `about ${seconds} s left`,
    minutesLeft: (minutes: string) => `about ${minutes} min left`,
    files: 'Files',
    readWhole: 'Read',
    unchanged: 'of these: the same as read before',
    partial: 'Partly read',
    failedFiles: 'Not readable',
    skipped: 'Skipped, with reason',
    waiting: 'Not read yet',
    notReached: 'Not reached before the stop',
    found: 'Found',
    records: 'Sign-in records',
    indexed: 'New in the timeline',
    duplicates: 'Duplicates, same record seen before',
    conflicts: 'Same event ID, other content',
    signInsRead: 'Read',
    allRecords: 'of all CloudTrail records in the files',
    checked: 'Checked: the lines above add up to this number.',
    mismatch: 'The lines above do not add up to this number. Please report this.',
    ledger: 'File ledger',
    viewAll: 'All',
    viewAttention: 'Needs a look',
    viewSkipped: 'Skipped',
    viewDamaged: 'Not whole',
    saveLedger: 'Save ledger as CSV',
    ledgerSaved: (rows: string) => (rows === '1' ? 'Ledger saved: 1 line' : `Ledger saved: ${rows} lines`),
    colState: 'State',
    colFile: 'File',
    colReason: 'Reason',
    colRecords: 'Records',
    emptyAll: 'No file has been read yet',
    emptyAttention: 'No file needs a look',
    emptySkipped: 'No file was skipped',
    emptyDamaged: 'No file failed or was read only in part',
    emptyNote: 'Every file that was met is listed here, also those that were not read.',
    recordsKept: (records: string) =>
      records === '1'
        ? '1 record of the file is kept; whether it held more is unknown.'
        : `${records} records of the file are kept; whether it held more is unknown.`,
    atByte: (byte: string) => `at byte ${byte}`,
    atFileByte: (byte: string) => `at byte ${byte} of the file`,
    atContentByte: (byte: string) => `at byte ${byte} of the unpacked content`,
    newest: 'Newest sign-ins so far',
    newestDone: 'Newest sign-ins',
    events: (n: string) => (n === '1' ? '1 sign-in event' : `${n} sign-in events`),
    openTimeline: 'Open timeline',
    noneYet: 'No sign-in record yet',
    noneAtAll: 'No sign-in record in these files',
    noneNote: 'The files may cover other services or another period. The ledger says what was read.',
    placeKept: 'Rows are in time order; the newest stand on top.',
    pauseKey: 'pause',
    resultWhole: (files: string, signIns: string, seconds: string) =>
      files === '1'
        ? `1 file was found and read in ${seconds} s. ${inCase(signIns)}`
        : `${files} files were found and all were read in ${seconds} s. ${inCase(signIns)}`,
    resultMixed: (files: string, read: string, rest: string, signIns: string, seconds: string) =>
      `${files === '1' ? '1 file was' : `${files} files were`} found in ${seconds} s: ${read} read whole, ${rest}. ${inCase(signIns)}`,
    resultStopped: (files: string, done: string, signIns: string) =>
      `Reading was stopped after ${done} of ${files} files. ${inCase(signIns)} The rest can be read at any time.`,
    restPartial: (n: string) => `${n} read in part`,
    restFailed: (n: string) => `${n} not readable`,
    restSkipped: (n: string) => `${n} skipped`,
    restJoin: ', ',
    notWhole: 'Not read, or not to the end',
    limitNote: 'Where a limit was reached, the rest can be read when you trust the evidence.',
    raiseLimits: 'Read again with higher limits',
    moreNotWhole: (n: string) => `and ${n} more`,
    readBefore: (files: string) =>
      files === '1'
        ? '1 file was read by an earlier version of Trailcase. This version may find more in it: read the same evidence again.'
        : `${files} files were read by an earlier version of Trailcase. This version may find more in them: read the same evidence again.`,
    renewed: (files: string) =>
      files === '1'
        ? 'In 1 file this version of Trailcase reads something else than an earlier one did; the new reading counts.'
        : `In ${files} files this version of Trailcase reads something else than an earlier one did; the new reading counts.`,
    withdrawn: (signIns: string) =>
      signIns === '1'
        ? '1 sign-in record that only the earlier version had read was taken out of the case.'
        : `${signIns} sign-in records that only the earlier version had read were taken out of the case.`,
    readRest: 'Read the rest',
    againTitle: 'Read the same evidence again',
    againLead:
      'Adds what is new or has changed there, and what this version of Trailcase reads and an earlier one did not. Files that are as they were are not counted twice.',
    againRead: (places: string) => (places === '1' ? 'Read 1 place' : `Read ${places} places`),
    againGone: 'not there now',
    cancel: 'Cancel',
    caseSums: (files: string, records: string, signIns: string) =>
      `Files found: ${files}. CloudTrail records read from them: ${records}. Distinct sign-in records in the timeline: ${signIns}.`,
  },
  ja: {
    finding: 'ファイルを探しています',
    reading: '証拠を読み取っています',
    paused: '読み取りを一時停止しています',
    finishing: '最後の記録を書き込んでいます',
    done: '証拠を読み取りました',
    stopped: '中止しました（読み取った分は残っています）',
    failed: '読み取りが途中で終わりました',
    sources: 'この案件のファイル',
    from: (first: string, more: string) => (more === '0' ? first : `${first} ほか ${more} 件`),
    readySoFar: (sources: string) => `${sources}。読み取った分のタイムラインはもう見られます。`,
    pause: '一時停止',
    resume: '再開',
    stop: '中止（読み取った分は残す）',
    stopping: '中止しています',
    progress: '読み取りの進み具合',
    ofFiles: (done: string, found: string, percent: string) => `${found} ファイル中 ${done} 件、${percent} %`,
    foundSoFar: (found: string) => `これまでに ${found} ファイル`,
    ofBytes: (done: string, total: string) => `${total} 中 ${done}`,
    rates: (files: string, records: string) => `毎秒 ${files} ファイル、${records} レコード`,
    secondsLeft: (seconds: string) => `残り約 ${seconds} 秒`,
    minutesLeft: (minutes: string) => `残り約 ${minutes} 分`,
    files: 'ファイル',
    readWhole: '読み取り済み',
    unchanged: 'うち読み取り済みのものと同一',
    partial: '一部を読み取り',
    failedFiles: '読み取り不可',
    skipped: '対象外（理由あり）',
    waiting: '未読',
    notReached: '中止までに読めなかったもの',
    found: '合計',
    records: 'サインイン記録',
    indexed: 'タイムラインに追加',
    duplicates: '重複（同じ記録が既出）',
    conflicts: 'イベント ID が同じで内容が異なるもの',
    signInsRead: '合計',
    allRecords: 'ファイル内の CloudTrail 記録の総数',
    checked: '上の各行の合計がこの数と一致することを確認済み。',
    mismatch: '上の各行の合計がこの数と一致しません。不具合として報告してください。',
    ledger: 'ファイル台帳',
    viewAll: 'すべて',
    viewAttention: '要確認',
    viewSkipped: '対象外',
    viewDamaged: '一部・不可',
    saveLedger: '台帳を CSV で保存',
    ledgerSaved: (rows: string) => `台帳を保存しました（${rows} 行）`,
    colState: '状態',
    colFile: 'ファイル',
    colReason: '理由',
    colRecords: '記録数',
    emptyAll: 'まだ読み取ったファイルはありません',
    emptyAttention: '確認が必要なファイルはありません',
    emptySkipped: '対象外のファイルはありません',
    emptyDamaged: '一部しか読み取れなかったファイルも、読み取れなかったファイルもありません',
    emptyNote: '読み取らなかったものも含め、見つかったファイルはすべてここに載ります。',
    recordsKept: (records: string) => `読み取れた ${records} 件は残しました。ほかに何件あったかは不明です。`,
    atByte: (byte: string) => `${byte} バイト目`,
    atFileByte: (byte: string) => `ファイルの ${byte} バイト目`,
    atContentByte: (byte: string) => `展開後の ${byte} バイト目`,
    newest: '新しいサインイン',
    newestDone: '新しいサインイン',
    events: (n: string) => `全 ${n} 件`,
    openTimeline: 'タイムラインを開く',
    noneYet: 'サインイン記録はまだありません',
    noneAtAll: 'これらのファイルにサインイン記録はありません',
    noneNote: '別のサービスや期間のログかもしれません。読み取った内容は台帳で確認できます。',
    placeKept: '時刻順で、新しいものが上です。',
    pauseKey: '一時停止',
    resultWhole: (files: string, signIns: string, seconds: string) =>
      `${files} ファイルをすべて ${seconds} 秒で読み取りました。案件のサインイン記録は ${signIns} 件です。`,
    resultMixed: (files: string, read: string, rest: string, signIns: string, seconds: string) =>
      `${seconds} 秒で ${files} ファイルを確認しました。${read} 件は全体を読み取り、${rest}です。案件のサインイン記録は ${signIns} 件です。`,
    resultStopped: (files: string, done: string, signIns: string) =>
      `${files} ファイル中 ${done} 件で中止しました。案件のサインイン記録は ${signIns} 件です。残りはいつでも読み取れます。`,
    restPartial: (n: string) => `一部を読み取り ${n} 件`,
    restFailed: (n: string) => `読み取り不可 ${n} 件`,
    restSkipped: (n: string) => `対象外 ${n} 件`,
    restJoin: '、',
    notWhole: '読み取れなかった、または途中までのファイル',
    limitNote: '上限に達した箇所は、信頼できる証拠であれば残りも読み取れます。',
    raiseLimits: '上限を上げて読み直す',
    moreNotWhole: (n: string) => `ほか ${n} 件`,
    readBefore: (files: string) =>
      `${files} 件のファイルは、以前のバージョンの Trailcase で読み取ったものです。このバージョンではさらに読み取れる可能性があります。同じ証拠をもう一度読み取ってください。`,
    renewed: (files: string) =>
      `${files} 件のファイルで、このバージョンの読み取り結果が以前のバージョンと異なりました。新しい結果に置き換えました。`,
    withdrawn: (signIns: string) =>
      `以前のバージョンだけが読み取ったサインイン記録 ${signIns} 件を案件から除きました。`,
    readRest: '残りを読み取る',
    againTitle: '同じ証拠をもう一度読み取る',
    againLead:
      'その後に増えたもの、変わったものと、以前のバージョンの Trailcase では読み取れず、このバージョンで読み取れるものを追加します。変わっていないファイルが二重に数えられることはありません。',
    againRead: (places: string) => `${places} か所を読み取る`,
    againGone: '現在は見つかりません',
    cancel: 'キャンセル',
    caseSums: (files: string, records: string, signIns: string) =>
      `${files} ファイルが見つかりました。CloudTrail 記録 ${records} 件を読み取り、重複を除くサインイン記録 ${signIns} 件がタイムラインにあります。`,
  },
})

/** Why a file was not read whole; full sentences, so that they can stand alone in a table. */
export const sourceReasonWords: Record<Language, Record<SourceReason, string>> = {
  en: {
    empty: 'The file is empty.',
    'not-json': 'Not a CloudTrail log.',
    'not-a-trail': 'It holds no CloudTrail records.',
    'form-not-known': 'A form that is not read holds what looks like CloudTrail records',
    digest: 'A CloudTrail digest file. It holds hashes, no records; the validation of log files uses it.',
    'container-not-supported': 'A kind of archive that is not read. Unpack it first.',
    'not-a-file': 'Not a regular file.',
    'symlink-loop': 'A link that leads back to its own folder.',
    'own-case': 'It belongs to the case that is open, and is no evidence.',
    insight: 'CloudTrail Insights events. They hold no sign-ins.',
    'network-activity': 'CloudTrail network activity events. They hold no sign-ins.',
    'lake-signature': 'The signature of a CloudTrail Lake result. It holds hashes, no records.',
    ocsf: 'Records in the OCSF schema of Security Lake. They are not the CloudTrail records themselves.',
    'record-not-included': 'An export of single fields that does not include the CloudTrail records.',
    encrypted: 'It is encrypted. Unpack it with its password first.',
    'method-not-supported': 'Packed in a way that is not read. Unpack it first.',
    'link-not-followed': 'A link inside an archive. Links are not followed.',
    'gzip-truncated': 'The gzip data ends early',
    'gzip-corrupt': 'The gzip data is corrupt',
    'gzip-trailing-bytes': 'Other bytes follow the gzip data',
    'json-truncated': 'The JSON ends in the middle',
    'json-syntax': 'The JSON is broken',
    'json-trailing-bytes': 'Other bytes follow the JSON',
    'json-repeated-key': 'A JSON key stands more than once; everything under it was read',
    'line-not-ended': 'The last line has no line end; it may be whole, or cut off',
    'csv-syntax': 'The CSV is broken',
    'csv-truncated': 'The CSV ends in the middle of a row',
    'record-too-large': 'A record is larger than the limit',
    'inflated-too-large': 'The unpacked content is larger than the limit',
    'inflation-ratio': 'It unpacks to far more than a log would',
    'nesting-too-deep': 'The JSON is nested deeper than the limit',
    'zstd-truncated': 'The zstd data ends early',
    'zstd-corrupt': 'The zstd data is corrupt',
    'zstd-trailing-bytes': 'Other bytes follow the zstd data',
    'container-truncated': 'The archive ends early',
    'container-corrupt': 'The archive is damaged',
    'container-extra-bytes': 'The archive holds bytes that belong to none of its files',
    'checksum-mismatch': 'The checksum in the archive does not fit the content',
    'directory-disagrees': 'The list of files in the archive does not fit what it holds',
    'entries-overlap': 'Files in the archive share the same bytes, as in a zip bomb',
    'name-too-long': 'A file name in the archive is longer than the limit',
    'containers-too-deep': 'More archives inside each other than the limit',
    'too-many-members': 'The archive holds more files than the limit',
    'total-too-large': 'Everything unpacked is larger than the limit',
    'scratch-failed': 'There was no room on the drive to unpack it',
    'not-found': 'The file is no longer there.',
    'no-permission': 'You may not read this file.',
    'read-error': 'The drive could not read the file',
    'changed-while-reading': 'The file changed while it was read.',
    interrupted: 'Reading was broken off; adding the evidence again reads the rest.',
  },
  ja: {
    empty: '空のファイルです。',
    'not-json': 'CloudTrail のログではありません。',
    'not-a-trail': 'CloudTrail の記録がありません。',
    'form-not-known': '読み取れない形式の中に、CloudTrail の記録らしい文字列があります',
    digest: 'CloudTrail のダイジェストファイルです。記録は含まず、ログファイルの検証に使います。',
    'container-not-supported': '読み取れない種類のアーカイブです。先に展開してください。',
    'not-a-file': '通常のファイルではありません。',
    'symlink-loop': '自身のフォルダーに戻るリンクです。',
    'own-case': '開いている案件のファイルであり、証拠ではありません。',
    insight: 'CloudTrail Insights のイベントです。サインインは含みません。',
    'network-activity': 'CloudTrail のネットワークアクティビティイベントです。サインインは含みません。',
    'lake-signature': 'CloudTrail Lake の結果の署名ファイルです。記録は含みません。',
    ocsf: 'Security Lake の OCSF 形式の記録です。CloudTrail の記録そのものではありません。',
    'record-not-included': '個々の項目だけの書き出しで、CloudTrail の記録そのものがありません。',
    encrypted: '暗号化されています。先にパスワードで展開してください。',
    'method-not-supported': '読み取れない方式で圧縮されています。先に展開してください。',
    'link-not-followed': 'アーカイブ内のリンクです。リンク先は読みません。',
    'gzip-truncated': 'gzip が途中で終わっています',
    'gzip-corrupt': 'gzip が壊れています',
    'gzip-trailing-bytes': 'gzip の後に別のバイトがあります',
    'json-truncated': 'JSON が途中で終わっています',
    'json-syntax': 'JSON の形式が壊れています',
    'json-trailing-bytes': 'JSON の後に別のバイトがあります',
    'json-repeated-key': 'JSON の同じキーが複数あります（すべて読み取り済み）',
    'line-not-ended': '最終行に改行がないため、途中で切れているかどうか分かりません',
    'csv-syntax': 'CSV の形式が壊れています',
    'csv-truncated': 'CSV が行の途中で終わっています',
    'record-too-large': '上限より大きい記録があります',
    'inflated-too-large': '展開後の大きさが上限を超えています',
    'inflation-ratio': 'ログとしては異常な大きさに展開されます',
    'nesting-too-deep': 'JSON の入れ子が上限より深くなっています',
    'zstd-truncated': 'zstd が途中で終わっています',
    'zstd-corrupt': 'zstd が壊れています',
    'zstd-trailing-bytes': 'zstd の後に別のバイトがあります',
    'container-truncated': 'アーカイブが途中で終わっています',
    'container-corrupt': 'アーカイブが壊れています',
    'container-extra-bytes': 'アーカイブに、どのファイルにも属さないバイトがあります',
    'checksum-mismatch': 'アーカイブのチェックサムが内容と一致しません',
    'directory-disagrees': 'アーカイブのファイル一覧が実際の内容と一致しません',
    'entries-overlap': 'アーカイブ内のファイルが同じバイトを共有しています（zip 爆弾の形）',
    'name-too-long': 'アーカイブ内のファイル名が上限より長くなっています',
    'containers-too-deep': 'アーカイブの入れ子が上限より深くなっています',
    'too-many-members': 'アーカイブ内のファイル数が上限を超えています',
    'total-too-large': '展開後の総量が上限を超えています',
    'scratch-failed': '展開するための空き容量がドライブにありませんでした',
    'not-found': 'ファイルがなくなっています。',
    'no-permission': '読み取りの権限がありません。',
    'read-error': 'ドライブから読み取れませんでした',
    'changed-while-reading': '読み取り中にファイルが変更されました。',
    interrupted: '読み取りが途中で終わりました。同じ証拠をもう一度追加すると残りを読み取ります。',
  },
}

/**
 * The reason of a ledger line in words: what is wrong, where, and what was kept. `offset` is in bytes; a null
 * `offsetIn` says only that number, because what it counts is not known. `records`
 * is only told for a file of which a part was kept.
 */
export function sourceReasonText(
  language: Language,
  trouble: {
    readonly reason: SourceReason
    readonly offset: number | null
    readonly offsetIn: 'file' | 'content' | null
    readonly records: number | null
  },
  countText: (n: number) => string,
): string {
  const texts = importTexts[language]
  const what = sourceReasonWords[language][trouble.reason]
  const stop = language === 'ja' ? '。' : '.'
  const bare = what.endsWith(stop) ? what.slice(0, -stop.length) : what
  const place =
    // An empty file has no place.
    trouble.offset === null || trouble.reason === 'empty'
      ? ''
      : trouble.offsetIn === 'content'
        ? texts.atContentByte(countText(trouble.offset))
        : trouble.offsetIn === 'file'
          ? texts.atFileByte(countText(trouble.offset))
          : texts.atByte(countText(trouble.offset))
  const first = place === '' ? bare : language === 'ja' ? `${bare}（${place}）` : `${bare} ${place}`
  if (trouble.records === null || trouble.reason === 'json-repeated-key') return `${first}${stop}`
  const kept = texts.recordsKept(countText(trouble.records))
  return language === 'ja' ? `${first}${stop}${kept}` : `${first}${stop} ${kept}`
}
