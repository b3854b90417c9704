import type { IntegrityView } from '../domain/integrity.ts'
import { catalogue } from './catalogue.ts'

interface ValidationTexts {
  readonly title: string
  readonly run: string
  readonly runAgain: string
  readonly never: string
  readonly neverText: string
  readonly running: string
  readonly reading: (what: 'digests' | 'logs', done: string, total: string) => string
  readonly stopped: string
  readonly ended: (holds: boolean) => string
  readonly outdated: string
  readonly outdatedShort: string
  readonly lastRun: (author: string) => string
  readonly unnamed: string
  readonly details: string
  /** Between two sentences. */
  readonly space: string
  // levels
  readonly levels: string
  readonly level1: string
  readonly level2: string
  readonly level3: string
  readonly logsMatch: (match: string, all: string) => string
  readonly logsDiffer: (n: string) => string
  readonly logsMissing: (n: string) => string
  readonly logsUnlisted: (n: string) => string
  readonly digestsChain: (match: string, all: string) => string
  readonly notAuthenticated: string
  readonly digestsSigned: (match: string, all: string, logs: string) => string
  readonly signaturesOutside: (n: string) => string
  readonly noKeys: string
  readonly noDigests: string
  readonly gaps: (n: string) => string
  // statement
  /** `logs` have the content that a digest states, `signed` of them under a checked signature. */
  readonly holds: Readonly<
    Record<'signed' | 'partly' | 'unsigned' | 'chain' | 'nothing', (signed: string, logs: string) => string>
  >
  /** Before the list of classes; `failsUnproved` where none of them is invalid or missing. */
  readonly fails: string
  readonly failsUnproved: string
  readonly failsRest: string
  readonly problems: Readonly<
    Record<
      'invalid' | 'missing' | 'no-key' | 'unsigned' | 'unlisted',
      { readonly word: (files: string) => string; readonly why: string }
    >
  >
  // sides
  readonly counts: string
  readonly digestFiles: string
  readonly logFiles: string
  readonly lakeFiles: string
  readonly all: string
  readonly why: string
  readonly whyNone: string
  readonly keys: string
  readonly keyFile: (name: string, keys: string) => string
  readonly keysNone: string
  // list
  readonly checks: string
  readonly views: Readonly<Record<IntegrityView, string>>
  readonly empty: Readonly<Record<IntegrityView, string>>
  readonly backfill: string
  readonly kinds: Readonly<Record<'digest' | 'log' | 'lake', string>>
  readonly level: string
  readonly reasons: string
  readonly noReason: string
  readonly found: string
  readonly stated: string
  readonly same: string
  readonly different: string
  readonly notFound: string
  readonly notStated: string
  readonly place: string
  readonly object: string
  readonly notHere: string
  readonly awsWords: string
  readonly awsNothing: string
  readonly facts: string
  readonly copy: (what: string) => string
  readonly keyNext: string
  readonly keyUnfold: string
  readonly keyRun: string
  // dialog
  readonly dialogTitle: string
  readonly dialogText: string
  readonly chooseKeys: string
  readonly addKeys: string
  readonly removeKey: (name: string) => string
  readonly withoutKeys: string
  readonly start: string
  readonly stop: string
  readonly keysHow: string
  readonly command: string
  readonly copyCommand: string
  // without digests
  readonly askTitle: string
  readonly askText: string
  readonly askDigests: string
  readonly askDigestsNote: string
  readonly askKeys: string
  readonly askKeysNote: string
  readonly askNewest: string
  readonly askNewestNote: string
  readonly nothingToValidate: string
}

