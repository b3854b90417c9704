import type { Database } from 'better-sqlite3'
import type { SqlProblemCode, TextRange } from '../../../shared/domain/sql.ts'
import { functionNames } from './functions/register.ts'
import { nearNames, SqlRefusal } from './problem.ts'
import { querySchema } from './schema.ts'
import { isSign, meaning, nameOf, type Token, tokenize } from './tokens.ts'

/** What SQLite says about names, and what it is called here. */
const NAMES: readonly (readonly [RegExp, SqlProblemCode])[] = [
  [/^no such column: (.+?)(?: - should this be a string literal in single-quotes\?)?$/, 'unknown-column'],
  [/^ambiguous column name: (.+)$/, 'ambiguous-column'],
  [/^no such table: (.+)$/, 'unknown-table'],
  [/^no such function: (.+)$/, 'unknown-function'],
  [/^wrong number of arguments to function (.+)\(\)$/, 'arguments'],
]

/**
 * What SQLite refused, in our words and with its place. SQLite tells no places, so names are looked up in the text, and
 * the place of a syntax error is found by preparing ever shorter beginnings of the text.
 */
export function refusalOf(
  db: Database,
  text: string,
  message: string,
  place: (at: TextRange | null) => TextRange | null,
): SqlRefusal {
  for (const [pattern, code] of NAMES) {
    const name = pattern.exec(message)?.[1]
    if (name === undefined) continue
    return new SqlRefusal(code, place(nameRange(text, name)), name.replaceAll('"', ''), meant(db, code, name))
  }
  const near = /^near "([\s\S]*)": syntax error$/.exec(message)?.[1]
  if (near !== undefined) return new SqlRefusal('syntax', place(syntaxRange(db, text)), near)
  if (message === 'incomplete input') {
    return new SqlRefusal('incomplete', place({ from: text.trimEnd().length - 1, to: text.trimEnd().length }))
  }
  return new SqlRefusal('other', null, message)
}

/** The first place where a name stands: `t.x` as two names, a function before its bracket. */
function nameRange(text: string, name: string): TextRange | null {
  const wanted = (meaning(tokenize(name)) as Token[]).filter((token) => !isSign(token, '.')).map(nameOf)
  const list = (meaning(tokenize(text)) as Token[]).filter((token) => !isSign(token, '.'))
  const isAt = (index: number) =>
    wanted.every((part, step) => {
      const token = list[index + step]
      return (
        token !== undefined && (token.kind === 'word' || token.kind === 'quoted') && nameOf(token) === part
      )
    })
  const at = list.findIndex((_, index) => isAt(index))
  const [first, last] = [list[at], list[at + wanted.length - 1]]
  return first === undefined || last === undefined ? null : { from: first.from, to: last.to }
}

/** The first token with which the text can no longer become a statement. */
function syntaxRange(db: Database, text: string): TextRange | null {
  const tokens = meaning(tokenize(text)) as Token[]
  let [low, high] = [0, tokens.length - 1]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (isBroken(db, text.slice(0, tokens[middle]?.to))) high = middle
    else low = middle + 1
  }
  return tokens[low] ?? null
}

function isBroken(db: Database, text: string): boolean {
  try {
    db.prepare(text)
    return false
  } catch (cause) {
    return cause instanceof Error && /^near "[\s\S]*": syntax error$/.test(cause.message)
  }
}

function meant(db: Database, code: SqlProblemCode, name: string): string[] {
  const last = name.split('.').at(-1)?.replaceAll('"', '') ?? name
  if (code === 'unknown-function') return nearNames(last, functionNames())
  const { tables } = querySchema(db, false)
  if (code === 'unknown-table') {
    const near = nearNames(
      last,
      tables.map((table) => table.name),
    )
    return near.length > 0 ? near : ['cloudtrail_logs', 'sign_in']
  }
  if (code !== 'unknown-column') return []
  return nearNames(
    last,
    tables.slice(0, 2).flatMap(({ columns }) => columns.map((column) => column.name)),
  )
}
