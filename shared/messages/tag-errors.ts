import { catalogue } from './catalogue.ts'

/** Why a name of a tag was not taken. */
export const errorsOfTags = catalogue({
  en: {
    rule: 'A name has no space, comma or quotation mark.',
    taken: 'There is already a tag with this name.',
    failed: 'The tag could not be saved.',
  },
  ja: {
    rule: '名前に空白・コンマ・引用符は使えません。',
    taken: '同じ名前のタグがあります。',
    failed: 'タグを保存できませんでした。',
  },
})
