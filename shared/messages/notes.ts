import { type Catalogue, catalogue } from './catalogue.ts'

interface NotesTexts {
  readonly write: string
  readonly composer: string
  readonly save: string
  readonly saving: string
  readonly cancel: string
  readonly edit: string
  readonly remove: string
  readonly restore: string
  readonly actions: (author: string) => string
  readonly history: (count: number) => string
  readonly hideHistory: string
  readonly revision: (revision: number) => string
  readonly removedIn: string
  readonly edited: string
  readonly noAuthor: string
  readonly removed: string
  readonly removedNotes: (count: number) => string
  readonly hideRemoved: string
  readonly undo: string
  readonly undoAdd: string
  readonly undoEdit: string
  readonly undoRemove: string
  readonly tryAgain: string
  readonly failed: string
  readonly tooLong: (max: string) => string
}

export const notesTexts: Catalogue<NotesTexts> = catalogue({
  en: {
    write: 'Write a note on this event',
    composer: 'Note',
    save: 'Save note',
    saving: 'Saving',
    cancel: 'Cancel',
    edit: 'Edit',
    remove: 'Remove',
    restore: 'Restore',
    actions: (author) => `Note by ${author}`,
    history: (count) => `${count} versions`,
    hideHistory: 'Hide versions',
    revision: (revision) => `Version ${revision}`,
    removedIn: 'Removed here',
    edited: 'edited',
    noAuthor: 'Examiner not stated',
    removed: 'Note removed',
    removedNotes: (count) => (count === 1 ? '1 removed note' : `${count} removed notes`),
    hideRemoved: 'Hide removed notes',
    undo: 'Undo',
    undoAdd: 'new note',
    undoEdit: 'change of a note',
    undoRemove: 'removal of a note',
    tryAgain: 'Try again',
    failed: 'The note was not saved. Your text is kept here.',
    tooLong: (max) => `A note can have ${max} characters.`,
  },
  ja: {
    write: 'このイベントにメモを書く',
    composer: 'メモ',
    save: 'メモを保存',
    saving: '保存中',
    cancel: 'キャンセル',
    edit: '編集',
    remove: '削除',
    restore: '元に戻す',
    actions: (author) => `${author} のメモ`,
    history: (count) => `${count} 版`,
    hideHistory: '版を隠す',
    revision: (revision) => `第 ${revision} 版`,
    removedIn: 'この版で削除',
    edited: '編集済み',
    noAuthor: '調査担当者の記載なし',
    removed: 'メモを削除しました',
    removedNotes: (count) => `削除したメモ ${count} 件`,
    hideRemoved: '削除したメモを隠す',
    undo: '取り消す',
    undoAdd: 'メモの追加',
    undoEdit: 'メモの編集',
    undoRemove: 'メモの削除',
    tryAgain: '再試行',
    failed: 'メモを保存できませんでした。文章はこの欄に残っています。',
    tooLong: (max) => `メモは ${max} 文字までです。`,
  },
})
