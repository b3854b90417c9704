import type { SourceReason } from '../domain/source.ts'
import type { Language } from '../domain/units.ts'
import { catalogue } from './catalogue.ts'

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
    add: 'Add evidence',
    progress: 'Progress of reading',
    ofFiles: (done: string, found: string, percent: string) => `${done} of ${found} files, ${percent} %`,
    foundSoFar: (found: string) => `${found} files found so far`,
    rates: (files: string, records: string) => `${files} files/s, ${records} records/s`,
    secondsLeft: (seconds: string) => `about ${seconds} s left`,
    minutesLeft: (minutes: string) => `about ${minutes} min left`,
    files: 'Files',
    readWhole: 'Read',
    unchanged: 'of read: unchanged since an earlier import',
    partial: 'Damaged, partly read',
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
    viewDamaged: 'Damaged',
    saveLedger: 'Save ledger as CSV',
    ledgerSaved: (rows: string) => `Ledger saved: ${rows} lines`,
    colState: 'State',
    colFile: 'File',
    colReason: 'Reason',
    colRecords: 'Records',
    emptyAll: 'No file has been read yet',
    emptyAttention: 'No file needs a look',
    emptySkipped: 'No file was skipped',
    emptyDamaged: 'No file is damaged',
    emptyNote: 'Every file that was met is listed here, also those that were not read.',
    recordsKept: (records: string) => `${records} records before it are kept; how many followed is unknown.`,
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
      `${files} files were found and all were read in ${seconds} s. ${signIns} sign-in records are in the case.`,
    resultMixed: (files: string, read: string, rest: string, signIns: string, seconds: string) =>
      `${files} files were found in ${seconds} s: ${read} were read whole, ${rest}. ${signIns} sign-in records are in the case.`,
    resultStopped: (files: string, done: string, signIns: string) =>
      `Reading was stopped after ${done} of ${files} files. ${signIns} sign-in records are in the case. Add the same evidence again to read the rest.`,
    restPartial: (n: string) => `${n} damaged`,
    restFailed: (n: string) => `${n} not readable`,
    restSkipped: (n: string) => `${n} skipped`,
    restJoin: ', ',
    damagedFiles: 'Damaged files',
    moreDamaged: (n: string) => `and ${n} more`,
    caseSums: (files: string, records: string, signIns: string) =>
      `${files} files were found. ${records} CloudTrail records were read from them; ${signIns} distinct sign-in records are in the timeline.`,
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
    add: '証拠を追加',
    progress: '読み取りの進み具合',
    ofFiles: (done: string, found: string, percent: string) => `${found} ファイル中 ${done} 件、${percent} %`,
    foundSoFar: (found: string) => `これまでに ${found} ファイル`,
    rates: (files: string, records: string) => `毎秒 ${files} ファイル、${records} レコード`,
    secondsLeft: (seconds: string) => `残り約 ${seconds} 秒`,
    minutesLeft: (minutes: string) => `残り約 ${minutes} 分`,
    files: 'ファイル',
    readWhole: '読み取り済み',
    unchanged: 'うち前回の取り込みから変更なし',
    partial: '破損（一部を読み取り）',
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
    viewDamaged: '破損',
    saveLedger: '台帳を CSV で保存',
    ledgerSaved: (rows: string) => `台帳を保存しました（${rows} 行）`,
    colState: '状態',
    colFile: 'ファイル',
    colReason: '理由',
    colRecords: '記録数',
    emptyAll: 'まだ読み取ったファイルはありません',
    emptyAttention: '確認が必要なファイルはありません',
    emptySkipped: '対象外のファイルはありません',
    emptyDamaged: '破損したファイルはありません',
    emptyNote: '読み取らなかったものも含め、見つかったファイルはすべてここに載ります。',
    recordsKept: (records: string) =>
      `それより前の ${records} 件は残しました。続きが何件あったかは不明です。`,
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
      `${files} ファイル中 ${done} 件で中止しました。案件のサインイン記録は ${signIns} 件です。残りを読むには同じ証拠をもう一度追加してください。`,
    restPartial: (n: string) => `破損 ${n} 件`,
    restFailed: (n: string) => `読み取り不可 ${n} 件`,
    restSkipped: (n: string) => `対象外 ${n} 件`,
    restJoin: '、',
    damagedFiles: '破損したファイル',
    moreDamaged: (n: string) => `ほか ${n} 件`,
    caseSums: (files: string, records: string, signIns: string) =>
      `${files} ファイルが見つかりました。CloudTrail 記録 ${records} 件を読み取り、重複を除くサインイン記録 ${signIns} 件がタイムラインにあります。`,
  },
})

