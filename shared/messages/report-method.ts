import { catalogue } from './catalogue.ts'

/** Chapter 7: what was done, in order, and what follows from the nature of the records. */
export const methodWords = catalogue({
  en: {
    steps: 'Steps, in order',
    stepRead:
      'Each file was opened for reading only, hashed with SHA-256, unpacked where it was gzip, and read record by record up to its end or up to a damage. No file was changed, and no network was used.',
    stepChoose:
      'Sign-in records were chosen by event source: all of signin.amazonaws.com but the administration of sign-in policies; of sso.amazonaws.com Authenticate, Federate, Logout, CreateToken, CreateTokenWithIAM and GetRoleCredentials; of sso-oauth.amazonaws.com the two token calls; of iam.amazonaws.com EmailUpdated.',
    stepDuplicates:
      'Records with the same event ID, recipient account and content are one record; every place where it was seen is kept. Records with the same event ID and account but other content are all kept and marked. A record without event ID is known by the hash of its content.',
    stepOutcome:
      "The outcome was read from the first of these that the record has: errorCode (failure); serviceEventDetails or responseElements under the event's own name; errorMessage (failure); an API call without error (success). Otherwise it is not stated.",
    stepMfa:
      'MFA was read from additionalEventData.MFAUsed for a console sign-in, from CredentialType for Identity Center, and from mfaAuthenticated of the session for other calls. A federated session is "Not visible" unless the record says that MFA was used.',
    stepOrder: 'Records were ordered by event time, then by event ID.',
    stepNotes:
      '{notes} {notes|note stands|notes stand} on {events} {events|event|events}; each such event is an exhibit. Who wrote what and when is in chapters 6 and 8.',
    stepPrint:
      'This report was made from the case file by {tool}. The same case, options and moment of issue give the same bytes.',
    limits: 'Limits',
    keyboard: 'Person',
    keyboardText:
      'A record names a user, a role or a session. It does not show who sat at the keyboard, or whether someone else had the password.',
    hidden: 'Hidden names',
    hiddenText:
      '{n} {n|failure carries|failures carry} HIDDEN_DUE_TO_SECURITY_REASONS in place of the name, which AWS writes when no such user exists. They may be one name or several and are never counted as one user.',
    hiddenNone:
      'AWS writes HIDDEN_DUE_TO_SECURITY_REASONS in place of a name that does not exist. No listed failure carries it.',
    mfa: 'MFA',
    mfaText:
      '"Not visible": for a federated sign-in the identity provider asks for the second factor and AWS does not see it. That is not "not used". "Not used" beside a failure means little, because the sign-in ended before.',
    rootBefore: 'Failures of root',
    rootBeforeText:
      'The records reach back to {first}. Until about the middle of 2018 CloudTrail did not record failed sign-ins of the root user. For that time the absence of such failures proves nothing.',
    sessionEnd: 'End of a session',
    sessionEndText:
      'CloudTrail has no record of a console sign-out. The only sign-out that is recorded is that of the Identity Center portal.',
    region: 'Region',
    regionText:
      'The region of a record is that of the sign-in endpoint, not the place of the person. Root is recorded in us-east-1; an IAM user in us-east-1, us-east-2, eu-north-1 or ap-southeast-2, or in the region of a regional endpoint; Identity Center in its own region and account.',
    address: 'Address',
    addressText:
      'sourceIPAddress is the address that AWS saw. It may belong to a VPN, a proxy or a company. Countries were not looked up.',
    addressLookedUp:
      'sourceIPAddress is the address that AWS saw. It may belong to a VPN, a proxy or a company. The country and the network beside an exhibit were looked up without a network in {data}. They are approximate, and as of that date rather than the date of the record.',
    delivery: 'Delivery',
    deliveryText:
      'A record that was not yet delivered, or that was removed before the files were copied, is not in the items. Nothing in the records themselves shows that one is missing.',
    digests: 'Integrity at AWS',
    digestsText:
      'This report does not hold the result of validating digest files and their signatures; the program does that apart, and the custody log says when. The hashes of this report prove that files did not change since they were read, not that they are as AWS delivered them.',
    damaged: 'Damaged files',
    damagedText:
      '{n} {n|file|files} could not be read to the end (chapter 3). What followed the damage is unknown, so counts are the lowest possible ones.',
    escapes: 'Unprintable text',
    escapesText:
      'Characters that cannot be seen or told apart, such as controls and direction marks, are printed as {sample} in another colour. The number is the Unicode code point.',
    unknown: 'Unknown kinds',
    unknownText:
      'A record of the sign-in service whose name this version does not know is listed under its own name; its outcome may be not stated.',
  },
  ja: {
    steps: '手順',
    stepRead:
      '各ファイルを読み取り専用で開き、SHA-256 を計算し、gzip の場合は展開して、終わりまで、または破損箇所まで、記録を 1 件ずつ読み取りました。ファイルは変更していません。ネットワークは使用していません。',
    stepChoose:
      'サインイン記録はイベントソースで選びました。signin.amazonaws.com はサインインのポリシー管理を除くすべて、sso.amazonaws.com は Authenticate、Federate、Logout、CreateToken、CreateTokenWithIAM、GetRoleCredentials、sso-oauth.amazonaws.com はトークンの 2 種、iam.amazonaws.com は EmailUpdated です。',
    stepDuplicates:
      'イベント ID、受信アカウント、内容が同じ記録は 1 件とし、見つかった場所をすべて保持しました。イベント ID とアカウントが同じで内容の異なる記録は、すべて保持して印を付けました。イベント ID のない記録は内容のハッシュで識別しました。',
    stepOutcome:
      '結果は、記録にある次の項目のうち最初のものから読み取りました。errorCode（失敗）、serviceEventDetails または responseElements のイベント名の項目、errorMessage（失敗）、エラーのない API 呼び出し（成功）。いずれもなければ「記載なし」です。',
    stepMfa:
      'MFA は、コンソールのサインインでは additionalEventData.MFAUsed、Identity Center では CredentialType、その他の呼び出しではセッションの mfaAuthenticated から読み取りました。フェデレーションのセッションは、MFA を使用したと記録されている場合を除き「確認不可」です。',
    stepOrder: '記録はイベント時刻、次にイベント ID の順に並べました。',
    stepNotes:
      '{events} 件のイベントに有効なメモが {notes} 件あり、これらのイベントを証拠としました。作成者と日時は第 6 章と第 8 章にあります。',
    stepPrint:
      'この報告書は {tool} が案件ファイルから作成しました。案件、設定、発行時刻が同じであれば、同じバイト列になります。',
    limits: '限界',
    keyboard: '人物',
    keyboardText:
      '記録が示すのはユーザー、ロール、セッションの名前です。実際に操作した人物や、他人がパスワードを知っていたかどうかは分かりません。',
    hidden: '非表示の名前',
    hiddenText:
      '失敗 {n} 件では、名前の代わりに HIDDEN_DUE_TO_SECURITY_REASONS と記録されています。存在しないユーザー名の場合に AWS が書くものです。同じ名前か異なる名前かは分からないため、一人とは数えません。',
    hiddenNone:
      'AWS は存在しないユーザー名の代わりに HIDDEN_DUE_TO_SECURITY_REASONS と記録します。記載した失敗にはありません。',
    mfa: 'MFA',
    mfaText:
      '「確認不可」は、フェデレーションのサインインで第 2 要素の確認を ID プロバイダーが行い、AWS からは見えないことを示します。「不使用」とは異なります。失敗の「不使用」は、その前にサインインが終わっているため、ほとんど意味を持ちません。',
    rootBefore: 'root の失敗',
    rootBeforeText:
      '記録は {first} までさかのぼります。2018 年の半ば頃まで、CloudTrail は root ユーザーのサインイン失敗を記録していませんでした。その期間に失敗の記録がなくても、失敗がなかったことにはなりません。',
    sessionEnd: 'セッションの終了',
    sessionEndText:
      'CloudTrail にはコンソールのサインアウトの記録がありません。記録されるサインアウトは Identity Center のポータルのものだけです。',
    region: 'リージョン',
    regionText:
      '記録のリージョンはサインインのエンドポイントのもので、人物の所在地ではありません。root は us-east-1、IAM ユーザーは us-east-1、us-east-2、eu-north-1、ap-southeast-2、またはリージョン別エンドポイントのリージョン、Identity Center はそのリージョンとアカウントに記録されます。',
    address: 'アドレス',
    addressText:
      'sourceIPAddress は AWS から見えたアドレスです。VPN、プロキシ、企業のものである場合があります。国は調べていません。',
    addressLookedUp:
      'sourceIPAddress は AWS から見えたアドレスです。VPN、プロキシ、企業のものである場合があります。証拠に添えた国とネットワークは、通信を行わずに {data} で調べました。おおよその値であり、記録の日付ではなくデータの日付の時点のものです。',
    delivery: '配信',
    deliveryText:
      'まだ配信されていない記録や、複製の前に削除された記録は受領物に含まれません。記録自体からは、欠けていることが分かりません。',
    digests: 'AWS 側での完全性',
    digestsText:
      'この報告書は、ダイジェストファイルとその署名の検証結果を含みません。検証は別に行い、実施は証拠保全の記録に残ります。この報告書のハッシュが示すのは、読み取り後にファイルが変わっていないことであり、AWS が配信したときのままであることではありません。',
    damaged: '破損ファイル',
    damagedText:
      '最後まで読み取れなかったファイルが {n} 件あります（第 3 章）。破損箇所より後の内容は分からないため、件数は最小の値です。',
    escapes: '表示できない文字',
    escapesText:
      '見えない文字や見分けられない文字（制御文字、書字方向の指定など）は、別の色で {sample} のように記載しています。数字は Unicode の符号位置です。',
    unknown: '未知の種類',
    unknownText:
      'この版が知らない名前のサインインの記録は、その名前のまま記載しています。結果は「記載なし」になることがあります。',
  },
})
