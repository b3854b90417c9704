import type { TextRange } from '../../../../shared/domain/sql.ts'

/** A part of the rewritten statement and the part of the typed one that it stands for. */
export interface Piece {
  readonly text: string
  readonly from: number
  readonly to: number
}

export function piece(text: string, at: TextRange): Piece {
  return { text, from: at.from, to: at.to }
}

export function textOf(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => text).join('')
}

/** Without white space and comments at both ends. */
export function trimmed(pieces: readonly Piece[]): Piece[] {
  const blank = ({ text }: Piece) => /^(?:\s|--|\/\*)/.test(text) || text === ''
  const first = pieces.findIndex((one) => !blank(one))
  const last = pieces.findLastIndex((one) => !blank(one))
  return first === -1 ? [] : pieces.slice(first, last + 1)
}

/**
 * The typed range that a range of the rewritten statement stands for. Inside a piece that was kept as typed it is
 * exact, elsewhere it is the whole construct that was rewritten.
 */
export function typedRange(pieces: readonly Piece[], typed: string, { from, to }: TextRange): TextRange {
  let at = 0
  let low = typed.length
  let high = -1
  for (const { text, ...source } of pieces) {
    const begin = at
    at += text.length
    if (at <= from || begin >= to) continue
    const kept = typed.slice(source.from, source.to) === text
    low = Math.min(low, kept ? source.from + Math.max(0, from - begin) : source.from)
    high = Math.max(high, kept ? source.from + Math.min(text.length, to - begin) : source.to)
  }
  return high === -1 ? { from: typed.length, to: typed.length } : { from: low, to: high }
}
