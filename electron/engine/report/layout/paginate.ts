import type { Anchor, Page, Piece, PlacedPiece } from './piece.ts'

/** The part of a page that pieces may fill, in points from the top left corner of the sheet. */
export interface Frame {
  readonly left: number
  readonly top: number
  readonly bottom: number
}

/**
 * Puts pieces on pages, one page at a time, so that a long report is never held in memory. Pieces that must stay
 * with the next one are moved together; a chain longer than a page is broken where it has to be.
 */
export function* paginate(pieces: Iterable<Piece>, frame: Frame): Generator<Page> {
  const room = frame.bottom - frame.top
  let number = 1
  let y = frame.top
  let placed: PlacedPiece[] = []
  let anchors: (Anchor & { y: number })[] = []
  let chain: Piece[] = []

  const turn = (): Page => {
    const page = { number, placed, anchors }
    number += 1
    y = frame.top
    placed = []
    anchors = []
    return page
  }
  const put = (piece: Piece, again = false): void => {
    y += placed.length === 0 ? 0 : piece.before
    if (piece.atFoot === true) y = Math.max(y, frame.bottom - piece.height)
    if (piece.anchor !== undefined) anchors.push({ ...piece.anchor, y })
    if (piece.items.length > 0 || piece.height > 0) {
      const aside = again ? { aside: 'Repeat' as const } : {}
      placed.push({ x: frame.left, y, items: piece.items, ...aside })
    }
    y += piece.height
  }
  function* settle(): Generator<Page> {
    const [first] = chain
    if (first === undefined) return
    const wanted = Math.max(heightOf(chain, false), first.needs ?? 0)
    if (placed.length > 0 && (first.newPage === true || y + wanted > frame.bottom)) yield turn()
    const together = heightOf(chain, true) <= room
    for (const piece of chain) {
      if (!together && placed.length > 0 && y + piece.before + piece.height > frame.bottom) yield turn()
      if (placed.length === 0 && piece.repeat !== undefined) put(piece.repeat, true)
      put(piece)
    }
    chain = []
  }

  for (const piece of pieces) {
    if (piece.newPage === true || piece.needs !== undefined) yield* settle()
    chain.push(piece)
    if (piece.withNext !== true) yield* settle()
  }
  yield* settle()
  if (placed.length > 0) yield turn()
}

function heightOf(chain: readonly Piece[], atTop: boolean): number {
  let height = 0
  for (const [index, piece] of chain.entries()) {
    height += piece.height + (atTop && index === 0 ? (piece.repeat?.height ?? 0) : piece.before)
  }
  return height
}
