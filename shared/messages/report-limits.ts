import { catalogue } from './catalogue.ts'

/** What this archive cannot show: each text is printed only where the data gives cause for it. */
export const limitsWords = catalogue({
  en: {
    lead: 'These limits follow from the records and files of this case. Limits that were looked for and do not apply are named at the end.',
    person: 'Person',
    personText:
      'A record names a user, a role or a session. It does not show who sat at the keyboard, or whether someone else had the password.',
    hidden: 'Hidden names',
    hiddenText:
      '{n} {n|failure carries|failures carry} HIDDEN_DUE_TO_SECURITY_REASONS in place of the name, which AWS writes when no such user exists. {n|It is|They may be one name or several and are} never counted as one user.',
    hiddenNot: 'failures with a name that AWS hides',
    federated: 'Federated MFA',
    federatedText:
      'In {n} {n|record|records} MFA is "Not visible": the identity provider asks for the second factor and AWS does not see it. That is not "not used". Only the log of the identity provider can tell.',
    federatedNot: 'federated sign-ins whose MFA AWS cannot see',
    failed: 'MFA of failures',
    failedText:
      '{n} {n|failure says|failures say} "Not used". It does not show that the user has no MFA: a sign-in that fails at the password ends before MFA is asked for.',
    root: 'Failures of root',
    rootText:
      '{n} {n|record is|records are} of the time before November 2018; the first is of {first}. Until about the middle of 2018 CloudTrail did not record failed sign-ins of the root user. For that time the absence of such failures proves nothing.',
    rootNot: 'records from before November 2018, when failures of root were not recorded',
    sessionEnd: 'End of a session',
    sessionEndText:
      '{n} console {n|session begins|sessions begin} in the records. AWS documents no record of the end of one; it documents sign-outs of the Identity Center portal only.',
    after: 'After a sign-in',
    afterText:
      'What was done after a sign-in is in records of other kinds, which this report does not examine. Work on data, such as reading objects of S3, is recorded only where a trail was set to record data events. A trail that is set to leave out management events records no sign-ins either.',
    regions: 'Regions absent',
    regionsText:
      'No file and no record of {regions} is among the items. Console sign-ins of IAM users can be recorded there although the person works elsewhere; such sign-ins would not be in this report.',
    regionsOfAccounts:
      'By account more is absent: {accounts}. Sign-ins of the root user of an account are recorded in us-east-1.',
    regionsNot:
      'a missing region of the sign-in service (us-east-1, us-east-2, eu-north-1 and ap-southeast-2 are all there)',
    regionMeaning: 'Region',
    regionMeaningText: 'The region of a record is that of the sign-in endpoint, not the place of the person.',
    address: 'Address',
    addressText:
      'The {n} {n|address|addresses} of records are those that AWS saw. One may belong to a VPN, a proxy or a company. Countries were not looked up.',
    addressLookedUp:
      'The {n} {n|address|addresses} of records are those that AWS saw. One may belong to a VPN, a proxy or a company. The country and the network beside an exhibit were looked up without a network in {data}. They are approximate, and as of that date rather than the date of the record.',
    delivery: 'Delivery',
    deliveryText:
      'A record that was not yet delivered, or that was removed before the files were copied, is not in the items.',
    deliveryMeasured:
      ' In this case half of the records were delivered within {median}, 95 of 100 within {p95}, the last after {longest}; what happened so long before the files were copied may be missing.',
    minutes: '{n} min',
    genuine: 'As AWS delivered',
    genuineNever:
      'The log files were not validated with digest files. The hashes of this report prove that files did not change since they were read, not that they are as AWS delivered them.',
    genuineNoDigests:
      'No digest file is among the items. Nothing can show that the log files are complete and as AWS delivered them.',
    genuinePart:
      '{n} of {logs} log {logs|file is|files are} not covered by a checked signature ({ch_integrity}). For them the report shows less than that they are as AWS delivered them.',
    genuineOutdated: 'Files came into the case after the validation ({ch_integrity}).',
    genuineNot: 'log files without a checked signature',
    damaged: 'Files not read whole',
    damagedText:
      '{n} {n|file|files} could not be read, or not whole ({ch_completeness}). What else {n|it holds|they hold} is unknown, so there can be more records than are counted here.',
    damagedNot: 'files that could not be read whole',
    readBefore: 'Earlier version',
    readBeforeText:
      'What {n} {n|file holds|files hold} was read by an earlier version of Trailcase. This version may read records in {n|it|them} that the earlier one did not know; {n|it was|they were} not read again.',
    otherForm: 'Other forms',
    otherFormText:
      '{n} {n|file holds|files hold} text that looks like CloudTrail records, in a form that is not read ({ch_completeness}). If {n|it holds|they hold} sign-ins, they are not counted here.',
    otherFormNot: 'files with text that looks like records in a form that is not read',
    conflicts: 'Contradictions',
    conflictsText:
      '{n} {n|record shares its|records share their} event ID and account with a record of other content. All are kept and marked; the program does not choose between them.',
    conflictsNot: 'records that contradict each other under one event ID',
    times: 'Times',
    timesText:
      '{n} {n|record has|records have} no readable event time and {n|stands|stand} at the end of every list.',
    timesNot: 'records without a readable time',
    unplaced: 'Unnamed files',
    unplacedText:
      '{n} {n|file with sign-ins has|files with sign-ins have} a name that says neither account nor region nor time of delivery; for {n|it|them} nothing can be said about hours that are missing.',
    unplacedNot: 'files whose name does not say where they belong',
    unknown: 'Unknown kinds',
    unknownText:
      '{n} {n|record has|records have} an event name that this version does not know: {names}. {n|It is|They are} listed under that name; the outcome may be not stated.',
    unknownNot: 'events of the sign-in service that this version does not know',
    notStated: 'Outcome not stated',
    notStatedText:
      '{n} {n|record does|records do} not say whether the sign-in step succeeded. {n|It is|They are} counted as neither.',
    notStatedNot: 'records that do not state their outcome',
    escapes: 'Unprintable text',
    escapesText:
      'Characters that cannot be seen or told apart, such as controls and direction marks, are printed as {sample} in another colour. The number is the Unicode code point.',
    notMet: 'Looked for and not met',
    notMetText: 'This case has no {list}.',
  },
  ja: {
    lead: 'この案件の記録とファイルから生じる限界です。確認したうえで当てはまらなかったものは、章の終わりに示します。',
    person: '人物',
    personText:
      '記録が示すのはユーザー、ロール、セッションの名前です。実際に操作した人物や、他人がパスワードを知っていたかどうかは分かりません。',
    hidden: '非表示の名前',
    hiddenText:
      '失敗 {n} 件では、名前の代わりに HIDDEN_DUE_TO_SECURITY_REASONS と記録されています。存在しないユーザー名の場合に AWS が書くものです。同じ名前か異なる名前かは分からないため、一人とは数えません。',
    hiddenNot: 'AWS が名前を非表示にした失敗',
    federated: 'フェデレーションの MFA',
    federatedText:
      '{n} 件の記録の MFA は「確認不可」です。第 2 要素の確認は ID プロバイダーが行い、AWS からは見えません。「不使用」とは異なります。確認できるのは ID プロバイダーのログだけです。',
    federatedNot: 'AWS から MFA が見えないフェデレーションのサインイン',
    failed: '失敗の MFA',
    failedText:
      '失敗 {n} 件に「不使用」とあります。パスワードの段階で失敗したサインインは MFA を求める前に終わるため、MFA が設定されていないことは示しません。',
    root: 'root の失敗',
    rootText:
      '2018 年 11 月より前の記録が {n} 件あり、最初の記録は {first} です。2018 年の半ば頃まで、CloudTrail は root ユーザーのサインイン失敗を記録していませんでした。その期間に失敗の記録がなくても、失敗がなかったことにはなりません。',
    rootNot: 'root の失敗が記録されていなかった 2018 年 11 月より前の記録',
    sessionEnd: 'セッションの終了',
    sessionEndText:
      '記録にはコンソールのセッションの開始が {n} 件あります。終了の記録について AWS の文書に記載はありません。記載があるのは Identity Center のポータルのサインアウトだけです。',
    after: 'サインインの後',
    afterText:
      'サインインの後の操作はほかの種類の記録にあり、この報告書の調査の対象外です。S3 のオブジェクトの読み取りなどデータの操作は、データイベントを記録する設定の証跡にだけ残ります。管理イベントを除く設定の証跡には、サインインも記録されません。',
    regions: 'ないリージョン',
    regionsText:
      '{regions} のファイルも記録も受領物にありません。IAM ユーザーのコンソールへのサインインは、所在地と関係なくこれらのリージョンに記録されることがあり、その場合はこの報告書に含まれません。',
    regionsOfAccounts:
      'アカウントごとに見ると、ほかにもないリージョンがあります（{accounts}）。アカウントの root ユーザーのサインインは us-east-1 に記録されます。',
    regionsNot:
      'サインインのリージョンの不足（us-east-1、us-east-2、eu-north-1、ap-southeast-2 はすべてあります）',
    regionMeaning: 'リージョン',
    regionMeaningText: '記録のリージョンはサインインのエンドポイントのもので、人物の所在地ではありません。',
    address: 'アドレス',
    addressText:
      '記録 {n} 件のアドレスは AWS から見えたものです。VPN、プロキシ、企業のものである場合があります。国は調べていません。',
    addressLookedUp:
      '記録 {n} 件のアドレスは AWS から見えたものです。VPN、プロキシ、企業のものである場合があります。証拠に添えた国とネットワークは、通信を行わずに {data} で調べました。おおよその値であり、記録の日付ではなくデータの日付の時点のものです。',
    delivery: '配信',
    deliveryText: 'まだ配信されていない記録や、複製の前に削除された記録は受領物に含まれません。',
    deliveryMeasured:
      'この案件では、記録の半数が {median} 以内、95 % が {p95} 以内に配信され、最も遅いものは {longest} 後でした。複製の直前のその長さの間の記録は、含まれていないことがあります。',
    minutes: '{n} 分',
    genuine: 'AWS の配信どおりか',
    genuineNever:
      'ログファイルのダイジェストによる検証は実行されていません。この報告書のハッシュが示すのは、読み取り後にファイルが変わっていないことであり、AWS が配信したままであることではありません。',
    genuineNoDigests:
      '受領物にダイジェストファイルがありません。ログファイルがそろっていることも、AWS が配信したままであることも示せません。',
    genuinePart:
      'ログファイル {logs} 件のうち {n} 件は、確認済みの署名で裏付けられていません（{ch_integrity}）。これらが AWS の配信したままであることまでは示せません。',
    genuineOutdated: '検証の後に、案件にファイルが追加されています（{ch_integrity}）。',
    genuineNot: '署名で裏付けられていないログファイル',
    damaged: '全体を読み取れないファイル',
    damagedText:
      '読み取れなかった、または一部しか読み取れなかったファイルが {n} 件あります（{ch_completeness}）。残りの内容は分からないため、実際の記録はここでの件数より多いことがあります。',
    damagedNot: '全体を読み取れないファイル',
    readBefore: '以前のバージョン',
    readBeforeText:
      '{n} 件のファイルは、以前のバージョンの Trailcase で読み取ったままです。このバージョンでは、以前は対応していなかった記録を読み取れる可能性がありますが、読み取り直していません。',
    otherForm: 'ほかの形式',
    otherFormText:
      'CloudTrail の記録らしい文字列を含むものの、形式が分からず読み取れないファイルが {n} 件あります（{ch_completeness}）。その中にサインインがあっても、ここでの件数には含まれません。',
    otherFormNot: '記録らしい文字列があるものの、読み取れない形式のファイル',
    conflicts: '食い違い',
    conflictsText:
      'イベント ID とアカウントが同じで、内容の異なる記録が {n} 件あります。すべて保持して印を付けました。どちらが正しいかは判断していません。',
    conflictsNot: 'イベント ID が同じで内容の食い違う記録',
    times: '時刻',
    timesText: '時刻を読めない記録が {n} 件あり、一覧の最後に置いています。',
    timesNot: '時刻を読めない記録',
    unplaced: '名前の異なるファイル',
    unplacedText:
      'サインインを含むファイル {n} 件の名前からは、アカウント、リージョン、配信時刻が分かりません。これらについて、欠けた時間の有無は確認できません。',
    unplacedNot: '名前から所属の分からないファイル',
    unknown: '未知の種類',
    unknownText:
      'この版が知らない名前のイベントが {n} 件あります（{names}）。その名前のまま記載しています。結果は「記載なし」になることがあります。',
    unknownNot: 'この版が知らないサインインのイベント',
    notStated: '結果の記載なし',
    notStatedText: '{n} 件の記録には、成功したかどうかの記載がありません。どちらにも数えていません。',
    notStatedNot: '結果の記載がない記録',
    escapes: '表示できない文字',
    escapesText:
      '見えない文字や見分けられない文字（制御文字、書字方向の指定など）は、別の色で {sample} のように記載しています。数字は Unicode の符号位置です。',
    notMet: '確認して当てはまらなかったもの',
    notMetText: 'この案件には、次のものはありません：{list}。',
  },
})
