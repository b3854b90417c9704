import type { FacetName } from '../domain/filter.ts'
import { catalogue } from './catalogue.ts'

interface PaletteTexts {
  readonly open: string
  readonly title: string
  readonly placeholder: string
  readonly results: string
  readonly groupFilter: string
  readonly groupGo: string
  readonly groupDo: string
  readonly groupSaved: string
  readonly only: (what: string) => string
  readonly except: (what: string) => string
  readonly facets: Readonly<Record<FacetName, string>>
  readonly events: (count: string) => string
  readonly event: (id: string) => string
  readonly noEvent: (id: string) => string
  readonly saved: (name: string) => string
  readonly note: (text: string) => string
  readonly finding: string
  /** Between two things said beside a name. */
  readonly comma: string
  readonly nothing: string
  readonly choose: string
  readonly run: string
  readonly close: string
  readonly hint: string
  readonly filtered: (what: string) => string
  readonly undo: string
  readonly goTo: (screen: string) => string
  readonly language: string
  readonly light: string
  readonly dark: string
  readonly system: string
  readonly swapZones: string
  readonly search: string
  readonly group: string
  readonly clear: string
  readonly undoLast: string
  readonly around: string
  readonly back: string
  readonly tag: string
  readonly bookmark: string
  readonly review: string
  readonly chooseAll: string
  readonly note1: string
  readonly copy: string
}

/** The command palette: what it offers, and its own words. */
export const paletteTexts = catalogue<PaletteTexts>({
  en: {
    open: 'Commands',
    title: 'Commands',
    placeholder: 'Type a command, a value or an event ID',
    results: 'Results',
    groupFilter: 'Filter',
    groupGo: 'Go to',
    groupDo: 'Do',
    groupSaved: 'Saved searches',
    only: (what) => `Only events of ${what}`,
    except: (what) => `Everything except ${what}`,
    facets: {
      outcome: 'outcome',
      event: 'event',
      user: 'principal',
      mfa: 'MFA',
      account: 'account',
      region: 'region',
      country: 'country',
      network: 'network',
      browser: 'browser',
      system: 'system',
      ip: 'address',
      agent: 'user agent',
      tag: 'tag',
    },
    events: (count) => (count === '1' ? '1 event' : `${count} events`),
    event: (id) => `Event ${id}`,
    noEvent: (id) => `No sign-in record of this case has the event ID ${id}`,
    saved: (name) => name,
    note: (text) => `Note: “${text}”`,
    finding: 'finding',
    comma: ', ',
    nothing:
      'Nothing found. Commands, names, addresses, accounts, notes, findings and whole event IDs are searched.',
    choose: 'choose',
    run: 'run',
    close: 'close',
    hint: 'Values, notes, findings and event IDs work too',
    filtered: (what) => `Filter: ${what}`,
    undo: 'Undo',
    goTo: (screen) => `Go to ${screen}`,
    language: '日本語で表示',
    light: 'Light appearance',
    dark: 'Dark appearance',
    system: 'Appearance as the system',
    swapZones: 'Swap the two time zones',
    search: 'Search all text',
    group: 'Group bursts on or off',
    clear: 'Clear filter',
    undoLast: 'Undo the last change',
    around: 'Look around this event',
    back: 'Back to where you were',
    tag: 'Tag the selected events',
    bookmark: 'Bookmark the selected events',
    review: 'Mark the selected events as reviewed',
    chooseAll: 'Select all events of the list',
    note1: 'Write a note on this event',
    copy: 'Copy the reference of this event',
  },
  ja: {
    open: 'コマンド',
    title: 'コマンド',
    placeholder: 'コマンド、値、イベント ID を入力',
    results: '候補',
    groupFilter: '絞り込み',
    groupGo: '移動',
    groupDo: '操作',
    groupSaved: '保存した検索',
    only: (what) => `${what} のイベントだけ`,
    except: (what) => `${what} 以外のすべて`,
    facets: {
      outcome: '結果',
      event: 'イベント',
      user: '利用者',
      mfa: 'MFA',
      account: 'アカウント',
      region: 'リージョン',
      country: '国',
      network: 'ネットワーク',
      browser: 'ブラウザー',
      system: 'OS',
      ip: 'アドレス',
      agent: 'ユーザーエージェント',
      tag: 'タグ',
    },
    events: (count) => `${count} 件`,
    event: (id) => `イベント ${id}`,
    noEvent: (id) => `この案件のサインイン記録にイベント ID ${id} はありません`,
    saved: (name) => name,
    note: (text) => `メモ：「${text}」`,
    finding: '検出事項',
    comma: '、',
    nothing:
      '見つかりません。コマンド、名前、アドレス、アカウント、メモ、検出事項、イベント ID 全体を検索します。',
    choose: '選択',
    run: '実行',
    close: '閉じる',
    hint: '値・メモ・検出事項・イベント ID も検索できます',
    filtered: (what) => `絞り込み：${what}`,
    undo: '取り消す',
    goTo: (screen) => `${screen}へ移動`,
    language: 'Show in English',
    light: 'ライト表示',
    dark: 'ダーク表示',
    system: '外観をシステムに合わせる',
    swapZones: '2 つの時間帯の入れ替え',
    search: '全文を検索',
    group: '失敗をまとめる・戻す',
    clear: '絞り込みを解除',
    undoLast: '直前の変更を取り消す',
    around: 'このイベントの前後を表示',
    back: '元の位置に戻る',
    tag: '選択したイベントにタグ',
    bookmark: '選択したイベントにブックマーク',
    review: '選択したイベントを確認済みにする',
    chooseAll: '一覧のイベントをすべて選択',
    note1: 'このイベントにメモを書く',
    copy: 'このイベントの参照をコピー',
  },
})
