import type { SqlProblem } from '../../../shared/domain/sql.ts'
import { problemText, sqlProblemTexts } from '../../../shared/messages/sql-problems.ts'
import { sqlScreenTexts } from '../../../shared/messages/sql-screen.ts'
import { countText } from '../../settings/numbers.ts'
import { useTexts } from '../../settings/settings.tsx'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { visibleText } from '../../ui/visible-text.ts'

/** Why the statement could not be run, with its line and a mark below the place. */
export function ProblemNote(props: {
  readonly sql: string
  readonly problem: SqlProblem
  onGo(at: number): void
}) {
  const texts = useTexts(sqlScreenTexts)
  const words = useTexts(sqlProblemTexts)
  const { sql, problem } = props
  const { at } = problem
  const place = at === null ? null : placeOf(sql, at)
  return (
    <div role="alert" className="sql-problem">
      <Icon name="warning" size={16} tone="fail" />
      <div>
        <b>{visibleText(problemText(words, problem))}</b>
        {at !== null && place !== null && (
          <>
            <pre>
              {visibleText(place.before)}
              <mark>{visibleText(place.marked)}</mark>
              {visibleText(place.after)}
            </pre>
            <p>
              {texts.problemAt(countText(place.line), countText(place.column))}
              <Button look="link" size="small" onClick={() => props.onGo(at.from)}>
                {texts.goToProblem}
              </Button>
            </p>
          </>
        )}
      </div>
    </div>
  )
}

/** The line that a place lies in, in three parts; numbers from 1. */
function placeOf(sql: string, { from, to }: { readonly from: number; readonly to: number }) {
  const start = sql.lastIndexOf('\n', from - 1) + 1
  const newline = sql.indexOf('\n', from)
  const end = newline === -1 ? sql.length : newline
  const stop = Math.max(Math.min(to, end), Math.min(from + 1, end))
  return {
    line: sql.slice(0, start).split('\n').length,
    column: from - start + 1,
    before: sql.slice(start, from),
    marked: sql.slice(from, stop),
    after: sql.slice(stop, end),
  }
}
