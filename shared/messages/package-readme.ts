import { catalogue } from './catalogue.ts'

/** The files inside a package that are words: README.txt and validation.txt. Commands are the same in both. */
export const packageTexts = catalogue({
  en: {
    title: 'Evidence package',
    issued: (moment: string, tool: string) => `Issued ${moment} with ${tool}.`,
    examiner: (name: string) => `Examiner: ${name}`,
    role: (text: string) => `Role: ${text}`,
    qualification: (text: string) => `Qualification: ${text}`,
    caseNumber: (text: string) => `Case: ${text}`,
    notStated: 'not stated',
    lead: 'You need nothing of the program that made this package. Unpack it into an empty folder, open a terminal there, and check it as follows.',
    files: 'What is in it',
    file: {
      'report.pdf': 'the report',
      'report.html': 'the same report as one web page, without a network',
      'options.json': 'what the report was asked for, with the query as it was typed',
      'exhibits/': 'the record of each exhibit of the report, byte for byte',
      'records.jsonl':
        'all records with a note, an exhibit or a finding, one line each; "raw" holds the exact text',
      'sources.sha256': 'every file of the evidence with its SHA-256',
      'ledger.csv': 'what became of each file: read, read in part, skipped or not readable, and why',
      'validation.json': 'what validating the log files with digest files found',
      'validation.txt': 'the same for people',
      'custody.jsonl': 'what was done in the case, by whom and when, up to the moment of issue',
      'case.trailcase': 'the case file itself, sealed; any SQLite tool opens it',
      'check-seal.sh': 'checks the seal of the case file',
      'public-key.pem': 'the key by which the signature is checked',
      SHA256SUMS: 'the SHA-256 of every file above',
      'SHA256SUMS.sig': 'the signature of SHA256SUMS',
    },
    step1: '1. Is every file as it was packed?',
    step1More:
      'Every line must end in OK. On macOS write "shasum -a 256 -c SHA256SUMS"; in PowerShell compare with Get-FileHash.',
    step2: '2. Who packed it?',
    unsigned:
      'This package is not signed. Step 1 shows damage, but whoever changed a file could have changed its line too. Ask the sender for the SHA-256 of SHA256SUMS by another way, such as by telephone:',
    signed: 'The package is signed with an Ed25519 key. Needs OpenSSL 3 (not LibreSSL):',
    signedGood: 'It must print "Signature Verified Successfully".',
    keyWarning:
      'This proves something only when the key is the examiner’s. Get it, or its fingerprint, by another way than this package (in person, by telephone, from a letter), and compare:',
    fingerprint: (hash: string) => `The fingerprint must be ${hash}.`,
    step3: '3. Is the evidence the same?',
    step3More: 'In the folder that holds the original files:',
    step4: '4. Are the printed records those of the evidence?',
    step4More:
      'The bytes of record 1, and the SHA-256 that its line states (needs jq). "places" says in which file, and from which byte of its unpacked content to which, the record stands; "encoding" says how: plain, as the text of a JSON string (json-string) or of a CSV cell (csv-cell), as a row (csv-row), in JSON that is itself such a text (in-string, in-cell), all of it in UTF-16 where that is said. Where "sameBytes" is false, the record says the same there in other bytes:',
    step5: '5. Is the custody log unbroken?',
    step5More:
      'Each entry has a hash over its fields and the hash of the entry before it (needs Python 3). A log that was cut off at its end or written anew as a whole passes too; compare the last hash with a seal that was noted elsewhere.',
    step6: '6. Is the case file as it was sealed?',
    step6More:
      'Needs sqlite3 and sha256sum; opening the file in Trailcase adds an entry and breaks the match.',
    limits: 'What this does not prove',
    limitsText:
      'That the evidence was complete or genuine before it was read: validation.txt and the report say how far that was shown. That the report draws the right conclusions.',
    notValidated:
      'No validation of the log files with CloudTrail digest files was run in this case. This package therefore says nothing on whether the log files are those that CloudTrail delivered.',
    validated: (at: string, by: string) =>
      `The log files were validated with CloudTrail digest files at ${at} by ${by}.`,
    validationOld: 'Files were added to the case after this validation.',
    holds: 'Nothing is invalid, missing or, as far as keys were given, not authenticated.',
    holdsNot: 'Something is invalid, missing or not authenticated; see below.',
    noKeys:
      'No public keys were given: signatures were not checked. At best, digests are consistent, not authenticated.',
    keys: (path: string, hash: string) => `Public keys: ${path}, SHA-256 ${hash}`,
    reach: (digests: string, logs: string) => `${digests} digest files, ${logs} log files`,
    gap: (account: string, region: string, trail: string, from: string, to: string, missing: boolean) =>
      `No digest file covers ${account} ${region} ${trail} from ${from} to ${to}: ${missing ? 'digest files are missing' : 'validation or logging was off'}.`,
  },
  ja: {
    title: '証拠パッケージ',
    issued: (moment: string, tool: string) => `発行：${moment}（${tool}）`,
    examiner: (name: string) => `調査者：${name}`,
    role: (text: string) => `役職：${text}`,
    qualification: (text: string) => `資格：${text}`,
    caseNumber: (text: string) => `案件：${text}`,
    notStated: '記載なし',
    lead: '確認に、このパッケージを作成したプログラムは必要ありません。空のフォルダーに展開し、そのフォルダーで端末を開いて、次の手順で確認してください。',
    files: '内容',
    file: {
      'report.pdf': '報告書',
      'report.html': '同じ報告書の HTML 版（ネットワーク不要）',
      'options.json': '報告書の指定。検索式は入力したまま',
      'exhibits/': '報告書の各証拠のレコード（元のバイト列のまま）',
      'records.jsonl': 'メモ、証拠、検出事項に関わるすべてのレコード。1 行に 1 件、"raw" は元の文字列のまま',
      'sources.sha256': '証拠のすべてのファイルと SHA-256',
      'ledger.csv': '各ファイルの扱い（読み取り、一部、対象外、読み取り不可）とその理由',
      'validation.json': 'ダイジェストファイルによるログファイルの検証結果',
      'validation.txt': '同じ結果の説明',
      'custody.jsonl': '発行時点までに案件で行った作業、作業者、日時',
      'case.trailcase': '封印した案件ファイル。SQLite のツールで開くことができます',
      'check-seal.sh': '案件ファイルの封印を確認する手順',
      'public-key.pem': '署名を確認する公開鍵',
      SHA256SUMS: '上記のすべてのファイルの SHA-256',
      'SHA256SUMS.sig': 'SHA256SUMS の署名',
    },
    step1: '1. ファイルは作成時のままか',
    step1More:
      'すべての行の末尾が OK になるはずです。macOS では「shasum -a 256 -c SHA256SUMS」、PowerShell では Get-FileHash の値と比べてください。',
    step2: '2. 誰が作成したか',
    unsigned:
      'このパッケージには署名がありません。手順 1 で破損は分かりますが、ファイルを書き換えた人はその行も書き換えられます。SHA256SUMS の SHA-256 を、電話など別の手段で送り主に確認してください。',
    signed:
      'パッケージは Ed25519 の鍵で署名されています。OpenSSL 3 が必要です（LibreSSL では確認できません）。',
    signedGood: '「Signature Verified Successfully」と表示されるはずです。',
    keyWarning:
      '鍵が調査者のものであって初めて証明になります。鍵またはそのフィンガープリントを、このパッケージとは別の手段（対面、電話、書面）で入手し、比べてください。',
    fingerprint: (hash: string) => `フィンガープリントは ${hash} です。`,
    step3: '3. 証拠は同じものか',
    step3More: '元のファイルがあるフォルダーで実行します。',
    step4: '4. 記載のレコードは証拠にあるものか',
    step4More:
      'レコード 1 のバイト列の SHA-256 と、その行に記載の SHA-256 です（jq が必要です）。"places" は、レコードがどのファイルの、展開した内容の何バイト目から何バイト目までにあるかを示します。"encoding" は格納の形です。plain はそのまま、json-string は JSON の文字列、csv-cell は CSV のセル、csv-row は CSV の行、in-string と in-cell はそれらの文字列に書かれた JSON の中を表し、UTF-16 の場合はその旨を付けます。"sameBytes" が false の場所では、内容は同じでもバイト列が異なります。',
    step5: '5. 証拠保全の記録は途切れていないか',
    step5More:
      '各項目は、各欄と直前の項目のハッシュから計算したハッシュを持ちます（Python 3 が必要です）。末尾を切り取った記録や、全体を作り直した記録も通るため、最後のハッシュを別に控えた封印と比べてください。',
    step6: '6. 案件ファイルは封印時のままか',
    step6More: 'sqlite3 と sha256sum が必要です。Trailcase で開くと項目が追加され、一致しなくなります。',
    limits: '証明しないこと',
    limitsText:
      '読み取り前の証拠が完全で真正であったこと。どこまで確認できたかは validation.txt と報告書に記載しています。また、報告書の結論が正しいこと。',
    notValidated:
      'この案件では、CloudTrail のダイジェストファイルによるログファイルの検証を行っていません。したがって、このパッケージは、ログファイルが CloudTrail の配信したものであるかどうかを示しません。',
    validated: (at: string, by: string) =>
      `ログファイルを CloudTrail のダイジェストファイルで検証しました（${at}、${by}）。`,
    validationOld: 'この検証の後に、案件へファイルが追加されています。',
    holds: '不正、欠落、および鍵のある範囲で認証できないものはありません。',
    holdsNot: '不正、欠落、または認証できないものがあります。以下を参照してください。',
    noKeys:
      '公開鍵が指定されていないため、署名は確認していません。ダイジェストは整合していても、認証されてはいません。',
    keys: (path: string, hash: string) => `公開鍵：${path}、SHA-256 ${hash}`,
    reach: (digests: string, logs: string) => `ダイジェストファイル ${digests}、ログファイル ${logs}`,
    gap: (account: string, region: string, trail: string, from: string, to: string, missing: boolean) =>
      `${account} ${region} ${trail} の ${from} から ${to} までのダイジェストファイルがありません（${missing ? '欠落' : '検証またはログ記録が停止'}）。`,
  },
})
