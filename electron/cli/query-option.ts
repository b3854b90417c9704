import { queryNoticeWords, queryProblemWords } from '../../shared/messages/query-problems.ts'
import { readQuery } from '../engine/query/read-query.ts'
import { UsageError } from './exit-codes.ts'
import { complain, forTerminal } from './print.ts'

/**
 * Stops with the place and the reason when a query cannot be read; tells on stderr what should be known about one that
 * can. Throws `UsageError`.
 */
export function refuseUnreadable(query: string, zone: string): void {
  const { problem, notices } = readQuery(query, zone)
  for (const notice of notices) complain(`trailcase: ${forTerminal(queryNoticeWords('en', notice))}`)
  if (problem === null) return
  const line = forTerminal(query.replaceAll(/\s/g, ' '))
  // Where characters are written as escapes, or are wide, a mark below would point beside them.
  const plain = line.length === query.length && /^[ -~]*$/.test(line)
  const mark = `${' '.repeat(problem.from)}${'^'.repeat(Math.max(1, problem.to - problem.from))}`
  throw new UsageError(
    `${forTerminal(queryProblemWords('en', problem))}\n  ${line}${plain ? `\n  ${mark}` : ''}\n`.trimEnd(),
  )
}
