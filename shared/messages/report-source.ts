import { catalogue } from './catalogue.ts'

/** Files and sums. */
export const sourceWords = catalogue({
  en: {
    itemsLead:
      '{found} {found|file was|files were} found under the paths that were given, {bytes} bytes in all. Each was opened for reading only and hashed while it was read; the hashes below are those of the files as received.',
    itemsNone: 'No file was given.',
    itemsAnnex:
      'Because there are many files, this chapter gives the totals. Annex A lists each file with its hash.',
    manifestLead:
      'The evidence manifest is the list of these files, one line each in the format of sha256sum and in order of path. Its SHA-256 is',
    imports: 'When the files were read',
    importStarted: 'Reading began: {paths}',
    importEnded: 'Reading ended.',
    importStopped: 'Reading was stopped by the examiner before the end.',
    readWhole: 'Read to the end. {records} {records|record|records}, {signIns} of them sign-in records.',
    partly: '{records} {records|record|records} before the damage kept, {signIns} of them sign-in records.',
    unfinished: 'An import was cut off in this file.',
    place: 'At byte {offset} of {where}.',
    inFile: 'the file',
    inContent: 'the unpacked content',
    unhashed: 'no hash: nothing could be read',
    completeAnswer:
      'Of {found} {found|file|files} found, {read} {read|was|were} read to the end, {partial} {partial|is|are} damaged and {partial|was|were} read up to the damage, {skipped} {skipped|was|were} skipped and {failed} could not be read.',
    sumRight: 'The sums below were checked and are right.',
    sumWrong: 'At least one sum below is not right. The difference is printed beside it.',
    files: 'Files',
    signInRecords: 'Sign-in records',
    allRecords: 'All records',
    stored: 'Counted again in the case',
    read: 'Read to the end',
    partial: 'Damaged, read up to the damage',
    skipped: 'Skipped, with reason',
    failed: 'Could not be read',
    reading: 'Cut off during an import',
    found: 'Found',
    indexed: 'New',
    duplicates: 'Duplicates of a record already there',
    conflicts: 'Same event ID, other content',
    signInsFound: 'Found in the files',
    otherRecords: 'Other records',
    recordsRead: 'Read',
    rowsStored: 'Records listed (new + other content)',
    placesStored: 'Places where they were seen',
    checks: 'sum checked',
    differs: 'differs by {n}',
    whySkipped: 'Files that were skipped or not read, by reason',
    count: 'Files',
    reason: 'Reason',
    damaged: 'Damaged files',
    damage: 'Damage',
    kept: 'Kept',
    noDamage: 'No file is damaged.',
    lost: 'How many records followed the damage is not known.',
    firstLast: 'First and last record',
    firstLastText: 'The first sign-in record of the case is of {first}, the last of {last}.',
    noTimes:
      '{n} sign-in {n|record has|records have} no readable event time; they stand at the end of the list.',
    regions: 'Regions',
    regionsText:
      'A sign-in can be recorded in us-east-1, us-east-2, eu-north-1 or ap-southeast-2 although the user works elsewhere. Sign-in records of the case by region: {regions}.',
    regionsMissing:
      'WARNING: no file and no record comes from {regions}. Sign-ins to the console can be recorded there; if log files of these regions exist, they were not handed over.',
    regionsOfAccounts:
      'WARNING: by account more is not there, neither a file nor a record. {accounts}. Each account has log files of its own; sign-ins of its root user are recorded in us-east-1.',
    regionsAllThere:
      'Each region in which the global sign-in endpoint records is among them (us-east-1, us-east-2, eu-north-1, ap-southeast-2).',
    delivered: 'What was delivered',
    deliveredLead:
      'By the names of the files; times are those of delivery, UTC. Days: with a log file, of those from the first to the last.',
    deliveredNone: 'No file has a name from which account, region and time of delivery can be read.',
    deliveredPlace: 'Account and region',
    deliveredLogs: 'Log files',
    deliveredDigests: 'Digests',
    deliveredDays: 'Days',
    deliveredUnplaced:
      '{n} {n|file with sign-ins has|files with sign-ins have} a name that says neither region nor time of delivery and {n|is|are} not in this table.',
    deliveredDelay:
      'From event to delivery, measured at {n} {n|place|places} where a sign-in record stands, copies too: half within {median} min, 95 of 100 within {p95} min, the longest {longest} min. Names of files have whole minutes.',
    deliveredKnows:
      'A day without a log file proves nothing by itself: AWS writes none when nothing happened. Only digest files show that an hour was empty ({ch_integrity}).',
    changes: 'Changes of the trails',
    changesNone:
      'No record of a call that stops, starts, makes, changes or deletes a trail is in the case. That is no proof that there was none: such a call may be in files that were not handed over.',
    changesLead:
      '{n} {n|call|calls} that {n|decides|decide} whether and what a trail records {n|is|are} in the case. After logging or validation was switched off, missing records prove nothing.',
    changesCall: 'Call',
    changesTrail: 'Trail',
    changesRefused: 'refused: {code}',
    changesPlace: '{item}, record {record}',
    changesMore: '{n} more {n|is|are} in the case and not printed.',
    notRead: 'What this version does not read',
    notReadText:
      'Digest files hold no records; what they say of the log files stands in {ch_integrity}. Records of other kinds than sign-ins and changes of trails are counted, but not kept. Nothing can be said about log files that are not among the items.',
  },
  ja: {
    itemsLead:
      '指定された場所でファイル {found} 件、合計 {bytes} バイトが見つかりました。いずれも読み取り専用で開き、読み取りながらハッシュを計算しました。以下のハッシュは受領時のファイルのものです。',
    itemsNone: '指定されたファイルはありません。',
    itemsAnnex: 'ファイルが多いため、この章には合計を示します。各ファイルとハッシュは付録 A にあります。',
    manifestLead:
      '証拠目録は、これらのファイルを sha256sum の形式で 1 行ずつ、パスの順に並べたものです。証拠目録の SHA-256 は次のとおりです。',
    imports: 'ファイルを読み取った日時',
    importStarted: '読み取り開始：{paths}',
    importEnded: '読み取り終了。',
    importStopped: '調査者が途中で読み取りを停止しました。',
    readWhole: '最後まで読み取り済み。記録 {records} 件、うちサインイン記録 {signIns} 件。',
    partly: '破損箇所より前の記録 {records} 件を保持。うちサインイン記録 {signIns} 件。',
    unfinished: 'このファイルの読み取り中に取り込みが中断しました。',
    place: '{where}の {offset} バイト目。',
    inFile: 'ファイル',
    inContent: '展開した内容',
    unhashed: 'ハッシュなし（読み取れませんでした）',
    completeAnswer:
      '見つかったファイル {found} 件のうち、{read} 件を最後まで読み取り、破損した {partial} 件を破損箇所まで読み取りました。{skipped} 件は対象外、{failed} 件は読み取れませんでした。',
    sumRight: '以下の合計は検算済みで、一致しています。',
    sumWrong: '以下に一致しない合計があります。差を横に示しています。',
    files: 'ファイル',
    signInRecords: 'サインイン記録',
    allRecords: 'すべての記録',
    stored: '案件内での再計数',
    read: '最後まで読み取り済み',
    partial: '破損（破損箇所まで読み取り）',
    skipped: '対象外（理由あり）',
    failed: '読み取れなかったもの',
    reading: '取り込みの中断',
    found: '見つかったもの',
    indexed: '新規',
    duplicates: '既存の記録との重複',
    conflicts: '同じ ID で内容が異なるもの',
    signInsFound: 'ファイル内で見つかったもの',
    otherRecords: 'その他の記録',
    recordsRead: '読み取った記録',
    rowsStored: '個別の記録（新規＋内容相違）',
    placesStored: '記録が見つかった箇所',
    checks: '検算済み',
    differs: '差 {n}',
    whySkipped: '対象外または読み取れなかったファイルの理由',
    count: '件数',
    reason: '理由',
    damaged: '破損ファイル',
    damage: '破損の内容',
    kept: '保持',
    noDamage: '破損したファイルはありません。',
    lost: '破損箇所より後の記録の数は分かりません。',
    firstLast: '最初と最後の記録',
    firstLastText: '案件の最初のサインイン記録は {first}、最後の記録は {last} です。',
    noTimes: 'イベント時刻を読めないサインイン記録が {n} 件あり、一覧の末尾に記載しています。',
    regions: 'リージョン',
    regionsText:
      '利用者が別の地域で作業していても、サインインは us-east-1、us-east-2、eu-north-1、ap-southeast-2 に記録されることがあります。案件のサインイン記録のリージョン別件数：{regions}。',
    regionsMissing:
      '注意：{regions} のファイルも記録もありません。コンソールへのサインインがこれらのリージョンに記録されることがあります。ログファイルが存在するなら、受領物に含まれていません。',
    regionsOfAccounts:
      '注意：アカウントごとに見ると、ファイルも記録もないリージョンがほかにもあります（{accounts}）。ログファイルはアカウントごとに作成され、root ユーザーのサインインは us-east-1 に記録されます。',
    regionsAllThere:
      'グローバルのサインインエンドポイントが記録するリージョン（us-east-1、us-east-2、eu-north-1、ap-southeast-2）はすべて含まれています。',
    delivered: '配信された記録',
    deliveredLead:
      'ファイル名によります。時刻は配信時刻（UTC）です。日数は、最初から最後までの日のうちログファイルのある日です。',
    deliveredNone: 'アカウント、リージョン、配信時刻を読み取れる名前のファイルはありません。',
    deliveredPlace: 'アカウントとリージョン',
    deliveredLogs: 'ログ',
    deliveredDigests: 'ダイジェスト',
    deliveredDays: '日数',
    deliveredUnplaced:
      'サインインを含むファイルのうち {n} 件は、名前からリージョンと配信時刻が分からないため、この表に含まれません。',
    deliveredDelay:
      'イベントから配信までの時間（サインイン記録のある {n} か所で測定、複製を含む）：半数が {median} 分以内、95 % が {p95} 分以内、最長 {longest} 分。ファイル名の時刻は分単位です。',
    deliveredKnows:
      'ログファイルのない日があっても、欠落とは限りません。何もなければ AWS はファイルを書きません。空の時間であったことを示せるのはダイジェストファイルだけです（{ch_integrity}）。',
    changes: '証跡の変更',
    changesNone:
      '証跡を停止、開始、作成、変更、削除する呼び出しの記録は、案件にありません。受領していないファイルに含まれる可能性があるため、なかったことの証明にはなりません。',
    changesLead:
      '証跡の記録の有無や対象を変える呼び出しが、案件に {n} 件あります。ログ記録や検証が無効になった後は、記録がなくても何も証明しません。',
    changesCall: '呼び出し',
    changesTrail: '証跡',
    changesRefused: '拒否：{code}',
    changesPlace: '{item}、{record} 件目',
    changesMore: 'ほかの {n} 件は案件にあり、記載していません。',
    notRead: 'この版が読まないもの',
    notReadText:
      'ダイジェストファイルは記録を含みません。ログファイルについてダイジェストが示すことは{ch_integrity}にあります。サインインと証跡の変更のほかの記録は、件数だけを数え、保持しません。受領物に含まれないログファイルについては何も言えません。',
  },
})
