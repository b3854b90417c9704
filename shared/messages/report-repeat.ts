import { catalogue } from './catalogue.ts'

/** The recipe and the glossary. The commands stand in the engine, because they are the same in every language. */
export const repeatWords = catalogue({
  en: {
    lead: 'The hashes, the counts of sign-ins and the custody log of this report can be computed again without Trailcase. The commands were written for a POSIX shell and need gzip, coreutils, and jq 1.6 or Python 3.9 or newer. Work on a copy of the items.',
    folder: 'Run them in the folder that holds {names}.',
    files: '1. Are these the same files?',
    filesText:
      'Hash every file in order of path, then hash that list. The result must be the SHA-256 of the evidence manifest:',
    filesSome:
      'The manifest was made from files that stood in more than one place or of which some could not be hashed, so one command cannot make the list. Compare the hashes of {ch_items} file by file with sha256sum.',
    choose: '2. Which records are sign-ins?',
    chooseText:
      'Save the following as signins.jq, then collect the sign-in records of all log files. Damaged files end their own part of the command with an error; what they held before the damage comes through as far as gzip and jq can read it.',
    count: '3. How many, and with what outcome?',
    countText:
      'Saved as count.jq, the following removes copies by event ID and account and counts by outcome. Expected:',
    countResult: '{success} success, {failure} failure, {notStated} not stated.',
    countConflicts:
      'Of records with the same event ID and account and other content the command keeps one, Trailcase all. Here that makes a difference of {n}.',
    countOutOfReach:
      '{n} {n|record stands|records stand} only in files that these commands do not read to the end or not at all: damaged files, files in archives such as zip, tables and exports of other form. The commands can give up to {n} fewer.',
    countFilter: 'The numbers are those of the whole case; the list of {ch_signins} is filtered.',
    python: 'The same with Python instead of jq, saved as signins.py:',
    places: '4. In which accounts and regions, and how often root?',
    placesText:
      'Saved as places.jq, the following counts the records of step 2 by account and by region, without copies. The second command counts those of root by outcome, with the program of step 3:',
    placesExpected: 'Expected:',
    placesNone: 'not stated',
    digests: '5. Are the log files what the digest files state?',
    digestsText:
      'Without keys and without AWS, the following, saved as digests.py, compares the SHA-256 of the unpacked content of each log with what the digest files state. With access to the account, aws cloudtrail validate-logs also checks signatures. Of the validation in {ch_integrity} it gives the level "hash":',
    digestsNone:
      'The validation was not run or met no digest file, so this report states no number to compare with ({ch_integrity}).',
    digestsExpected: '{logs} log {logs|file|files} with the stated content.',
    record: '6. Is an exhibit the record of the file?',
    recordText:
      'The byte range of an exhibit ({ch_exhibits}) cuts its record out of the content; a record that stands in a table or in a text is then taken out of its quotes. The hash must be the one printed with the exhibit. For {exhibit}:',
    recordNone: 'This report has no exhibit.',
    recordByHand: 'Each exhibit says how its record is checked ({ch_exhibits}).',
    custody: '7. Does the custody log hold?',
    custodyText:
      'The hash of an entry is SHA-256 over the JSON array [sequence, at, actor, action, detail, tool, previous hash] without spaces, in UTF-8; the first entry follows 64 zeros. With the case file, and this saved as custody.py:',
    again: '8. Make this report again',
    againText:
      'With the case file and Trailcase {version}, the settings below, saved as options.json, give this document byte for byte. They hold every choice of this report and the moment of issue, {moment}. Trailcase is installed as a desktop program; "trailcase" stands for its command line.',
    glossary: [
      'CloudTrail|The service of AWS that writes a record of calls and sign-ins into log files.',
      'Digest file|A signed list of the hashes of log files, which AWS can write every hour.',
      'Event ID|The identifier that AWS gives to one event; copies of it carry the same.',
      'Federated|Signed in by an identity provider outside IAM, for example by SAML or Identity Center.',
      'gzip|The form in which CloudTrail packs its log files.',
      'Identity Center|The single sign-on service of AWS, formerly AWS SSO.',
      'JSON|The text form of CloudTrail records.',
      'MFA|A second factor beside the password, such as a code or a key.',
      'Principal|Who a record names: a user, root, a role or a service.',
      'Record|One entry of a log file; it describes one event.',
      'Role|A set of rights that a user or a service takes on for a time.',
      'Root|The owner of an AWS account; the rights of root cannot be limited by IAM.',
      'SHA-256|A fingerprint of data. A change of a single bit gives another one.',
      'UTC|The time scale that AWS records; it has no daylight saving.',
    ].join('\n'),
  },
  ja: {
    lead: 'この報告書のハッシュ、サインインの件数、証拠保全の記録は、Trailcase を使わずに計算し直せます。コマンドは POSIX シェル用で、gzip、coreutils、および jq 1.6 以降または Python 3.9 以降が必要です。受領物の複製で実行してください。',
    folder: '{names} のあるフォルダーで実行します。',
    files: '1. 同じファイルか',
    filesText:
      'すべてのファイルのハッシュをパスの順に計算し、その一覧のハッシュを計算します。結果は証拠目録の SHA-256 と一致するはずです。',
    filesSome:
      '証拠目録のファイルが複数の場所にあったか、ハッシュを計算できないものがあったため、1 つのコマンドでは一覧を作成できません。{ch_items}のハッシュを sha256sum で 1 件ずつ比べてください。',
    choose: '2. どの記録がサインインか',
    chooseText:
      '次の内容を signins.jq として保存し、すべてのログファイルからサインイン記録を集めます。破損したファイルの部分はエラーで終わりますが、破損箇所より前は gzip と jq が読める範囲で出力されます。',
    count: '3. 件数と結果',
    countText:
      '次の内容を count.jq として保存します。イベント ID とアカウントで重複を除き、結果ごとに数えます。次の値になるはずです。',
    countResult: 'success {success} 件、failure {failure} 件、not stated {notStated} 件。',
    countConflicts:
      'イベント ID とアカウントが同じで内容の異なる記録を、コマンドは 1 件だけ、Trailcase はすべて残します。この案件では {n} 件の差になります。',
    countOutOfReach:
      '{n} 件の記録は、コマンドが最後まで、またはまったく読まないファイル（破損したファイル、zip などのアーカイブ内のファイル、表や別の形式の書き出し）だけにあります。コマンドの結果は最大 {n} 件少なくなります。',
    countFilter: 'この数値は案件全体のものです。{ch_signins}の一覧は絞り込まれています。',
    python: 'jq の代わりに Python を使う場合は、signins.py として保存します。',
    places: '4. アカウント、リージョン、root の件数',
    placesText:
      '次の内容を places.jq として保存します。手順 2 の記録から重複を除き、アカウント別とリージョン別に数えます。2 つ目のコマンドは、手順 3 のプログラムで root の記録を結果別に数えます。',
    placesExpected: '次の値になるはずです。',
    placesNone: '記載なし',
    digests: '5. ログファイルはダイジェストの記載どおりか',
    digestsText:
      '次の内容を digests.py として保存すると、鍵も AWS も使わずに、展開したログの SHA-256 をダイジェストファイルの記載と比べられます。アカウントにアクセスできる場合は、aws cloudtrail validate-logs で署名も確認できます。{ch_integrity}の水準「ハッシュ」に当たる結果です。',
    digestsNone:
      '検証が実行されていないか、ダイジェストファイルがないため、比べる数値はこの報告書にありません（{ch_integrity}）。',
    digestsExpected: '記載どおりのログファイル {logs} 件。',
    record: '6. 証拠はファイルの記録と同じか',
    recordText:
      '証拠のバイト範囲（{ch_exhibits}）で内容から記録を切り出します。表や文字列の中にある記録は、引用符を外して取り出します。そのハッシュは証拠に記載した値と一致するはずです。{exhibit} の場合：',
    recordNone: 'この報告書に証拠はありません。',
    recordByHand: '確認の方法は、それぞれの証拠に記載しています（{ch_exhibits}）。',
    custody: '7. 証拠保全の記録は正しいか',
    custodyText:
      '項目のハッシュは、JSON 配列 [番号, 時刻, 作業者, 作業, 詳細, ツール, 直前のハッシュ]（空白なし、UTF-8）の SHA-256 です。最初の項目の直前のハッシュは 0 を 64 個並べたものです。案件ファイルがあれば、次の内容を custody.py として保存して確認します。',
    again: '8. この報告書を作り直す',
    againText:
      '案件ファイルと Trailcase {version} があれば、次の設定を options.json として保存し、この文書と同じバイト列を作成できます。設定には、この報告書の選択のすべてと発行時刻（{moment}）が含まれます。trailcase は Trailcase のコマンドを指します。',
    glossary: [
      'CloudTrail|呼び出しとサインインの記録をログファイルに書き込む AWS のサービス。',
      'ダイジェストファイル|ログファイルのハッシュを並べて署名した一覧。AWS が 1 時間ごとに作成できます。',
      'イベント ID|AWS が 1 つのイベントに付ける識別子。複製も同じ値を持ちます。',
      'フェデレーション|SAML や Identity Center など、IAM の外の ID プロバイダーによるサインイン。',
      'gzip|CloudTrail がログファイルを圧縮する形式。',
      'Identity Center|AWS のシングルサインオンのサービス（旧 AWS SSO）。',
      'JSON|CloudTrail の記録のテキスト形式。',
      'MFA|パスワードに加えて使う第 2 の要素。コードや鍵など。',
      '主体|記録に名前のあるユーザー、root、ロールまたはサービス。',
      '記録|ログファイルの 1 項目。1 つのイベントを表します。',
      'ロール|ユーザーやサービスが一時的に引き受ける権限のまとまり。',
      'root|AWS アカウントの所有者。IAM では権限を制限できません。',
      'SHA-256|データの指紋に当たる値。1 ビットでも変わると別の値になります。',
      'UTC|AWS が記録する時刻系。夏時間はありません。',
    ].join('\n'),
  },
})
