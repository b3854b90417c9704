import { catalogue } from './catalogue.ts'

/** Everything of one principal, address or access key around an event, and the way back. */
export const aroundTexts = catalogue({
  en: {
    title: 'Around this event',
    minutes: 'Minutes before and after',
    within: (minutes: string) => `± ${minutes} min`,
    principal: 'Same principal',
    address: 'Same address',
    key: 'Same access key',
    none: 'not stated in this record',
    counts: (count: string) => (count === '1' ? '1 other event' : `${count} other events`),
    hint: 'The filter is set aside and comes back, with your place in the list, by Backspace. Over the sign-in records of this case.',
    strip: (time: string, what: string, minutes: string) => `${what}, ± ${minutes} min around ${time}`,
    back: 'Back to where you were',
    stay: 'Stay here',
    noTime: 'This record has no readable time, so nothing can be shown around it.',
  },
  ja: {
    title: 'このイベントの前後',
    minutes: '前後の時間（分）',
    within: (minutes: string) => `前後 ${minutes} 分`,
    principal: '同じ利用者',
    address: '同じアドレス',
    key: '同じアクセスキー',
    none: 'この記録に記載なし',
    counts: (count: string) => `ほか ${count} 件`,
    hint: '現在の絞り込みと一覧の位置は、Backspace で元に戻ります。この案件のサインイン記録の範囲です。',
    strip: (time: string, what: string, minutes: string) => `${time} の前後 ${minutes} 分：${what}`,
    back: '元の位置に戻る',
    stay: 'このままにする',
    noTime: 'この記録は時刻を読み取れないため、前後を表示できません。',
  },
})
