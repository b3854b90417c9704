import type { SqlNotice } from '../../../../shared/domain/sql.ts'
import { nest, type Token } from '../tokens.ts'
import { writeLevel } from './level.ts'
import { type Piece, piece, textOf } from './pieces.ts'
import { scopeOf } from './scope.ts'

/** A statement in SQLite's dialect. */
export interface Rewritten {
  readonly text: string
  /** Its parts in order, each with the place in the typed text that it stands for. */
  readonly pieces: readonly Piece[]
  readonly notices: readonly SqlNotice[]
}

/**
 * Rewrites a statement of Athena's dialect (Trino) for SQLite: table names, members of structs, functions, literals,
 * order of clauses. What it does not know stays as typed, so statements in SQLite's own dialect pass unchanged. Throws
 * `SqlRefusal` for what has no counterpart.
 */
export function rewrite(tokens: readonly Token[]): Rewritten {
  const nodes = nest(tokens)
  const notices = new Set<SqlNotice>()
  const pieces = writeLevel(nodes, {
    scope: scopeOf(nodes),
    notices,
    inTry: false,
    pieceOf: (node) => piece(node.text, node),
  })
  const text = textOf(pieces)
  if (text !== tokens.map((token) => token.text).join('')) notices.add('dialect')
  return { text, pieces, notices: [...notices] }
}