/** Why a file was not read whole; full sentences, so that they can stand alone in a table. */
export const sourceReasonWords: Record<Language, Record<SourceReason, string>> = {
  en: {
    empty: 'The file is empty.',
    'not-json': 'Not a CloudTrail log.',
    'not-a-trail': 'JSON, but without CloudTrail records.',
    digest: 'A CloudTrail digest file. It holds hashes, no records.',
    'container-not-supported': 'A kind of archive that is not read. Unpack it first.',
    'not-a-file': 'Not a regular file.',
    'symlink-loop': 'A link that leads back to its own folder.',
    'gzip-truncated': 'The gzip data ends early',
    'gzip-corrupt': 'The gzip data is corrupt',
    'gzip-trailing-bytes': 'Other bytes follow the gzip data',
    'json-truncated': 'The JSON ends in the middle',
    'json-syntax': 'The JSON is broken',
    'json-trailing-bytes': 'Other bytes follow the JSON',
    'record-too-large': 'A record is larger than the limit',
    'inflated-too-large': 'The unpacked content is larger than the limit',
    'inflation-ratio': 'It unpacks to far more than a log would',
    'nesting-too-deep': 'The JSON is nested deeper than the limit',
    'not-found': 'The file is no longer there.',
    'no-permission': 'You may not read this file.',
    'read-error': 'The drive could not read the file',
    'changed-while-reading': 'The file changed while it was read.',
    interrupted: 'Reading was broken off; adding the evidence again reads the rest.',
  },
  ja: {
    empty: '空のファイルです。',
    'not-json': 'CloudTrail のログではありません。',
    'not-a-trail': 'JSON ですが、CloudTrail の記録がありません。',
    digest: 'CloudTrail のダイジェストファイルです。記録は含みません。',
    'container-not-supported': '読み取れない種類のアーカイブです。先に展開してください。',
    'not-a-file': '通常のファイルではありません。',
    'symlink-loop': '自身のフォルダーに戻るリンクです。',
    'gzip-truncated': 'gzip が途中で終わっています',
    'gzip-corrupt': 'gzip が壊れています',
    'gzip-trailing-bytes': 'gzip の後に別のバイトがあります',
    'json-truncated': 'JSON が途中で終わっています',
    'json-syntax': 'JSON の形式が壊れています',
    'json-trailing-bytes': 'JSON の後に別のバイトがあります',
    'record-too-large': '上限より大きい記録があります',
    'inflated-too-large': '展開後の大きさが上限を超えています',
    'inflation-ratio': 'ログとしては異常な大きさに展開されます',
    'nesting-too-deep': 'JSON の入れ子が上限より深くなっています',
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
    trouble.offset === null
      ? ''
      : trouble.offsetIn === 'content'
        ? texts.atContentByte(countText(trouble.offset))
        : trouble.offsetIn === 'file'
          ? texts.atFileByte(countText(trouble.offset))
          : texts.atByte(countText(trouble.offset))
  const first = place === '' ? bare : language === 'ja' ? `${bare}（${place}）` : `${bare} ${place}`
  if (trouble.records === null) return `${first}${stop}`
  const kept = texts.recordsKept(countText(trouble.records))
  return language === 'ja' ? `${first}${stop}${kept}` : `${first}${stop} ${kept}`
}
