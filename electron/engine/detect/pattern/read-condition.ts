import { type Cursor, fail, skipSpace, stands, take, takeKeyword, wordHere } from './cursor.ts'
import { readSelector } from './read-selector.ts'
import { readEqual, readOrder } from './read-value.ts'
import type { Condition, Test } from './syntax.ts'

/** Longer operators first, so that `<=` is not read as `<`. */
const ORDERS = ['<=', '>=', '<', '>'] as const

/** Reads one condition: a selector, then an operator with a value, `IS …` or `NOT EXISTS`. */
export function readCondition(cursor: Cursor): Condition {
  if (!stands(cursor, '$')) fail(cursor, 'expected-condition')
  const selector = readSelector(cursor)
  skipSpace(cursor)
  return { selector, test: readTest(cursor) }
}

function readTest(cursor: Cursor): Test {
  const from = cursor.at
  if (stands(cursor, '==') || stands(cursor, '<>')) fail(cursor, 'operator-double', from, from + 2)
  const equal = take(cursor, '=')
  if (equal || take(cursor, '!=')) {
    skipSpace(cursor)
    return readEqual(cursor, equal)
  }
  const order = ORDERS.find((sign) => take(cursor, sign))
  if (order !== undefined) {
    skipSpace(cursor)
    return readOrder(cursor, order)
  }
  if (takeKeyword(cursor, 'IS')) return readIs(cursor, from)
  if (takeKeyword(cursor, 'NOT')) {
    skipSpace(cursor)
    return takeKeyword(cursor, 'EXISTS') ? { kind: 'absent' } : fail(cursor, 'not-what', from)
  }
  if (wordHere(cursor).toUpperCase() === 'EXISTS') fail(cursor, 'exists-alone')
  return fail(cursor, 'expected-operator')
}

function readIs(cursor: Cursor, from: number): Test {
  skipSpace(cursor)
  if (takeKeyword(cursor, 'NULL')) return { kind: 'is', what: null }
  if (takeKeyword(cursor, 'TRUE')) return { kind: 'is', what: true }
  if (takeKeyword(cursor, 'FALSE')) return { kind: 'is', what: false }
  if (wordHere(cursor).toUpperCase() === 'NOT') fail(cursor, 'is-not', from, cursor.at + 3)
  return fail(cursor, 'is-what')
}
