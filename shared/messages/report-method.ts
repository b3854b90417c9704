import { catalogue } from './catalogue.ts'

/** What was done, in order, with every query and rule as it was. */
export const methodWords = catalogue({
  en: {
    steps: 'Steps, in order',
    stepRead:
      'Each file was opened for reading only, hashed with SHA-256, unpacked where it was gzip, and read record by record as far as it can be read. No file was changed, and no network was used.',
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
      '{notes} {notes|note stands|notes stand} on {events} {events|event|events}; {exhibits} {exhibits|record is|records are} printed as exhibits. Who wrote what and when is in {ch_exhibits} and {ch_custody}.',
    stepPrint:
      'This report was made from the case file by {tool}. The same case, options and moment of issue give the same bytes.',
    stepValidate:
      'Log files were compared with the digest files among the items: hash of the content, chain of the digests, signatures ({ch_integrity}).',
    stepRules:
      '{n} detection rules were asked of the sign-in records ({ch_findings}). The rules, as data, have the SHA-256 {hash}.',
    stepNotCited: 'No record is printed as an exhibit.',
    queries: 'Filter and query, verbatim',
    queriesNone: 'No filter and no query was set: every sign-in record of the case is listed.',
    rules: 'Rules, verbatim',
    rulesAsked:
      'Asked, by identifier. A rule that found something is followed by the number of findings that are printed:',
    rulesNotAsked: 'Not asked, because the case lacks what they need:',
    rulesNever: 'The rules were not asked.',
    actions: 'What people did',
    actionsLead:
      'Entries of the custody log up to the moment of issue, by kind, with the first and the last time. Each stands in {ch_custody}.',
    action: 'Action',
    count: 'Entries',
  },
  ja: {
    steps: '手順',
    stepRead:
      '各ファイルを読み取り専用で開き、SHA-256 を計算し、gzip の場合は展開して、読み取れる限り、記録を 1 件ずつ読み取りました。ファイルは変更していません。ネットワークは使用していません。',
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
      '{events} 件のイベントに有効なメモが {notes} 件あります。証拠として載せた記録は {exhibits} 件です。作成者と日時は{ch_exhibits}と{ch_custody}にあります。',
    stepPrint:
      'この報告書は {tool} が案件ファイルから作成しました。案件、設定、発行時刻が同じであれば、同じバイト列になります。',
    stepValidate:
      '受領物のダイジェストファイルと照合しました（内容のハッシュ、ダイジェストのチェーン、署名。{ch_integrity}）。',
    stepRules:
      'サインイン記録に {n} の検出ルールを実行しました（{ch_findings}）。ルールのデータの SHA-256 は {hash} です。',
    stepNotCited: '証拠として載せた記録はありません。',
    queries: '絞り込みと検索式（原文のまま）',
    queriesNone: '絞り込みも検索式も設定されていません。案件のサインイン記録をすべて記載しています。',
    rules: 'ルール（原文のまま）',
    rulesAsked: '実行したルールの識別子です。検出したルールには、記載した検出事項の数を添えます。',
    rulesNotAsked: '必要な情報がないため実行しなかったルール：',
    rulesNever: 'ルールは実行されていません。',
    actions: '人の作業',
    actionsLead:
      '発行時点までの証拠保全の記録を、種類ごとに最初と最後の時刻とともに示します。各項目は{ch_custody}にあります。',
    action: '作業',
    count: '件数',
  },
})
