import type { PatternCondition } from '../../../../shared/domain/pattern.ts'
import { type Cursor, fail, skipSpace, stands, take, wordHere } from './cursor.ts'
import { readCondition } from './read-condition.ts'
import { isWildcard } from './read-selector.ts'
import type { Condition, Node } from './syntax.ts'

/** Brackets within brackets at most; real patterns have two or three. */
const DEEPEST = 60
/** Wildcards in the selectors of one pattern at most. */
const MOST_WILDCARDS = 3

interface Reading {
  readonly cursor: Cursor
  readonly conditions: Condition[]
  readonly places: PatternCondition[]
  /** Where the brackets that are open now began. */
  readonly open: number[]
}

export interface JsonPattern {
  readonly root: Node
  readonly conditions: readonly Condition[]
  readonly places: readonly PatternCondition[]
}

/**
 * Reads a JSON pattern; the cursor stands on its `{`. Brackets bind before `&&`, `&&` before `||`.
 *
 * Written by hand and not with a parser library: what a run of signs means depends on the place (`*`, `-`, `.` and
 * `%` are parts of a value here and operators there), so there are no tokens to begin with, and every mistake must be
 * told apart to be named in words at its place. The grammar has three levels.
 */
export function readJsonPattern(cursor: Cursor): JsonPattern {
  const begin = cursor.at
  cursor.at += 1
  const reading: Reading = { cursor, conditions: [], places: [], open: [] }
  skipSpace(cursor)
  if (stands(cursor, '}')) fail(cursor, 'empty-braces', begin, cursor.at + 1)
  const root = readOr(reading)
  skipSpace(cursor)
  if (stands(cursor, ')')) fail(cursor, 'bracket-extra', cursor.at, cursor.at + 1)
  if (!take(cursor, '}')) failAtJoin(cursor, begin)
  if (!skipSpace(cursor)) fail(cursor, 'after-end', cursor.at, cursor.text.trimEnd().length)
  return { root, conditions: reading.conditions, places: reading.places }
}

function readOr(reading: Reading): Node {
  const parts = [readAnd(reading)]
  while (takeJoin(reading.cursor, '||')) parts.push(readAnd(reading))
  const [only] = parts
  return parts.length === 1 && only !== undefined ? only : { kind: 'or', parts }
}

function readAnd(reading: Reading): Node {
  const parts = [readPrimary(reading)]
  while (takeJoin(reading.cursor, '&&')) parts.push(readPrimary(reading))
  const [only] = parts
  return parts.length === 1 && only !== undefined ? only : { kind: 'and', parts }
}

function readPrimary(reading: Reading): Node {
  const { cursor, open, conditions, places } = reading
  skipSpace(cursor)
  const from = cursor.at
  if (!take(cursor, '(')) {
    const condition = readCondition(cursor)
    const wild = (one: Condition) => one.selector.filter(isWildcard).length
    conditions.push(condition)
    if (conditions.reduce((sum, one) => sum + wild(one), 0) > MOST_WILDCARDS)
      fail(cursor, 'wildcards-pattern', from, cursor.at)
    places.push({ text: cursor.text.slice(from, cursor.at), from, to: cursor.at })
    return { kind: 'leaf', condition: conditions.length - 1 }
  }
  open.push(from)
  if (open.length > DEEPEST) fail(cursor, 'too-deep', from, from + 1)
  const inside = readOr(reading)
  skipSpace(cursor)
  if (!take(cursor, ')')) {
    if (cursor.at >= cursor.text.length || stands(cursor, '}'))
      fail(cursor, 'bracket-not-closed', from, from + 1)
    failAtJoin(cursor, from)
  }
  open.pop()
  return inside
}

function takeJoin(cursor: Cursor, join: '&&' | '||'): boolean {
  skipSpace(cursor)
  if (take(cursor, join)) return true
  const single = join.charAt(0)
  if (stands(cursor, single)) fail(cursor, 'join-single', cursor.at, cursor.at + 1)
  return false
}

/** Says what is wrong where two conditions should be joined or the pattern should end. */
function failAtJoin(cursor: Cursor, begin: number): never {
  if (cursor.at >= cursor.text.length) return fail(cursor, 'not-closed', begin, begin + 1)
  const word = wordHere(cursor).toUpperCase()
  return fail(cursor, word === 'AND' || word === 'OR' ? 'join-word' : 'expected-join')
}
