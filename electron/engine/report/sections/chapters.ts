import { eventWord, principalKindWords } from '../../../../shared/messages/words.ts'
import type { Piece } from '../layout/piece.ts'
import { BODY_HEIGHT } from '../layout/sheet.ts'
import { chapter } from '../layout/text-blocks.ts'
import type { Exhibit } from '../model.ts'
import { type Book, exhibitName } from './book.ts'
import type { ChapterId } from './chapter-list.ts'

/** Up to this many exhibits have a line of their own in the contents. */
const EXHIBITS_IN_CONTENTS = 30

/** `1`, `2` and so on; the glossary has no number, the annex a letter. */
export function chapterMark(book: Book, id: ChapterId): string {
  if (id === 'annex') return book.words.annexMark
  if (id === 'glossary') return ''
  return String(book.chapters.indexOf(id) + 1)
}

export function chapterTitle(book: Book, id: ChapterId): string {
  return book.words[id]
}

/** Short chapters that may follow another one on its page, where at least this share of the page is left. */
const MAY_FOLLOW: ReadonlySet<ChapterId> = new Set([
  'items',
  'integrity',
  'completeness',
  'time',
  'sign-ins',
  'findings',
  'limits',
  'method',
  'readings',
  'custody',
  'tools',
  'repeat',
  'control',
  'glossary',
])
const SHARE = 0.42

/** The heading of a chapter. */
export function openChapter(book: Book, id: ChapterId): Piece[] {
  const mark = chapterMark(book, id)
  const title = chapterTitle(book, id)
  const bookmark = mark === '' ? title : `${mark}  ${title}`
  const needs = MAY_FOLLOW.has(id) ? BODY_HEIGHT * SHARE : null
  return chapter(book.set, mark, title, { id, title: bookmark, level: 1 }, needs)
}

export interface ContentsEntry {
  readonly anchor: string
  readonly mark: string
  readonly title: string
  readonly level: 1 | 2
}

/** Lines of the contents list. */
export function contentsEntries(book: Book): ContentsEntry[] {
  return book.chapters.flatMap((id) => {
    const entry: ContentsEntry = {
      anchor: id,
      mark: chapterMark(book, id),
      title: chapterTitle(book, id),
      level: 1,
    }
    const { exhibits } = book.model
    if (id !== 'exhibits' || exhibits.length > EXHIBITS_IN_CONTENTS) return [entry]
    return [
      entry,
      ...exhibits.map((exhibit): ContentsEntry => {
        const title = exhibitTitle(book, exhibit)
        const { number } = exhibit
        return { anchor: exhibitAnchor(number), mark: exhibitName(number), title, level: 2 }
      }),
    ]
  })
}

/** `Console sign-in, alice`: what and who, in the words of the field. */
export function exhibitTitle(book: Book, { row }: Exhibit): string {
  const what = row.eventName === null ? book.words.notStated : eventWord(book.language, row.eventName)
  const who = row.principalName ?? principalKindWords[book.language][row.principalKind]
  return `${what}${book.language === 'ja' ? '、' : ', '}${who}`
}

export function exhibitAnchor(number: number): string {
  return `exhibit-${number}`
}
