import { catalogue } from './catalogue.ts'

/** What the printed times mean. */
export const timeWords = catalogue({
  en: {
    source:
      'The field eventTime of a CloudTrail record is in UTC and in whole seconds. AWS sets it when the request is completed. Nothing in this report corrects it.',
    utcOnly: 'All times of this report are UTC.',
    both: 'Event times in lists, findings and exhibits are printed twice: in UTC, and in {zone} beside it. +1 or −1 beside a time means the next or the previous day in {zone}; the date at the head of a day is the UTC date.',
    oneOffset: 'For all listed records {zone} was at UTC{offset}.',
    noRecords: 'No listed record has a readable time, so no offset of {zone} was used.',
    manyOffsets:
      'The clock of {zone} was changed between the listed records (daylight saving or a new rule):',
    offset: 'Offset',
    listed: 'Records',
    firstListed: 'First listed record, UTC',
    lastListed: 'Last listed record, UTC',
    delivery:
      'CloudTrail delivers a record some minutes after the event, about five on average and without guarantee; a failed delivery is repeated for up to 30 days. The time in the name of a log file is that of the delivery. The order of records within a file says nothing about the order of events.',
    order:
      'Records of the same second are ordered by event ID, which is arbitrary but always the same. Which of them came first is not known.',
    people:
      "Times of notes, of the custody log and of this report's issue come from the clock of the computer on which the examiner worked. They are printed in UTC and in {zone}.",
    peopleUtc:
      "Times of notes, of the custody log and of this report's issue come from the clock of the computer on which the examiner worked.",
    rules: 'Zone rules are those of the time zone tables of the runtime named in {ch_tools}.',
  },
  ja: {
    source:
      'CloudTrail の記録の eventTime は UTC の秒単位の値で、要求が完了した時に AWS が設定します。この報告書では補正していません。',
    utcOnly: 'この報告書の時刻はすべて UTC です。',
    both: '一覧、検出事項、証拠のイベント時刻は UTC と {zone} の両方で記載しています。時刻の横の +1 と −1 は {zone} で翌日または前日であることを示します。日付の見出しは UTC の日付です。',
    oneOffset: '記載した記録では {zone} の時差は常に UTC{offset} です。',
    noRecords: '時刻を読める記録がないため、{zone} の時差は使用していません。',
    manyOffsets: '記載した記録の間に {zone} の時差が変わっています（夏時間または規則の変更）。',
    offset: '時差',
    listed: '記録',
    firstListed: '最初の記録（UTC）',
    lastListed: '最後の記録（UTC）',
    delivery:
      'CloudTrail が記録を配信するのはイベントの数分後です（平均約 5 分。保証はありません）。配信に失敗した場合は最長 30 日間再試行されます。ログファイル名の時刻は配信の時刻です。ファイル内の記録の順序は、イベントの順序を示しません。',
    order:
      '同じ秒の記録はイベント ID の順に並べています。この順序に意味はありませんが、常に同じです。どちらが先かは分かりません。',
    people:
      'メモ、証拠保全の記録、この報告書の発行の時刻は、調査者が作業したコンピューターの時計によるもので、UTC と {zone} で記載しています。',
    peopleUtc:
      'メモ、証拠保全の記録、この報告書の発行の時刻は、調査者が作業したコンピューターの時計によるものです。',
    rules: '時差の規則は、{ch_tools}に示す実行環境の時間帯表によります。',
  },
})
