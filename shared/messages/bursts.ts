import { catalogue } from './catalogue.ts'

interface BurstTexts {
  readonly group: string
  readonly groupHint: string
  readonly failures: (count: string) => string
  readonly lasted: (seconds: number) => string
  readonly names: (count: string) => string
  readonly noNames: string
  readonly hiddenTries: (count: string) => string
  readonly spark: string
  readonly more: (count: string) => string
  readonly open: string
  readonly close: string
  readonly showAll: string
  readonly lineSelected: (line: string, lines: string) => string
  readonly inLines: (events: string, lines: string, open: string) => string
  readonly failed: string
  readonly pane: string
  readonly saying: (burst: {
    readonly count: string
    readonly ip: string
    readonly lasted: string
    readonly names: string
    readonly hidden: string
  }) => string
  readonly first: string
  readonly last: string
  readonly nameCount: string
  readonly hidden: string
  readonly from: string
  readonly rule: string
  readonly ruleWords: (gap: string, least: string) => string
  readonly successes: string
  readonly noSuccess: (minutes: string) => string
  readonly within: string
  readonly after: string
  readonly notInView: string
  readonly moreSuccesses: (count: string) => string
  readonly only: string
  readonly filterUndo: string
}

const parts = (seconds: number) => {
  const minutes = Math.floor(seconds / 60)
  return {
    hours: Math.floor(minutes / 60),
    minutes: minutes % 60,
    allMinutes: minutes,
    seconds: seconds % 60,
  }
}

/** Runs of failures from one address: their line in the list, and what is known of them. */
export const burstTexts = catalogue<BurstTexts>({
  en: {
    group: 'Group bursts',
    groupHint: 'Fold a run of failures from one address into one line',
    failures: (count) => `${count} failures`,
    lasted: (seconds) => {
      const at = parts(seconds)
      if (at.hours > 0) return `${at.hours} h ${at.minutes} min`
      return at.allMinutes > 0 ? `${at.allMinutes} min ${at.seconds} s` : `${at.seconds} s`
    },
    names: (count) => (count === '1' ? '1 name' : `${count} names`),
    noNames: 'no name',
    hiddenTries: (count) =>
      count === '1' ? '1 try with a hidden name' : `${count} tries with a hidden name`,
    spark: 'Failures over the time of the burst',
    more: (count) =>
      count === '1' ? '1 more failure in this burst' : `${count} more failures in this burst`,
    open: 'Open the burst',
    close: 'Close the burst',
    showAll: 'Show all rows of the burst',
    lineSelected: (line, lines) => `Line ${line} of ${lines} selected`,
    inLines: (events, lines, open) =>
      `${events} events in ${lines} lines, ${open} ${open === '1' ? 'burst' : 'bursts'} open`,
    failed: 'Bursts could not be found. Every row is shown.',
    pane: 'Burst of failures',
    saying: ({ count, ip, lasted, names, hidden }) =>
      `${count} sign-ins from ${ip} failed in ${lasted}: ${names}, ${hidden}.`,
    first: 'First failure',
    last: 'Last failure',
    nameCount: 'Names',
    hidden: 'Hidden names',
    from: 'From',
    rule: 'Grouped by',
    ruleWords: (gap, least) =>
      `the same address, no pause longer than ${gap} min, at least ${least} failures; over the events in this list`,
    successes: 'Success from this address',
    noSuccess: (minutes) =>
      `None during the burst or within ${minutes} min after it, in the records of this case.`,
    within: 'during the burst',
    after: 'after the burst',
    notInView: 'The filter hides it; it is shown when the filter is cleared.',
    moreSuccesses: (count) => `${count} more, not listed here`,
    only: 'Only this address at this time',
    filterUndo: 'filter by burst',
  },
  ja: {
    group: '失敗をまとめる',
    groupHint: '同じアドレスからの連続した失敗を 1 行にまとめます',
    failures: (count) => `失敗 ${count} 件`,
    lasted: (seconds) => {
      const at = parts(seconds)
      if (at.hours > 0) return `${at.hours} 時間 ${at.minutes} 分`
      return at.allMinutes > 0 ? `${at.allMinutes} 分 ${at.seconds} 秒` : `${at.seconds} 秒`
    },
    names: (count) => `名前 ${count} 種`,
    noNames: '名前なし',
    hiddenTries: (count) => `非表示 ${count} 回`,
    spark: '連続した失敗の推移',
    more: (count) => `ほか失敗 ${count} 件`,
    open: 'まとめた行を開く',
    close: 'まとめた行を閉じる',
    showAll: 'まとめた行をすべて表示',
    lineSelected: (line, lines) => `${lines} 行中 ${line} 行目を選択`,
    inLines: (events, lines, open) => `${events} 件を ${lines} 行に表示、展開 ${open} 件`,
    failed: '連続した失敗を調べられませんでした。すべての行を表示しています。',
    pane: '連続した失敗',
    saying: ({ count, ip, lasted, names, hidden }) =>
      `${ip} から ${lasted}間に ${count} 件失敗：${names}、${hidden}。`,
    first: '最初の失敗',
    last: '最後の失敗',
    nameCount: '名前',
    hidden: '非表示の名前',
    from: '接続元',
    rule: 'まとめ方',
    ruleWords: (gap, least) => `同じアドレス、間隔 ${gap} 分以内、${least} 件以上。この一覧のイベントの範囲`,
    successes: 'このアドレスからの成功',
    noSuccess: (minutes) => `この案件の記録では、期間中とその後 ${minutes} 分以内に成功はありません。`,
    within: '期間中',
    after: '期間後',
    notInView: '絞り込みで隠れています。絞り込みを解除すると表示されます。',
    moreSuccesses: (count) => `ほか ${count} 件`,
    only: 'このアドレスのこの期間だけ表示',
    filterUndo: '連続した失敗での絞り込み',
  },
})
