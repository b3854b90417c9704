import { catalogue } from './catalogue.ts'

/** What was counted. Numbers come from the case; no text here claims more than they show. */
export const summaryWords = catalogue({
  en: {
    nothing: 'No sign-in record was found in the files.',
    nothingListed:
      'None of the {inCase} sign-in {inCase|record|records} of the case passes the filter of this report.',
    counts:
      'This report lists {listed} sign-in {listed|record|records}: {success} {success|success|successes}, {failure} {failure|failure|failures} and {notStated} without a stated outcome.',
    mfaNone: 'No listed success is recorded as made without MFA.',
    mfaSome: '{n} {n|success is|successes are} recorded as made without MFA.',
    rootNone: 'The root user does not appear.',
    rootFiltered: 'Of the {all} {all|record|records} of the root user in the case, {n} {n|is|are} listed.',
    rootSome:
      'The root user appears in {n} {n|record|records}: {success} {success|success|successes}, {failure} {failure|failure|failures}, {notStated} not stated.',
    damage:
      '{n} {n|file|files} could not be read, or not whole. There can be more records than are counted here ({ch_completeness}).',
    filtered:
      'A filter is set: {listed} of the {inCase} sign-in records of the case are listed ({ch_signins}).',
    withoutMfa: 'Successes without MFA',
    withoutMfaMore: '{n} more {n|is|are} marked "Not used" in {ch_signins}.',
    byOutcome: 'By outcome',
    byMfa: 'By MFA',
    byKind: 'By kind of record',
    list: 'All listed records',
    whoAppears: 'Who appears',
    whoMore: '{n} more {n|name is|names are} in the list of {ch_signins}.',
    hiddenRow: 'hidden by AWS (never counted as one person)',
    facts: 'Facts',
    factNames:
      '{n} distinct named {n|principal appears|principals appear}. The same name under two kinds counts twice.',
    factHidden:
      '{n} {n|failure carries|failures carry} a name that AWS hides because no such user exists. They may be one name or {n}.',
    factHiddenNone: 'No failure carries a hidden name.',
    factAddresses: '{n} distinct IP {n|address appears|addresses appear}.',
    factNoAddress: '{n} {n|record names|records name} no IP address, but a service of AWS or nothing.',
    factTimes: 'The first listed record is of {first}, the last of {last}.',
    words: "The examiner's words",
    wordsLead:
      'What follows is interpretation. It is quoted as written in the case, with its author, and is not part of the facts above.',
    wordsOwn: 'The interpretation of the examiner stands in {ch_readings}.',
    wordsNotPrinted:
      '{n} {n|note stands|notes stand} in the case on records that are not exhibits of this report.',
    findingsNever: 'The detection rules were not asked.',
    findingsNone: 'The detection rules found nothing but hints, which is no proof that nothing happened.',
    findingsSome:
      'The detection rules found {n} {n|pattern|patterns} to look at ({ch_findings}); people accepted {accepted} and dismissed {dismissed}.',
    wordsNone: 'No note stands in the case. This report contains no interpretation.',
    wordsMore: '{n} more {n|note is|notes are} in {ch_exhibits}.',
    wordsInFull: '… (in full in {ch_exhibits})',
    cannotShow: 'What the records cannot show',
    cannotShowText:
      'Who sat at the keyboard. When a console session ended: AWS documents no record of a console sign-out. How a federated person proved who they were. What files that are not among the items would have shown.',
    signInsLead:
      '{n} sign-in {n|record|records} in the order of event time, then event ID. A shaded line is an exhibit ({ch_exhibits}).',
    noFilter: 'All sign-in records of the case are listed; no filter is set.',
    filterLead:
      'A filter is set. {listed} of {inCase} sign-in records pass it. Exhibits are complete regardless of it:',
    filterText: 'Words, each somewhere in the record: {value}',
    filterOutcomes: 'Outcome is one of: {value}',
    filterMfa: 'MFA is one of: {value}',
    filterEvents: 'Event is one of: {value}',
    filterPrincipals: 'Principal is one of: {value}',
    filterFrom: 'Event time from {value}',
    filterTo: 'Event time before {value}',
    signInsNote:
      'MFA "Not visible": a federated sign-in; the identity provider checks the person and AWS cannot see how. "Not stated": this kind of record has no such field. "Differs": another record has the same event ID and other content; both are listed. +1 or −1: the next or previous day in {zone}.',
    differs: 'differs',
    noTimes: 'No readable event time',
  },
  ja: {
    nothing: 'ファイルにサインイン記録は見つかりませんでした。',
    nothingListed:
      '案件のサインイン記録 {inCase} 件のうち、この報告書の絞り込みに当てはまるものはありません。',
    counts:
      'この報告書に記載したサインイン記録は {listed} 件です。内訳は成功 {success} 件、失敗 {failure} 件、結果の記載なし {notStated} 件です。',
    mfaNone: '記載した成功に、MFA を使用しなかったと記録されたものはありません。',
    mfaSome: 'MFA を使用しなかったと記録された成功は {n} 件です。',
    rootNone: 'root ユーザーの記録はありません。',
    rootFiltered: '案件にある root ユーザーの記録 {all} 件のうち、記載したものは {n} 件です。',
    rootSome:
      'root ユーザーの記録は {n} 件です（成功 {success} 件、失敗 {failure} 件、記載なし {notStated} 件）。',
    damage:
      '読み取れなかった、または一部しか読み取れなかったファイルが {n} 件あります。実際の記録は、ここでの件数より多いことがあります（{ch_completeness}）。',
    filtered:
      '絞り込みが設定されており、案件のサインイン記録 {inCase} 件のうち {listed} 件を記載しています（{ch_signins}）。',
    withoutMfa: 'MFA なしの成功',
    withoutMfaMore: 'ほかに {n} 件あり、{ch_signins}に「不使用」と記載しています。',
    byOutcome: '結果別',
    byMfa: 'MFA 別',
    byKind: '記録の種類別',
    list: '記載した記録',
    whoAppears: '記録に現れる主体',
    whoMore: 'ほかの {n} 件は{ch_signins}の一覧にあります。',
    hiddenRow: '非表示（AWS。一人とは数えません）',
    facts: '事実',
    factNames: '名前の分かる主体は {n} 件です。種別が異なる同じ名前は別に数えています。',
    factHidden:
      '存在しないユーザー名のため AWS が名前を非表示にした失敗は {n} 件です。同じ名前か、異なる名前かは分かりません。',
    factHiddenNone: '名前が非表示の失敗はありません。',
    factAddresses: 'IP アドレスは {n} 件です。',
    factNoAddress:
      'IP アドレスではなく AWS のサービス名が書かれた記録、または何も書かれていない記録は {n} 件です。',
    factTimes: '記載した最初の記録は {first}、最後の記録は {last} です。',
    words: '調査者の所見',
    wordsLead:
      '以下は解釈です。案件に書かれたとおりに、作成者の名前とともに引用しています。上の事実には含まれません。',
    wordsOwn: '調査者の解釈は{ch_readings}にあります。',
    wordsNotPrinted: 'この報告書の証拠ではない記録に付いたメモが、案件にほかに {n} 件あります。',
    findingsNever: '検出ルールは実行されていません。',
    findingsNone: '検出ルールの結果は参考だけでした。何もなかった証明にはなりません。',
    findingsSome:
      '検出ルールは、確認の必要な事項を {n} 件検出しました（{ch_findings}）。認定は {accepted} 件、除外は {dismissed} 件です。',
    wordsNone: '案件に有効なメモはありません。この報告書に解釈は含まれていません。',
    wordsMore: 'ほかの {n} 件のメモは{ch_exhibits}にあります。',
    wordsInFull: '…（全文は{ch_exhibits}）',
    cannotShow: '記録から分からないこと',
    cannotShowText:
      '実際に操作した人物。コンソールのセッションが終わった時刻（コンソールのサインアウトの記録について、AWS の文書に記載はありません）。フェデレーションの利用者がどのように本人確認を受けたか。受領物に含まれないファイルの内容。',
    signInsLead:
      'サインイン記録 {n} 件を、イベント時刻、イベント ID の順に並べています。色の付いた行は証拠です（{ch_exhibits}）。',
    noFilter: '案件のサインイン記録をすべて記載しています。絞り込みはありません。',
    filterLead:
      '絞り込みが設定されています。サインイン記録 {inCase} 件のうち {listed} 件が当てはまります。証拠は絞り込みに関係なくすべて記載しています。',
    filterText: '記録のどこかに含まれる語（すべて）：{value}',
    filterOutcomes: '結果：{value}',
    filterMfa: 'MFA：{value}',
    filterEvents: 'イベント：{value}',
    filterPrincipals: '主体：{value}',
    filterFrom: 'イベント時刻 {value} 以降',
    filterTo: 'イベント時刻 {value} より前',
    signInsNote:
      'MFA の「確認不可」はフェデレーションのサインインです。本人確認は ID プロバイダーが行い、AWS からは見えません。「記載なし」は、その種類の記録に該当する項目がないことを示します。「相違」は、同じイベント ID で内容の異なる記録がほかにあることを示し、両方を記載しています。+1 と −1 は {zone} で翌日または前日であることを示します。',
    differs: '相違',
    noTimes: 'イベント時刻を読めない記録',
  },
})
