import { workPaperWords } from '../../../../shared/messages/report-work-paper.ts'
import { paperTestWords } from '../../../../shared/messages/work-paper.ts'
import type { Piece } from '../layout/piece.ts'
import { BODY_HEIGHT } from '../layout/sheet.ts'
import { chapter } from '../layout/text-blocks.ts'
import type { PaperFacts } from '../model.ts'
import type { Book } from '../sections/book.ts'
import type { ContentsEntry } from '../sections/chapters.ts'

const CHAPTERS = ['summary', 'basis', 'population', 'tests', 'sample', 'repeat', 'signOff'] as const
type PaperChapter = (typeof CHAPTERS)[number]

const MAY_FOLLOW: ReadonlySet<PaperChapter> = new Set(['basis', 'repeat', 'signOff'])

/** The heading of a chapter; short ones may follow another one on its page. */
export function openPaperChapter(book: Book, id: PaperChapter): Piece[] {
  const mark = String(CHAPTERS.indexOf(id) + 1)
  const title = workPaperWords[book.language][id]
  const needs = MAY_FOLLOW.has(id) ? BODY_HEIGHT * 0.42 : null
  return chapter(book.set, mark, title, { id, title: `${mark}  ${title}`, level: 1 }, needs)
}

/** `4.2` and so on, in the order of the paper. */
export function testMark(index: number): string {
  return `${CHAPTERS.indexOf('tests') + 1}.${index + 1}`
}

/** Where a test begins. */
export function testAnchor(index: number): string {
  return `test-${index + 1}`
}

/** Lines of the contents list: chapters, and the tests below theirs. */
export function paperContents(book: Book, { paper }: PaperFacts): ContentsEntry[] {
  const words = workPaperWords[book.language]
  return CHAPTERS.flatMap((id, at): ContentsEntry[] => {
    const entry: ContentsEntry = { anchor: id, mark: String(at + 1), title: words[id], level: 1 }
    if (id !== 'tests') return [entry]
    return [
      entry,
      ...paper.results.map(
        ({ test }, index): ContentsEntry => ({
          anchor: testAnchor(index),
          mark: testMark(index),
          title: paperTestWords[book.language][test],
          level: 2,
        }),
      ),
    ]
  })
}
