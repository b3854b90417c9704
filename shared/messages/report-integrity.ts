import { catalogue } from './catalogue.ts'

/** Whether the files are as AWS delivered them. */
export const reportIntegrityWords = catalogue({
  en: {
    never:
      'The log files were not validated with digest files, so this report cannot say whether they are as AWS delivered them. The hashes of this report prove only that files did not change since they were read.',
    noDigests:
      'A validation was run, but no digest file is in the case. Nothing states what the log files should be, so none could be compared.',
    holds:
      'Of {logs} log {logs|file|files}, {hash} {hash|has|have} the content that a digest file states; {signature} {signature|is|are} covered by a signature. No file is invalid or missing.',
    fails:
      'The validation does not hold: {invalid} {invalid|file is|files are} invalid, {missing} {missing|is|are} missing and {unsure} {unsure|was|were} not authenticated. Of {logs} log {logs|file|files}, {hash} {hash|has|have} the content that a digest file states; {signature} {signature|is|are} covered by a signature.',
    failsUnsure:
      'No file is invalid or missing, but {unsure} {unsure|was|were} not authenticated, so the validation does not hold for the whole. Of {logs} log {logs|file|files}, {hash} {hash|has|have} the content that a digest file states; {signature} {signature|is|are} covered by a signature.',
    outdated:
      'OUTDATED: files came into the case after this validation. It says nothing about them, and what it calls missing may be among them.',
    ran: 'Validated {when} by {who}, from the files alone and without a network.',
    unnamed: 'an unnamed person',
    verdicts: 'Verdicts',
    kind: 'Files',
    sort: 'Kind',
    digest: 'Digest files',
    log: 'Log files',
    lake: 'Files of CloudTrail Lake',
    levels: 'How much stands behind the files',
    levelsLead: 'Each level includes the ones above it in this table.',
    level: 'Level',
    chains: 'The digest files form {n} {n|chain|chains}.',
    keys: 'Public keys',
    noKeys:
      'No key list was given, so no signature was checked. A chain that holds is consistent, not authenticated: whoever can write all files could have made it.',
    keyFile: 'File with keys',
    keyCount: 'Keys',
    failing: 'Files that fail',
    failingNone: 'No file fails.',
    failingMore:
      '{n} more {n|file fails|files fail} and {n|is|are} not printed; the case file names {n|it|each}.',
    unlisted: 'Log files in no digest file',
    unlistedLogs:
      '{n} log {n|file is|files are} listed in no digest file of the case. Nothing states what {n|its|their} content should be, so {n|it was|they were} compared with nothing: {items}. For paths and hashes see {ch_items}.',
    unlistedMore: '{n} more {n|item is|items are} not named here; the case file names {n|it|each}.',
    itemRange: '{first} to {last}',
    object: 'File; one that is not there as the digest names it',
    verdict: 'Verdict and reason',
    unsure: 'What could not be checked, and why',
    unsureNone: 'Nothing was left unchecked.',
    worth: 'Worth knowing',
    count: 'Files',
    reason: 'Reason',
    gaps: 'Time that no digest covers',
    gapsNone: 'No gap lies between the digest files of a chain.',
    gapsMore: '{n} more {n|gap is|gaps are} not printed; the case file names {n|it|each}.',
    place: 'Account, region, trail',
    missing: 'A digest file that is named is not there.',
    restart: 'Logging or validation was off in between.',
    fromTo: 'From, to',
    explains: 'Why, and the records that show it',
    eventId: 'Event {id}',
    causesMore:
      '{n} more {n|record|records} of this trail around that time; {ch_completeness} lists changes of the trails.',
    causesPlace: '{reach} The name of a call leads to its record in {ch_completeness}.',
    meaning:
      'Hash: SHA-256 of the unpacked content of a log is the value in a digest file. Chain: the next digest states the hash of this one. Signature: RSA with SHA-256 by a key of the list over the digest file. The newest digest of a chain has its signature outside the files and fails nobody.',
    summaryNever: 'Whether the files are as AWS delivered them was not checked.',
    summaryNoDigests:
      'No digest file is among the items, so the files cannot be compared with what AWS delivered.',
    summaryHolds:
      '{hash} of {logs} log {logs|file has|files have} the content that the digest files state, {signature} of them under a checked signature ({ch_integrity}).',
    summaryFails:
      'Compared with the digest files, {invalid} {invalid|file is|files are} invalid and {missing} {missing|is|are} missing; {unsure} {unsure|was|were} not authenticated ({ch_integrity}).',
    summaryUnsure:
      'Compared with the digest files, no file is invalid or missing; {unsure} {unsure|was|were} not authenticated ({ch_integrity}).',
    summaryOutdated: 'Files were added since that check.',
  },
  ja: {
    never:
      'ログファイルのダイジェストによる検証は実行されていません。AWS が配信したままかどうかを、この報告書は示せません。記載したハッシュが示すのは、読み取り後にファイルが変わっていないことだけです。',
    noDigests:
      '検証を実行しましたが、案件にダイジェストファイルがありません。ログファイルの本来の内容を示すものがないため、比較できませんでした。',
    holds:
      'ログファイル {logs} 件のうち、内容がダイジェストファイルの記載と一致したものは {hash} 件、署名で裏付けられたものは {signature} 件です。無効または欠落したファイルはありません。',
    fails:
      '検証に合格しませんでした。無効 {invalid} 件、欠落 {missing} 件、真正性を未確認 {unsure} 件です。ログファイル {logs} 件のうち、内容がダイジェストファイルの記載と一致したものは {hash} 件、署名で裏付けられたものは {signature} 件です。',
    failsUnsure:
      '無効または欠落したファイルはありませんが、真正性を未確認のファイルが {unsure} 件あるため、全体としては検証に合格していません。ログファイル {logs} 件のうち、内容がダイジェストファイルの記載と一致したものは {hash} 件、署名で裏付けられたものは {signature} 件です。',
    outdated:
      '最新ではありません。この検証の後に、案件にファイルが追加されています。追加分についての結果はなく、欠落とされたファイルが追加分に含まれることもあります。',
    ran: '{when} に {who} が、ファイルだけを使い、ネットワークなしで検証しました。',
    unnamed: '氏名の記載なし',
    verdicts: '判定',
    kind: 'ファイル',
    sort: '種類',
    digest: 'ダイジェストファイル',
    log: 'ログファイル',
    lake: 'CloudTrail Lake のファイル',
    levels: 'ファイルの裏付けの水準',
    levelsLead: '各水準は、表でその上にある水準を含みます。',
    level: '水準',
    chains: 'ダイジェストファイルのチェーンは {n} 本です。',
    keys: '公開鍵',
    noKeys:
      '鍵リストがないため、署名は確認していません。チェーンが一致しても、整合していることが分かるだけで、真正性は確認できません。すべてのファイルを書き込める人であれば作成できるためです。',
    keyFile: '鍵のファイル',
    keyCount: '鍵の数',
    failing: '合格しなかったファイル',
    failingNone: '合格しなかったファイルはありません。',
    failingMore: 'ほかに {n} 件あり、記載していません。案件ファイルに残っています。',
    unlisted: 'ダイジェストファイルにないログファイル',
    unlistedLogs:
      'ログファイル {n} 件は、案件のどのダイジェストファイルにも記載がありません。本来の内容を示すものがないため、照合していません：{items}。パスとハッシュは{ch_items}を参照してください。',
    unlistedMore: 'ほかに {n} 件の番号は、ここに記載していません。案件ファイルに残っています。',
    itemRange: '{first}〜{last}',
    object: 'ファイル（ないものはダイジェストでの名前）',
    verdict: '判定と理由',
    unsure: '確認できなかったものと理由',
    unsureNone: '確認できなかったものはありません。',
    worth: '参考',
    count: '件数',
    reason: '理由',
    gaps: 'ダイジェストのない時間',
    gapsNone: 'チェーンのダイジェストファイルの間に途切れはありません。',
    gapsMore: 'ほかに {n} 件あり、記載していません。案件ファイルに残っています。',
    place: 'アカウント、リージョン、証跡',
    missing: '記載されたダイジェストファイルがありません。',
    restart: 'この間、ログ記録または検証が無効でした。',
    fromTo: '開始と終了',
    explains: '理由と、それを示す記録',
    eventId: 'イベント {id}',
    causesMore: 'この証跡の前後の記録がほかに {n} 件あります。証跡の変更は{ch_completeness}にあります。',
    causesPlace: '{reach}呼び出しの名前から、{ch_completeness}にある記録へ移動できます。',
    meaning:
      'ハッシュ：展開したログの SHA-256 がダイジェストファイルの値と一致。チェーン：次のダイジェストがこのファイルのハッシュを記載。署名：鍵リストの鍵による、ダイジェストファイルに対する RSA（SHA-256）の署名。チェーンの最新のダイジェストの署名はファイルの外にあり、不合格とはしません。',
    summaryNever: 'ファイルが AWS の配信したままかどうかは確認していません。',
    summaryNoDigests: '受領物にダイジェストファイルがないため、AWS が配信した内容とは比較できません。',
    summaryHolds:
      'ログファイル {logs} 件のうち {hash} 件の内容がダイジェストファイルの記載と一致し、そのうち {signature} 件は署名でも裏付けられました（{ch_integrity}）。',
    summaryFails:
      'ダイジェストファイルとの照合の結果、無効 {invalid} 件、欠落 {missing} 件、真正性を未確認 {unsure} 件です（{ch_integrity}）。',
    summaryUnsure:
      'ダイジェストファイルとの照合の結果、無効または欠落したファイルはなく、真正性を未確認のファイルが {unsure} 件あります（{ch_integrity}）。',
    summaryOutdated: 'この確認の後にファイルが追加されています。',
  },
})
