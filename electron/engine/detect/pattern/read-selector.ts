import { type Cursor, fail, stands, take, takeRun } from './cursor.ts'
import type { Selector, Step } from './syntax.ts'

const NAME = /[A-Za-z0-9_-]+/y
const DIGITS = /\d{1,9}/y
/** Single quotes, typographic ones too: pasted text has them. */
const SINGLE = /['\u2018\u2019]/

/** Reads `$.a.b`, `$.a[0]`, `$['a.b']`, `$.a[*].b`, `$.*`; the cursor stands on the `$`. */
export function readSelector(cursor: Cursor): Selector {
  const from = cursor.at
  cursor.at += 1
  const steps: Step[] = []
  for (;;) {
    if (stands(cursor, '.')) {
      cursor.at += 1
      steps.push(stands(cursor, '[') ? readBracket(cursor) : readName(cursor))
    } else if (stands(cursor, '[')) steps.push(readBracket(cursor))
    else break
  }
  if (steps.length === 0) fail(cursor, 'selector-name', from)
  if (steps.filter(isWildcard).length > 1) fail(cursor, 'wildcards-selector', from, cursor.at)
  return steps
}

export function isWildcard(step: Step): boolean {
  return step.kind === 'members' || step.kind === 'elements'
}

function readName(cursor: Cursor): Step {
  const from = cursor.at
  if (take(cursor, '*')) return { kind: 'members' }
  const name = takeRun(cursor, NAME)
  if (name === '') fail(cursor, 'selector-name', from)
  return { kind: 'name', name }
}

function readBracket(cursor: Cursor): Step {
  const from = cursor.at
  cursor.at += 1
  if (take(cursor, '*]')) return { kind: 'elements' }
  const quote = cursor.text.charAt(cursor.at)
  if (quote === '"') fail(cursor, 'selector-quotes', from)
  if (SINGLE.test(quote)) return readQuotedName(cursor, from)
  const digits = takeRun(cursor, DIGITS)
  if (digits === '' || !take(cursor, ']')) fail(cursor, 'selector-bracket', from)
  return { kind: 'index', index: Number(digits) }
}

function readQuotedName(cursor: Cursor, from: number): Step {
  cursor.at += 1
  const rest = cursor.text.slice(cursor.at)
  const end = rest.search(/['\u2018\u2019]\]/)
  if (end < 1) fail(cursor, 'selector-bracket', from)
  cursor.at += end + 2
  return { kind: 'name', name: rest.slice(0, end) }
}
