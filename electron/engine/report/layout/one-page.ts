import type { Piece } from './piece.ts'
import { BODY_HEIGHT } from './sheet.ts'

/** The pieces of the first way that fits on one page, else those of the last. The pieces begin at the top of a page. */
export function* onePage<T>(ways: readonly T[], toldBy: (way: T) => Iterable<Piece>): Generator<Piece> {
  let pieces: Piece[] = []
  for (const way of ways) {
    pieces = [...toldBy(way)]
    if (heightOf(pieces) <= BODY_HEIGHT) break
  }
  yield* pieces
}

function heightOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { height, before }, index) => sum + height + (index === 0 ? 0 : before), 0)
}
