import { catalogue } from './catalogue.ts'

/** What the keys of the list do, for the dialog of keys. */
export const listKeyTexts = catalogue({
  en: {
    fold: 'open, close a burst',
    group: 'group bursts on or off',
    tag: 'tag menu; 1 to 9 choose',
    bookmark: 'bookmark',
    reviewed: 'reviewed or not',
    choose: 'add to the selection',
    stretch: 'select up to there',
    all: 'select all of the list',
    around: 'same principal, address or key around it',
    back: 'back from there',
    commands: 'commands, values, event IDs',
  },
  ja: {
    fold: 'まとめた行を開く・閉じる',
    group: '失敗をまとめる・戻す',
    tag: 'タグのメニュー（1～9 で選択）',
    bookmark: 'ブックマーク',
    reviewed: '確認済みの切り替え',
    choose: '選択に追加',
    stretch: 'そこまで選択',
    all: '一覧をすべて選択',
    around: '前後の同じ利用者・アドレス・キー',
    back: '元の位置に戻る',
    commands: 'コマンド・値・イベント ID',
  },
})
