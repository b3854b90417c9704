import type { Item, Piece } from './piece.ts'

/** Several pieces as one that is never broken. Only for short ones: it must fit on a page. */
export function stack(pieces: readonly Piece[], x = 0): Piece {
  const items: Item[] = []
  let y = 0
  for (const [index, piece] of pieces.entries()) {
    y += index === 0 ? 0 : piece.before
    items.push(...piece.items.map((item) => ({ ...item, x: item.x + x, y: item.y + y })))
    y += piece.height
  }
  return { height: y, before: pieces[0]?.before ?? 0, items }
}

/** Two stacks next to each other, the right one at `x`. */
export function beside(left: readonly Piece[], right: readonly Piece[], x: number): Piece {
  const one = stack(left)
  const two = stack(right, x)
  return {
    height: Math.max(one.height, two.height),
    before: Math.max(one.before, two.before),
    items: [...one.items, ...two.items],
  }
}
