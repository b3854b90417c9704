import type { Piece } from '../layout/piece.ts'
import type { PaperFacts } from '../model.ts'
import type { Book } from '../sections/book.ts'
import { contents } from '../sections/contents.ts'
import { basis } from './basis.ts'
import { paperContents } from './chapters.ts'
import { paperCover } from './cover.ts'
import { population } from './population.ts'
import { paperRepeat } from './repeat.ts'
import { sample } from './sample.ts'
import { signOff } from './sign-off.ts'
import { paperSummary } from './summary.ts'
import { tests } from './tests.ts'

/** The auditor's work paper from cover to sign-off. */
export function* workPaperPieces(book: Book, facts: PaperFacts): Generator<Piece> {
  yield* paperCover(book, facts)
  yield* contents(book, paperContents(book, facts))
  yield* paperSummary(book, facts)
  yield* basis(book, facts)
  yield* population(book, facts)
  yield* tests(book, facts)
  yield* sample(book, facts)
  yield* paperRepeat(book, facts)
  yield* signOff(book)
}
