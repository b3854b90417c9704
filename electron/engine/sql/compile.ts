import type { Database, Statement } from 'better-sqlite3'
import type { SqlNotice, TextRange } from '../../../shared/domain/sql.ts'
import { AppError, toAppError } from '../../../shared/errors.ts'
import { typedRange } from './dialect/pieces.ts'
import { type Rewritten, rewrite } from './dialect/rewrite.ts'
import { SqlRefusal } from './problem.ts'
import { refusalOf } from './sqlite-errors.ts'
import { isSign, isWord, meaning, type Token, tokenize } from './tokens.ts'

/** A statement that is ready to run. */
export interface Compiled {
  /** What SQLite runs. */
  readonly text: string
  readonly statement: Statement<unknown[], unknown[]>
  readonly columns: readonly string[]
  readonly notices: readonly SqlNotice[]
  readonly tokens: readonly Token[]
}

/**
 * Reads what was typed, rewrites it for SQLite and prepares it. Only one statement that reads is let through: by its
 * first word, and again by what SQLite says of it. Throws `SqlRefusal` with the place in the typed text, and `AppError`
 * where the case itself is the trouble.
 */
export function compile(db: Database, typed: string): Compiled {
  const tokens = oneQuestion(tokenize(typed))
  const rewritten = rewrite(tokens)
  const statement = prepare(db, rewritten, typed)
  if (!statement.reader || !statement.readonly) throw notAQuestion(tokens)
  statement.raw(true)
  return {
    text: rewritten.text.trim(),
    statement: statement as Statement<unknown[], unknown[]>,
    columns: statement.columns().map(({ name }) => name),
    notices: rewritten.notices,
    tokens,
  }
}

/** The tokens of the one statement, without its semicolon. */
function oneQuestion(tokens: readonly Token[]): Token[] {
  const end = tokens.findIndex((token) => isSign(token, ';'))
  const one = end === -1 ? [...tokens] : tokens.slice(0, end)
  const rest = end === -1 ? [] : meaning(tokens.slice(end)).filter((token) => !isSign(token, ';'))
  const [first, second, third] = meaning(one)
  if (first === undefined) throw new SqlRefusal('empty', null)
  if (rest[0] !== undefined) throw new SqlRefusal('many-statements', rest[0])
  const asks = isWord(first, 'explain') && isWord(second, 'query') && isWord(third, 'plan')
  const start = asks ? meaning(one)[3] : first
  if (!isWord(start, 'select', 'with', 'values') && start?.kind !== 'sign') throw notAQuestion(one)
  // A query in brackets is valid in Athena and not in SQLite, which says so itself.
  if (start?.kind === 'sign' && start.text !== '(') throw notAQuestion(one)
  return one
}

const CHANGES = ['insert', 'update', 'delete', 'replace']

function notAQuestion(tokens: readonly Token[]): SqlRefusal {
  const list = meaning(tokens) as Token[]
  const word = list.find((token) => isWord(token, ...CHANGES)) ?? list[0]
  const culprit = isWord(list[0], 'with') ? word : list[0]
  return new SqlRefusal('not-a-question', culprit ?? null, culprit?.text.toUpperCase() ?? '')
}

function prepare(db: Database, rewritten: Rewritten, typed: string): Statement {
  try {
    return db.prepare(rewritten.text)
  } catch (cause) {
    const error = toAppError(cause)
    if (error.code !== 'internal') throw new AppError(error.code, error.message, { cause })
    const place = (at: TextRange | null) => (at === null ? null : typedRange(rewritten.pieces, typed, at))
    throw refusalOf(db, rewritten.text, error.message, place)
  }
}
