import { type Catalogue, catalogue } from './catalogue.ts'

interface SearchTexts {
  readonly placeholder: string
  readonly label: string
  readonly suggestions: string
  readonly suggested: (count: number) => string
  readonly events: (count: string) => string
  readonly stillShown: string
  readonly timeIn: (zone: string) => string
  readonly open: string
  readonly before: (time: string) => string
  readonly searches: string
  readonly searchesLabel: string
  readonly saveNow: string
  readonly saved: string
  readonly noneSaved: string
  readonly recent: string
  readonly rename: (name: string) => string
  readonly remove: (name: string) => string
  readonly saveTitle: string
  readonly renameTitle: string
  readonly saveNote: string
  readonly name: string
  readonly query: string
  readonly save: string
  readonly cancel: string
  readonly nameTaken: string
  readonly savedAs: (name: string) => string
  readonly renamedTo: (name: string) => string
  readonly removed: (name: string) => string
  readonly undo: string
  readonly help: string
  readonly helpLead: string
  readonly helpCase: string
  readonly helpKeys: string
}

/** The search box: suggestions, saved searches, what is wrong. */
export const searchTexts: Catalogue<SearchTexts> = catalogue({
  en: {
    placeholder: 'Search all text, or type field:value',
    label: 'Search: text, or field:value',
    suggestions: 'Suggestions',
    suggested: (count) => (count === 1 ? '1 suggestion' : `${count} suggestions`),
    events: (count) => `${count} events`,
    stillShown: 'Until it can be read, the last search stays in force.',
    timeIn: (zone) => `Time in ${zone}`,
    open: 'open',
    before: (time) => `before ${time}`,
    searches: 'Searches',
    searchesLabel: 'Saved and recent searches',
    saveNow: 'Save this search…',
    saved: 'Saved in this case',
    noneSaved: 'No search is saved yet.',
    recent: 'Recent in this window',
    rename: (name) => `Rename ${name}`,
    remove: (name) => `Remove ${name}`,
    saveTitle: 'Save search',
    renameTitle: 'Rename search',
    saveNote:
      'Chosen values and the period become part of the query. Letter case makes no difference in a query.',
    name: 'Name',
    query: 'Query',
    save: 'Save',
    cancel: 'Cancel',
    nameTaken: 'Another search has this name.',
    savedAs: (name) => `Search saved: ${name}`,
    renamedTo: (name) => `Search renamed: ${name}`,
    removed: (name) => `Search removed: ${name}`,
    undo: 'Undo',
    help: 'How to search',
    helpLead: 'Words are looked for in the whole record. Conditions beside each other must all hold.',
    helpCase: 'Upper and lower case are the same. A result is about the sign-in records of this case.',
    helpKeys: '↓ choose, Tab take over, Enter search, Esc close, Ctrl+Space all fields',
  },
  ja: {
    placeholder: '全文を検索、または 項目:値 を入力',
    label: '検索：全文、または 項目:値',
    suggestions: '候補',
    suggested: (count) => `候補 ${count} 件`,
    events: (count) => `${count} 件`,
    stillShown: '読み取れるようになるまで、直前の検索のまま表示します。',
    timeIn: (zone) => `${zone} の時刻`,
    open: '指定なし',
    before: (time) => `${time} より前`,
    searches: '検索条件',
    searchesLabel: '保存した検索と最近の検索',
    saveNow: 'この検索を保存…',
    saved: 'この案件に保存した検索',
    noneSaved: '保存した検索はまだありません。',
    recent: 'このウィンドウでの最近の検索',
    rename: (name) => `${name} の名前を変更`,
    remove: (name) => `${name} を削除`,
    saveTitle: '検索の保存',
    renameTitle: '検索の名前の変更',
    saveNote: '選択した値と期間も検索文に含めて保存します。検索文では大文字と小文字を区別しません。',
    name: '名前',
    query: '検索文',
    save: '保存',
    cancel: 'キャンセル',
    nameTaken: '同じ名前の検索があります。',
    savedAs: (name) => `検索を保存しました：${name}`,
    renamedTo: (name) => `検索の名前を変更しました：${name}`,
    removed: (name) => `検索を削除しました：${name}`,
    undo: '取り消す',
    help: '検索の書き方',
    helpLead: '語は記録の全文から探します。並べた条件は、すべてを満たすものだけを表示します。',
    helpCase: '大文字と小文字は区別しません。結果はこの案件のサインイン記録についてのものです。',
    helpKeys: '↓ 選択　Tab 採用　Enter 検索　Esc 閉じる　Ctrl+Space 項目一覧',
  },
})

/** Examples that show the language from plain to rich; the texts say what they find. */
export const searchExamples: Catalogue<readonly { readonly query: string; readonly means: string }[]> =
  catalogue({
    en: [
      { query: 'alice', means: 'the word anywhere in the record' },
      { query: '"Failed authentication"', means: 'these words as they stand' },
      { query: 'outcome:success mfa:not-used', means: 'success without a second factor' },
      { query: 'user:(alice or bob*)', means: 'one of these; * is any text' },
      { query: 'ip:203.0.113.0/24', means: 'from this network' },
      { query: '-region:us-east-1', means: 'not from this region' },
      { query: 'time:2024-09-01..2024-09-30', means: 'these days, both included' },
      { query: 'time>=2024-09-14T13:00', means: 'from this minute on' },
      { query: 'has:note or is:bookmarked', means: 'with a note or a bookmark' },
    ],
    ja: [
      { query: 'alice', means: '記録のどこかにこの語' },
      { query: '"Failed authentication"', means: 'この語句のとおり' },
      { query: 'outcome:success mfa:not-used', means: '多要素認証なしの成功' },
      { query: 'user:(alice or bob*)', means: 'いずれか（* は任意の文字列）' },
      { query: 'ip:203.0.113.0/24', means: 'このネットワークから' },
      { query: '-region:us-east-1', means: 'このリージョン以外' },
      { query: 'time:2024-09-01..2024-09-30', means: 'この日付の間（両端を含む）' },
      { query: 'time>=2024-09-14T13:00', means: 'この時刻以降' },
      { query: 'has:note or is:bookmarked', means: 'メモまたはブックマーク付き' },
    ],
  })
