import { FACE_ORDER, type FaceName, type Family } from '../text/measure.ts'
import type { Item, Piece, TextItem } from './piece.ts'
import { inNode, style } from './setter.ts'
import { leaf } from './struct-node.ts'

/** Text without a place in the structure becomes a paragraph, one for each piece, so that nothing is ever left out. */
export function* withPlaces(pieces: Iterable<Piece>): Generator<Piece> {
  for (const piece of pieces) yield needsPlace(piece) ? { ...piece, items: placed(piece.items) } : piece
}

function needsPlace({ items }: Piece): boolean {
  return items.some((item) => item.kind === 'text' && item.node === undefined)
}

function placed(items: readonly Item[]): Item[] {
  const loose = items.filter((item): item is TextItem => item.kind === 'text' && item.node === undefined)
  const spans = loose.map(({ run }) => ({
    text: run.text,
    style: style(run.size, run.color, familyOf(run.face)),
  }))
  const node = leaf('P', null, spans)
  return items.flatMap((item) =>
    item.kind === 'text' && item.node === undefined ? inNode(node, [item], true) : [item],
  )
}

function familyOf(face: FaceName): Family {
  const families = Object.keys(FACE_ORDER) as Family[]
  return families.find((family) => FACE_ORDER[family].includes(face)) ?? 'sans'
}
