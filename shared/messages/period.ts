import { type Catalogue, catalogue } from './catalogue.ts'

interface PeriodTexts {
  readonly button: string
  readonly title: string
  readonly zone: string
  readonly from: string
  readonly to: string
  readonly example: string
  readonly apply: string
  readonly clear: string
  readonly inUtc: (time: string) => string
  readonly untilUtc: (time: string) => string
  readonly open: string
  readonly notATime: string
  readonly skipped: (typed: string, zone: string) => string
  readonly twice: (typed: string, zone: string, later: string) => string
  readonly endsFirst: string
  readonly note: string
}

/** The period, typed on the clock of a zone. */
export const periodTexts: Catalogue<PeriodTexts> = catalogue({
  en: {
    button: 'Period',
    title: 'Period',
    zone: 'Clock',
    from: 'From',
    to: 'To and including',
    example: '2024-09-01 or 2024-09-01 13:52',
    apply: 'Show this period',
    clear: 'Remove period',
    inUtc: (time) => `${time} UTC`,
    untilUtc: (time) => `before ${time} UTC`,
    open: 'open',
    notATime: 'Write 2024, 2024-09, 2024-09-01 or 2024-09-01 13:52.',
    skipped: (typed, zone) => `${typed} does not exist in ${zone}: the clock is put forward over it.`,
    twice: (typed, zone, later) =>
      `${typed} comes twice in ${zone}, because the clock is put back. The first is taken; for the second write ${later}.`,
    endsFirst: 'The period ends before it begins.',
    note: 'A day or month counts to its end. Records without a readable time are in no period.',
  },
  ja: {
    button: '期間',
    title: '期間',
    zone: '時計',
    from: '開始',
    to: '終了（この時刻を含む）',
    example: '2024-09-01 または 2024-09-01 13:52',
    apply: 'この期間を表示',
    clear: '期間を外す',
    inUtc: (time) => `${time} UTC`,
    untilUtc: (time) => `${time} UTC より前`,
    open: '指定なし',
    notATime: '2024、2024-09、2024-09-01、2024-09-01 13:52 のように入力してください。',
    skipped: (typed, zone) => `${zone} に ${typed} は存在しません。時計が進められ、飛ばされます。`,
    twice: (typed, zone, later) =>
      `${zone} では時計が戻されるため ${typed} が 2 回あります。早い方を使います。遅い方は ${later} と入力してください。`,
    endsFirst: '期間の終わりが始まりより前です。',
    note: '日や月を指定すると、その終わりまで含みます。時刻を読み取れない記録はどの期間にも入りません。',
  },
})
