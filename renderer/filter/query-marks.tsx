import type { RefObject } from 'react'
import type { QueryReading } from '../../shared/domain/query.ts'

/**
 * Marks below the text of the box: fields tinted, the place of an error underlined. The text itself is drawn by the
 * box, so that a caret, a selection and Japanese input stay the system's own; here it only gives the marks their place.
 */
export function QueryMarks(props: {
  readonly text: string
  readonly reading: QueryReading | null
  readonly inner: RefObject<HTMLSpanElement | null>
}) {
  return (
    <span className="qry-marks" aria-hidden="true">
      <span ref={props.inner}>{marked(props.text, props.reading)}</span>
    </span>
  )
}

interface Mark {
  readonly from: number
  readonly to: number
  readonly name: string
}

function marked(text: string, reading: QueryReading | null) {
  const pieces = []
  let at = 0
  for (const { from, to, name } of marksOf(text, reading)) {
    if (from < at) continue
    if (from > at) pieces.push(<span key={at}>{text.slice(at, from)}</span>)
    pieces.push(
      <mark key={`${from} ${name}`} className={`qry-mark-${name}`}>
        {text.slice(from, to) || '\u00a0'}
      </mark>,
    )
    at = to
  }
  pieces.push(<span key="rest">{text.slice(at)}</span>)
  return pieces
}

/** Marks in order, none across another; the error wins over what it lies in. */
function marksOf(text: string, reading: QueryReading | null): readonly Mark[] {
  if (reading === null) return []
  const { problem } = reading
  const error: Mark | null =
    problem === null ? null : { from: problem.from, to: Math.max(problem.from, problem.to), name: 'error' }
  const fields = reading.clauses
    .filter(({ field }) => field !== null)
    .map(({ from, to, not }) => ({ from, to, name: not ? 'not' : 'field' }))
  const parts = reading.parts
    .filter(({ kind }) => kind === 'field' || kind === 'operator')
    .map(({ from, to, kind }) => ({ from, to, name: kind }))
  const rest = problem === null ? fields : parts
  const clear = rest.filter(({ from, to }) => error === null || to <= error.from || from >= error.to)
  return [...clear, ...(error === null ? [] : [{ ...error, to: Math.min(error.to, text.length) }])].sort(
    (a, b) => a.from - b.from,
  )
}
