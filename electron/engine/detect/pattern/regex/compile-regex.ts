import { type Cursor, fail } from '../cursor.ts'
import { parseRegex, type RegexItem, type RegexTree } from './parse-regex.ts'
import { MOST_STATES, type Regex, type RegexState } from './program.ts'

/**
 * Reads and compiles a regex. The cursor stands on its first percent sign.
 *
 * An own matcher instead of a library: the syntax has no groups, so that it needs a few dozen lines, its errors can
 * be said at their place, and a library would accept much that AWS refuses.
 */
export function readRegex(cursor: Cursor): Regex {
  const open = cursor.at
  cursor.at += 1
  const tree = parseRegex(cursor, open)
  if (sizeOf(tree) > MOST_STATES) fail(cursor, 'regex-large', open, cursor.at)
  return { ...compile(tree), source: cursor.text.slice(open + 1, cursor.at - 1) }
}

/** States that the tree will need: one for a needed copy of an item, two for one that may be left out. */
function sizeOf(tree: RegexTree): number {
  const copies = ({ least, most }: RegexItem) => least + 2 * (most === null ? 1 : most - least)
  return tree.flat().reduce((sum, item) => sum + copies(item), tree.length)
}

/** Builds the states from the end to the beginning, so that each knows the one that follows it. */
function compile(tree: RegexTree): Pick<Regex, 'states' | 'begin'> {
  const states: RegexState[] = [{ kind: 'match' }]
  const add = (state: RegexState) => states.push(state) - 1
  const begins = tree.map((sequence) =>
    sequence.reduceRight((next, item) => addItem(item, next, add, states), 0),
  )
  const begin = begins.reduceRight((other, next) => add({ kind: 'split', next, other }))
  return { states, begin }
}

function addItem(
  { what, least, most }: RegexItem,
  after: number,
  add: (state: RegexState) => number,
  states: RegexState[],
): number {
  if (typeof what === 'string') return add({ kind: what, next: after })
  let next = after
  if (most === null) {
    const loop = add({ kind: 'split', next: 0, other: after })
    const once = add({ kind: 'char', set: what, next: loop })
    const state = states[loop]
    if (state?.kind === 'split') state.next = once
    next = loop
  } else {
    for (let copy = least; copy < most; copy += 1) {
      next = add({ kind: 'split', next: add({ kind: 'char', set: what, next }), other: after })
    }
  }
  for (let copy = 0; copy < least; copy += 1) next = add({ kind: 'char', set: what, next })
  return next
}