/** Log file validation in the window. */
export const validationTexts = catalogue<ValidationTexts>({
  en: {
    title: 'Are these the files that CloudTrail delivered?',
    run: 'Validate…',
    runAgain: 'Validate again…',
    never: 'Not validated yet',
    neverText:
      'CloudTrail writes a digest file every hour, which states the hash of each log file and is signed. Validation reads both again, for reading only, and says of each file how far the proof goes. Nothing leaves this computer.',
    running: 'Validating',
    reading: (what, done, total) =>
      what === 'digests' ? `Digest files: ${done} of ${total}` : `Log files: ${done} of ${total}`,
    stopped: 'The validation was stopped. The result before it is kept.',
    ended: (holds) =>
      holds ? 'Validated: nothing is wrong or missing.' : 'Validated: some files need a look.',
    outdated: 'Files were added since this validation. It says nothing of them.',
    outdatedShort: 'out of date',
    lastRun: (author) => `Validated by ${author}`,
    unnamed: 'somebody who gave no name',
    details: 'Every file and its verdict',
    space: ' ',
    levels: 'How far the proof goes',
    level1: 'Log files match their digest',
    level2: 'Digest files form a chain',
    level3: 'Signed by CloudTrail',
    logsMatch: (match, all) =>
      `${match} of ${all} log files have the content that a digest file states (SHA-256).`,
    logsDiffer: (n) => (n === '1' ? '1 differs.' : `${n} differ.`),
    logsMissing: (n) => (n === '1' ? '1 is listed and missing.' : `${n} are listed and missing.`),
    logsUnlisted: (n) => (n === '1' ? '1 is in no digest file.' : `${n} are in no digest file.`),
    digestsChain: (match, all) =>
      `${match} of ${all} digest files have the hash that the next one states, or are signed.`,
    notAuthenticated: 'Consistent, not authenticated: who could write all files could write all of this.',
    digestsSigned: (match, all, logs) =>
      `${match} of ${all} digest files are signed with a key of the list. They vouch for ${logs} log files.`,
    signaturesOutside: (n) =>
      n === '1'
        ? 'The signature of 1 lies outside the files.'
        : `The signatures of ${n} lie outside the files.`,
    noKeys: 'Not checked: no key list was given.',
    noDigests: 'Not checked: the import holds no digest file.',
    gaps: (n) => (n === '1' ? 'There is 1 gap.' : `There are ${n} gaps.`),
    holds: {
      signed: () =>
        'Every log file that a digest file lists is what CloudTrail delivered: the digest files are signed.',
      partly: (signed, logs) =>
        `Nothing was found wrong. ${signed} of ${logs} log files are what CloudTrail delivered, under a checked signature; the others match a digest file whose signature lies outside the files.`,
      unsigned: () =>
        'Nothing was found wrong, and nothing is authenticated: the key list was given, but no signature lies in the files that it could check. The log files match what the digest files state.',
      chain: () =>
        'The files fit together: consistent, not authenticated. With a key list the signatures can be checked too.',
      nothing: () =>
        'Nothing was found wrong, and nothing could be proved: no log file is listed in a digest file.',
    },
    fails: 'Not every file could be shown to be as CloudTrail delivered it:',
    failsUnproved:
      'No file was found changed or missing. Not every file could be shown to be as CloudTrail delivered it:',
    failsRest: 'The others are as the levels below say.',
    problems: {
      invalid: {
        word: (n) => `${n} invalid`,
        why: ': damaged, or content, place or signature is not what the digest files state.',
      },
      missing: {
        word: (n) => `${n} missing`,
        why: ': a digest file names it, or it was read before, and it is not there now.',
      },
      'no-key': {
        word: (n) => `${n} not authenticated`,
        why: ': the key list does not hold the key that was used. This speaks neither for nor against them.',
      },
      unsigned: {
        word: (n) => `${n} not authenticated`,
        why: ': the digest file, or what vouches for it, could not be checked.',
      },
      unlisted: {
        word: (n) => `${n} in no digest file`,
        why: ': nothing in the import states what the content should be.',
      },
    },
    counts: 'Verdicts',
    digestFiles: 'Digest files',
    logFiles: 'Log files',
    lakeFiles: 'Lake results',
    all: 'All',
    why: 'Why, and how often',
    whyNone: 'Nothing: every file is valid without a remark.',
    keys: 'Key lists',
    keyFile: (name, keys) => `${name}, ${keys} ${keys === '1' ? 'key' : 'keys'}`,
    keysNone: 'None was given, so signatures were not checked.',
    checks: 'Files',
    views: { all: 'All', problems: 'Problems', digests: 'Digests', logs: 'Logs', lake: 'Lake' },
    empty: {
      all: 'No file could be validated',
      problems: 'No file is changed, missing, or not authenticated',
      digests: 'No digest file is in the import',
      logs: 'No log file is in the import',
      lake: 'No saved result of CloudTrail Lake is in the import',
    },
    backfill: 'written later',
    kinds: { digest: 'Digest', log: 'Log', lake: 'Lake' },
    level: 'Proof',
    reasons: 'Why',
    noReason: 'Nothing to add.',
    found: 'SHA-256 found',
    stated: 'SHA-256 stated',
    same: 'the same',
    different: 'different',
    notFound: 'not known: the file was not read',
    notStated: 'no file states one',
    place: 'In the import',
    object: 'S3 key',
    notHere: 'not there',
    awsWords: 'AWS says',
    awsNothing: 'nothing: its tool would not look at this, or needs what is not in the files',
    facts: 'Facts',
    copy: (what) => `Copy: ${what}`,
    keyNext: 'next, previous file',
    keyUnfold: 'unfold',
    keyRun: 'validate',
    dialogTitle: 'Validate log files',
    dialogText:
      'Digest files and log files of this case are read again, for reading only. With key lists, signatures are checked too.',
    chooseKeys: 'Choose key lists…',
    addKeys: 'Add…',
    removeKey: (name) => `Remove ${name}`,
    withoutKeys: 'No key list: hashes and chain are checked, signatures are not.',
    start: 'Validate',
    stop: 'Stop',
    keysHow:
      'A key list is the saved answer of this command, run once for each region by somebody with access to AWS:',
    command: 'Command',
    copyCommand: 'Copy the command',
    askTitle: 'No digest file is in this case',
    askText:
      'Without digest files nobody can show that log files are unchanged and complete. CloudTrail keeps them in the same bucket when log file validation is on. Ask for them like this, then add them to the case:',
    askDigests: 'Digest files',
    askDigestsNote:
      'The folder CloudTrail-Digest beside the folder CloudTrail. In an organisation the ID of the organisation stands before the account.',
    askKeys: 'Public keys, for each region',
    askKeysNote: 'The times must cover the period; without them only the newest key is given.',
    askNewest: 'Signature of the newest digest file, for each account and region',
    askNewestNote: 'It lies in the metadata of the object. Save the answer beside the digest file.',
    nothingToValidate: 'There is nothing to validate yet: no file was read into this case.',
  },
  ja: {
    title: 'CloudTrail が配信したままのファイルか',
    run: '検証…',
    runAgain: 'もう一度検証…',
    never: 'まだ検証していません',
    neverText:
      'CloudTrail は 1 時間ごとに、各ログファイルのハッシュを記載した署名付きのダイジェストファイルを書き出します。検証では両方を読み取り専用で読み直し、証明がどこまで及ぶかをファイルごとに示します。データがこのコンピューターの外に出ることはありません。',
    running: '検証中',
    reading: (what, done, total) =>
      what === 'digests'
        ? `ダイジェストファイル：${total} 件中 ${done} 件`
        : `ログファイル：${total} 件中 ${done} 件`,
    stopped: '検証を中止しました。前回の結果は残っています。',
    ended: (holds) =>
      holds ? '検証しました。誤りも欠落もありません。' : '検証しました。確認が必要なファイルがあります。',
    outdated: 'この検証の後にファイルが追加されています。追加分は検証していません。',
    outdatedShort: '要再検証',
    lastRun: (author) => `検証者：${author}`,
    unnamed: '氏名の記載なし',
    details: '全ファイルの判定',
    space: '',
    levels: '証明の及ぶ範囲',
    level1: 'ログファイルがダイジェストと一致',
    level2: 'ダイジェストファイルが連鎖',
    level3: 'CloudTrail の署名',
    logsMatch: (match, all) =>
      `ログファイル ${all} 件中 ${match} 件の内容が、ダイジェストファイルに記載の SHA-256 と一致します。`,
    logsDiffer: (n) => `相違 ${n} 件。`,
    logsMissing: (n) => `記載があるのに欠落 ${n} 件。`,
    logsUnlisted: (n) => `どのダイジェストファイルにも記載なし ${n} 件。`,
    digestsChain: (match, all) =>
      `ダイジェストファイル ${all} 件中 ${match} 件が、次のファイルに記載のハッシュと一致するか、署名を確認できます。`,
    notAuthenticated:
      '整合は確認済み、真正性は未確認です。すべてのファイルを書ける者は、この整合も作り出せます。',
    digestsSigned: (match, all, logs) =>
      `ダイジェストファイル ${all} 件中 ${match} 件は鍵リストの鍵による署名があり、ログファイル ${logs} 件を裏付けます。`,
    signaturesOutside: (n) => `${n} 件の署名はファイルの外にあります。`,
    noKeys: '未確認：鍵リストがありません。',
    noDigests: '未確認：ダイジェストファイルがありません。',
    gaps: (n) => `途切れ ${n} 件。`,
    holds: {
      signed: () =>
        'ダイジェストファイルに記載されたログファイルは、すべて CloudTrail が配信したままです。ダイジェストファイルの署名を確認しました。',
      partly: (signed, logs) =>
        `誤りは見つかっていません。ログファイル ${logs} 件中 ${signed} 件は、確認済みの署名により CloudTrail が配信したままです。残りは、署名がファイルの外にあるダイジェストファイルの記載と一致しています。`,
      unsigned: () =>
        '誤りは見つかりませんが、真正性は確認できていません。鍵リストで確認できる署名がファイルの中にありません。ログファイルはダイジェストファイルの記載と一致しています。',
      chain: () => 'ファイルどうしは整合しています（真正性は未確認）。鍵リストがあれば署名も確認できます。',
      nothing: () =>
        '誤りは見つかりませんが、証明できたものもありません。ダイジェストファイルに記載されたログファイルがありません。',
    },
    fails: 'CloudTrail が配信したままであると示せないファイルがあります。',
    failsUnproved:
      '変更や欠落は見つかっていません。CloudTrail が配信したままであると示せないファイルがあります。',
    failsRest: 'ほかは下記の範囲で確認できています。',
    problems: {
      invalid: {
        word: (n) => `無効 ${n} 件`,
        why: '：破損しているか、内容、場所、署名がダイジェストファイルの記載と異なります。',
      },
      missing: {
        word: (n) => `欠落 ${n} 件`,
        why: '：ダイジェストファイルに記載があるか、以前に読み取りましたが、現在ありません。',
      },
      'no-key': {
        word: (n) => `真正性を未確認 ${n} 件`,
        why: '：使われた鍵が鍵リストにありません。正しいとも誤りとも言えません。',
      },
      unsigned: {
        word: (n) => `真正性を未確認 ${n} 件`,
        why: '：ダイジェストファイル、またはそれを裏付けるものを確認できません。',
      },
      unlisted: {
        word: (n) => `ダイジェストに記載なし ${n} 件`,
        why: '：本来の内容を示すものが取り込みにありません。',
      },
    },
    counts: '判定の内訳',
    digestFiles: 'ダイジェスト',
    logFiles: 'ログファイル',
    lakeFiles: 'Lake の結果',
    all: '合計',
    why: '理由と件数',
    whyNone: 'ありません。すべて有効です。',
    keys: '鍵リスト',
    keyFile: (name, keys) => `${name}（鍵 ${keys} 個）`,
    keysNone: '指定がないため、署名は確認していません。',
    checks: 'ファイル',
    views: { all: 'すべて', problems: '要確認', digests: 'ダイジェスト', logs: 'ログ', lake: 'Lake' },
    empty: {
      all: '検証できるファイルがありません',
      problems: '変更、欠落、真正性を確認できないファイルはありません',
      digests: 'ダイジェストファイルがありません',
      logs: 'ログファイルがありません',
      lake: 'CloudTrail Lake の保存された結果がありません',
    },
    backfill: '後から作成',
    kinds: { digest: 'ダイジェスト', log: 'ログ', lake: 'Lake' },
    level: '証明',
    reasons: '理由',
    noReason: '特にありません。',
    found: '実際の SHA-256',
    stated: '記載の SHA-256',
    same: '一致',
    different: '相違',
    notFound: '不明（ファイルを読み取れません）',
    notStated: '記載したファイルなし',
    place: '取り込み内の場所',
    object: 'S3 キー',
    notHere: 'なし',
    awsWords: 'AWS の表示',
    awsNothing: 'なし（AWS のツールは対象としないか、ファイルにない情報が必要です）',
    facts: '事実',
    copy: (what) => `コピー：${what}`,
    keyNext: '次・前のファイル',
    keyUnfold: '開く・閉じる',
    keyRun: '検証',
    dialogTitle: 'ログファイルの検証',
    dialogText:
      'この案件のダイジェストファイルとログファイルを読み取り専用で読み直します。鍵リストがあれば署名も確認します。',
    chooseKeys: '鍵リストを選択…',
    addKeys: '追加…',
    removeKey: (name) => `${name} を外す`,
    withoutKeys: '鍵リストなし：ハッシュと連鎖を確認し、署名は確認しません。',
    start: '検証',
    stop: '中止',
    keysHow:
      '鍵リストは次のコマンドの結果を保存したものです。AWS にアクセスできる人がリージョンごとに 1 回実行します。',
    command: 'コマンド',
    copyCommand: 'コマンドをコピー',
    askTitle: 'この案件にはダイジェストファイルがありません',
    askText:
      'ダイジェストファイルがないと、ログファイルが変更されておらず、そろっていることを誰も示せません。ログファイルの検証が有効であれば、CloudTrail は同じバケットに保存しています。次のように依頼し、受領後に案件に追加してください。',
    askDigests: 'ダイジェストファイル',
    askDigestsNote:
      'フォルダー CloudTrail と並ぶフォルダー CloudTrail-Digest にあります。組織の証跡では、アカウントの前に組織の ID が入ります。',
    askKeys: '公開鍵（リージョンごと）',
    askKeysNote: '期間全体を含む時刻を指定してください。指定がないと最新の鍵だけになります。',
    askNewest: '最新のダイジェストファイルの署名（アカウントとリージョンごと）',
    askNewestNote: 'オブジェクトのメタデータにあります。結果をダイジェストファイルの隣に保存してください。',
    nothingToValidate: '検証するものがまだありません。この案件にはファイルが読み込まれていません。',
  },
})
