import type { BarWidth } from '../domain/query.ts'
import { type Catalogue, catalogue } from './catalogue.ts'

interface HistogramTexts {
  readonly title: Readonly<Record<BarWidth, string>>
  readonly scale: string
  readonly squareRoot: string
  readonly linear: string
  readonly range: string
  readonly whole: string
  readonly week: string
  readonly hours: string
  readonly selection: string
  readonly earlier: string
  readonly later: string
  readonly all: string
  readonly none: string
  readonly withoutTime: (count: string) => string
  readonly chart: (counts: string, from: string, to: string) => string
  readonly bar: (period: string, failed: string, success: string, notStated: string, total: string) => string
  readonly cursor: string
  readonly start: string
  readonly end: string
  readonly failedToLoad: string
  readonly tryAgain: string
  readonly keys: string
}

/** The histogram above the list. */
export const histogramTexts: Catalogue<HistogramTexts> = catalogue({
  en: {
    title: {
      '1m': 'Sign-ins per minute',
      '5m': 'Sign-ins per 5 minutes',
      '15m': 'Sign-ins per 15 minutes',
      '1h': 'Sign-ins per hour',
      '6h': 'Sign-ins per 6 hours',
      '1d': 'Sign-ins per day',
      '1w': 'Sign-ins per week',
      '1mo': 'Sign-ins per month',
      '1y': 'Sign-ins per year',
    },
    scale: 'Scale',
    squareRoot: 'Square-root scale',
    linear: 'Linear',
    range: 'Time shown',
    whole: 'Case',
    week: 'Week',
    hours: '48 h',
    selection: 'Selection',
    earlier: 'Earlier',
    later: 'Later',
    all: 'without the filter',
    none: 'No sign-in in this period',
    withoutTime: (count) => `${count} without a readable time`,
    chart: (counts, from, to) => `${counts}, from ${from} to ${to}`,
    bar: (period, failed, success, notStated, total) =>
      `${period}: ${failed} failed, ${success} success, ${notStated} not stated; ${total} without the filter`,
    cursor: 'Time: arrow keys move, Shift marks, Enter shows the period, Esc drops it',
    start: 'Begin of the period',
    end: 'End of the period',
    failedToLoad: 'The counts could not be read.',
    tryAgain: 'Try again',
    keys: 'Drag to choose a period',
  },
  ja: {
    title: {
      '1m': '1分ごとのサインイン件数',
      '5m': '5分ごとのサインイン件数',
      '15m': '15分ごとのサインイン件数',
      '1h': '1時間ごとのサインイン件数',
      '6h': '6時間ごとのサインイン件数',
      '1d': '1日ごとのサインイン件数',
      '1w': '1週間ごとのサインイン件数',
      '1mo': '1か月ごとのサインイン件数',
      '1y': '1年ごとのサインイン件数',
    },
    scale: '目盛り',
    squareRoot: '平方根目盛',
    linear: '等間隔',
    range: '表示する期間',
    whole: '全期間',
    week: '週',
    hours: '48 h',
    selection: '選択範囲',
    earlier: '前へ',
    later: '後へ',
    all: '絞り込みなし',
    none: 'この期間のサインインはありません',
    withoutTime: (count) => `時刻の読取不可 ${count} 件`,
    chart: (counts, from, to) => `${counts}、${from} から ${to} まで`,
    bar: (period, failed, success, notStated, total) =>
      `${period}：失敗 ${failed}、成功 ${success}、記載なし ${notStated}、絞り込みなし ${total}`,
    cursor: '時刻：矢印キーで移動、Shift で範囲、Enter で表示、Esc で取消',
    start: '期間の始まり',
    end: '期間の終わり',
    failedToLoad: '件数を読み込めませんでした。',
    tryAgain: '再試行',
    keys: 'ドラッグで期間を選択',
  },
})
