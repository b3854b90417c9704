import type { TagColor } from '../domain/mark.ts'
import { catalogue } from './catalogue.ts'

interface MarkTexts {
  readonly colors: Readonly<Record<TagColor, string>>
  readonly bookmarkedBy: (author: string) => string
  readonly reviewedBy: (author: string) => string
  readonly tag: string
  readonly bookmark: string
  readonly review: string
  readonly chosen: (count: string) => string
  readonly chooseAll: (count: string) => string
  readonly clearChosen: string
  readonly bar: string
  readonly titleOne: string
  readonly titleMany: (count: string) => string
  readonly noTags: string
  readonly tagged: (count: string) => string
  readonly newTag: string
  readonly newName: string
  readonly color: string
  readonly make: string
  readonly edit: string
  readonly done: string
  readonly rename: string
  readonly save: string
  readonly remove: string
  readonly removeNamed: (name: string) => string
  readonly nameRule: string
  readonly noteOnTags: string
  readonly put: (what: string, count: string) => string
  readonly took: (what: string, count: string) => string
  readonly nothing: (what: string) => string
  readonly bookmarked: string
  readonly reviewed: string
  readonly tagNamed: (name: string) => string
  readonly made: (name: string) => string
  readonly changed: (name: string) => string
  readonly removed: (name: string, count: string) => string
  readonly failed: string
  readonly nothingSelected: string
  readonly viewGone: string
}

const events = (count: string) => (count === '1' ? '1 event' : `${count} events`)

/** Japanese sets a space only between Latin and Japanese letters. */
const spaced = (word: string): string => (/[ -~]$/.test(word) ? `${word} ` : word)

/** Tags, bookmarks and "reviewed": on rows, in the menu of tags, and what a change says. */
export const markTexts = catalogue<MarkTexts>({
  en: {
    colors: {
      red: 'Red',
      orange: 'Orange',
      yellow: 'Yellow',
      green: 'Green',
      blue: 'Blue',
      violet: 'Violet',
      grey: 'Grey',
    },
    bookmarkedBy: (author) => `Bookmark by ${author}`,
    reviewedBy: (author) => `Reviewed by ${author}`,
    tag: 'Tag',
    bookmark: 'Bookmark',
    review: 'Reviewed',
    chosen: (count) => `${events(count)} selected`,
    chooseAll: (count) => `Select all ${count}`,
    clearChosen: 'Clear selection',
    bar: 'Do with the selected events',
    titleOne: 'Tag this event',
    titleMany: (count) => `Tag ${events(count)}`,
    noTags: 'This case has no tag yet. Give the first one a name.',
    tagged: (count) => events(count),
    newTag: 'New tag',
    newName: 'Name of the new tag',
    color: 'Colour',
    make: 'Make and tag',
    edit: 'Edit tags',
    done: 'Done',
    rename: 'Name',
    save: 'Save',
    remove: 'Remove',
    removeNamed: (name) => `Remove the tag ${name}`,
    nameRule: 'A name has no space, comma or quotation mark, so that tag:name works in a search.',
    noteOnTags: 'A tag that all selected events have is taken off; otherwise it is put on all of them.',
    put: (what, count) => `${what}: ${events(count)}`,
    took: (what, count) => `${what} taken off ${events(count)}`,
    nothing: (what) => `${what}: nothing to change`,
    bookmarked: 'Bookmark',
    reviewed: 'Reviewed',
    tagNamed: (name) => `Tag ${name}`,
    made: (name) => `Tag ${name} was made`,
    changed: (name) => `Tag ${name} was changed`,
    removed: (name, count) => `Tag ${name} was removed, also from ${events(count)}`,
    failed: 'That could not be changed.',
    nothingSelected: 'Select an event first, with j or k.',
    viewGone: 'The list was read again meanwhile. Select the events once more.',
  },
  ja: {
    colors: {
      red: '赤',
      orange: '橙',
      yellow: '黄',
      green: '緑',
      blue: '青',
      violet: '紫',
      grey: '灰',
    },
    bookmarkedBy: (author) => `ブックマーク（${author}）`,
    reviewedBy: (author) => `確認済み（${author}）`,
    tag: 'タグ',
    bookmark: 'ブックマーク',
    review: '確認済み',
    chosen: (count) => `${count} 件を選択中`,
    chooseAll: (count) => `全 ${count} 件を選択`,
    clearChosen: '選択を解除',
    bar: '選択したイベントの操作',
    titleOne: 'このイベントのタグ',
    titleMany: (count) => `${count} 件のイベントのタグ`,
    noTags: 'この案件にはまだタグがありません。最初のタグの名前を入力してください。',
    tagged: (count) => `${count} 件`,
    newTag: '新しいタグ',
    newName: '新しいタグの名前',
    color: '色',
    make: '作成して付ける',
    edit: 'タグの編集',
    done: '完了',
    rename: '名前',
    save: '保存',
    remove: '削除',
    removeNamed: (name) => `タグ ${name} を削除`,
    nameRule: '検索で tag:名前 と書けるように、空白・コンマ・引用符は使えません。',
    noteOnTags: '選択したすべてのイベントに付いているタグは外し、それ以外はすべてに付けます。',
    put: (what, count) => `${what}：${count} 件`,
    took: (what, count) => `${spaced(what)}を外しました：${count} 件`,
    nothing: (what) => `${what}：変更はありません`,
    bookmarked: 'ブックマーク',
    reviewed: '確認済み',
    tagNamed: (name) => `タグ ${name}`,
    made: (name) => `タグ ${name} を作成しました`,
    changed: (name) => `タグ ${name} を変更しました`,
    removed: (name, count) => `タグ ${name} を削除しました（${count} 件から外れました）`,
    failed: '変更できませんでした。',
    nothingSelected: '先に j または k でイベントを選択してください。',
    viewGone: '一覧が読み直されました。もう一度イベントを選択してください。',
  },
})
