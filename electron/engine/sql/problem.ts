import type { SqlProblem, SqlProblemCode, TextRange } from '../../../shared/domain/sql.ts'

/** Thrown while a statement is read, rewritten or prepared; carries what the user is told. */
export class SqlRefusal extends Error {
  override readonly name = 'SqlRefusal'
  readonly problem: SqlProblem

  constructor(code: SqlProblemCode, at: TextRange | null, about = '', suggestions: readonly string[] = []) {
    super(`${code}: ${about}`)
    const range = at === null ? null : { from: at.from, to: at.to }
    this.problem = { code, about, suggestions: [...suggestions], at: range }
  }
}

/** The names nearest to a mistyped one, best first and else in the order given, three at the most. */
export function nearNames(name: string, known: Iterable<string>): string[] {
  const wanted = name.toLowerCase()
  return [...new Set(known)]
    .map((candidate) => ({ candidate, far: distance(wanted, candidate.toLowerCase()) }))
    .filter(({ candidate, far }) => far <= Math.max(1, Math.floor(candidate.length / 3)))
    .sort((a, b) => a.far - b.far)
    .slice(0, 3)
    .map(({ candidate }) => candidate)
}

/** Insertions, deletions and changes of a letter that lead from `a` to `b`; an underscore counts for nothing. */
function distance(a: string, b: string): number {
  const from = a.replaceAll('_', '')
  const to = b.replaceAll('_', '')
  let row = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= to.length; j += 1) {
      const same = from[i - 1] === to[j - 1] ? 0 : 1
      next[j] = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same)
    }
    row = next
  }
  return row[to.length] ?? 0
}
