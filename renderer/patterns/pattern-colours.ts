import type { PatternProblem } from '../../shared/domain/pattern.ts'

export type PieceKind = 'selector' | 'text' | 'regex' | 'number' | 'keyword' | 'operator' | 'plain'

/** A piece of a pattern for drawing; all pieces together are the text. */
export interface Piece {
  readonly text: string
  readonly kind: PieceKind
  readonly wrong: boolean
}

// Only for colours: what a pattern means is decided by the engine, which also names mistakes.
const TOKENS =
  /(?<selector>\$(?:\.?[\w-]+|\.?\[[^\]\n]*\]?|\.\*)*)|(?<text>["“„][^"”“]*["”“]?)|(?<regex>%[^%\n]*%?)|(?<operator>&&|\|\||[!<>]?=|[<>])|(?<keyword>\b(?:IS|NOT|EXISTS|NULL|TRUE|FALSE)\b)|(?<number>(?<![\w.])[+-]?\d[\d.*]*(?![\w]))/g

/** Cuts a pattern into coloured pieces, and again at the ends of what is wrong. */
export function piecesOf(text: string, problem: Pick<PatternProblem, 'from' | 'to'> | null): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  const push = (to: number, kind: PieceKind) => {
    const cuts = problem === null ? [] : [problem.from, problem.to].filter((cut) => cut > at && cut < to)
    for (const end of [...cuts, to]) {
      if (end > at) {
        const wrong = problem !== null && at >= problem.from && at < problem.to
        pieces.push({ text: text.slice(at, end), kind, wrong })
      }
      at = end
    }
  }
  for (const match of text.matchAll(TOKENS)) {
    if (match[0] === '') continue
    push(match.index, 'plain')
    const kind = Object.entries(match.groups ?? {}).find(([, found]) => found !== undefined)?.[0]
    push(match.index + match[0].length, (kind ?? 'plain') as PieceKind)
  }
  push(text.length, 'plain')
  return pieces
}
