import { SqlRefusal } from '../problem.ts'
import { type Group, isWord, meaning, type Node, type Token } from '../tokens.ts'
import { writeCast } from './functions.ts'
import type { Context } from './level.ts'
import { type Piece, piece, trimmed } from './pieces.ts'

type Write = (nodes: readonly Node[], context: Context) => Piece[]

/** Calls whose arguments are more than a list: `cast(x as t)`, `extract(f from x)`, `position(a in b)`. Null for others. */
export function writeSpecialCall(
  word: string,
  token: Token,
  group: Group,
  context: Context,
  write: Write,
): Piece[] | null {
  if (word === 'cast' || word === 'try_cast') {
    const [value, type] = splitAt(group, 'as')
    const named = meaning(type)[0]
    if (value.length === 0 || named?.kind !== 'word') return null
    const tolerant = context.inTry || word === 'try_cast'
    const pieces = trimmed(write(value, { ...context, inTry: tolerant }))
    const typed = trimmed(type.flatMap((node) => typedPieces(node)))
    return writeCast(pieces, named.text.toLowerCase(), typed, token, tolerant)
  }
  if (word === 'extract') {
    const [field, value] = splitAt(group, 'from')
    const name = meaning(field)[0]
    if (value.length === 0 || name?.kind !== 'word') return null
    const part = name.text.toLowerCase()
    if (!/^(?:year|month|day|hour|minute|second|day_of_week|dow)$/.test(part)) {
      throw new SqlRefusal('not-supported', name, `extract(${part} …)`)
    }
    return [piece(`${part}(`, token), ...trimmed(write(value, context)), piece(')', token)]
  }
  if (word === 'position') {
    const [part, whole] = splitAt(group, 'in')
    if (whole.length === 0) return null
    const inside = [...trimmed(write(whole, context)), piece(', ', token), ...trimmed(write(part, context))]
    return [piece('instr(', token), ...inside, piece(')', token)]
  }
  return null
}

function splitAt(group: Group, word: string): [Node[], Node[]] {
  const at = group.inner.findIndex((node) => isWord(node, word))
  return at === -1 ? [[], []] : [group.inner.slice(0, at), group.inner.slice(at + 1)]
}

/** A type as typed, its length included: `varchar(20)`. */
function typedPieces(node: Node): Piece[] {
  if (node.kind !== 'group') return [piece(node.text, node)]
  return [piece('(', node), ...node.inner.flatMap(typedPieces), piece(')', node)]
}
