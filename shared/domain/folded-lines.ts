import type { Burst } from './burst.ts'

/** A line of the folded list: a row of the view, or a burst that stands for its rows. */
export type FoldedLine =
  | { readonly kind: 'row'; readonly index: number; readonly burst: number | null }
  | { readonly kind: 'burst'; readonly burst: number; readonly isOpen: boolean }

/**
 * The list with bursts folded: an overlay on a frozen view, made of indexes only, so that opening and closing a burst
 * asks the engine nothing. A closed burst is one line where its first failure stands, and its other rows are left out;
 * an open one is a line above its first failure, and all rows show.
 */
export interface FoldedLines {
  readonly count: number
  /** The line at `line`, 0 to `count - 1`. */
  lineAt(line: number): FoldedLine
  /** Where row `index` stands; for a row of a closed burst, the line of that burst. */
  lineOf(index: number): number
  /** The burst that row `index` belongs to, or null. */
  burstOf(index: number): number | null
}

/** `rows`: how many the view has. `open`: numbers (places in `bursts`) of the bursts that are open. */
export function foldLines(rows: number, bursts: readonly Burst[], open: ReadonlySet<number>): FoldedLines {
  const runs = runsOf(bursts)
  // Line of the first row at or after each run's start, and how lines go on after it.
  const shift = new Float64Array(runs.length + 1)
  for (const [at, run] of runs.entries()) {
    shift[at + 1] = (shift[at] ?? 0) + extraOf(run, open)
  }
  const count = rows + (shift[runs.length] ?? 0)

  /** How many runs begin at `index` or before. */
  const runsUpTo = (index: number): number => countWhile(runs.length, (at) => (runs[at]?.start ?? 0) <= index)
  const runAt = (index: number): Run | null => {
    const run = runs[runsUpTo(index) - 1]
    return run !== undefined && index < run.start + run.length ? run : null
  }

  const lineOf = (index: number): number => {
    const before = runsUpTo(index)
    const run = runs[before - 1]
    if (run === undefined) return index
    const start = run.start + (shift[before - 1] ?? 0)
    if (index >= run.start + run.length) return index + (shift[before] ?? 0)
    if (open.has(run.burst)) return start + (run.leads ? 1 : 0) + index - run.start
    return run.leads ? start : lineOf(bursts[run.burst]?.lead ?? index)
  }

  return {
    count,
    lineOf,
    burstOf: (index) => runAt(index)?.burst ?? null,
    lineAt(line) {
      // Of the runs whose first line is at or before `line`, the last that shows any line at all.
      const upTo = countWhile(runs.length, (at) => (runs[at]?.start ?? 0) + (shift[at] ?? 0) <= line)
      for (let at = upTo - 1; at >= 0; at -= 1) {
        const run = runs[at]
        if (run === undefined) break
        const into = line - run.start - (shift[at] ?? 0)
        const shown = run.length + extraOf(run, open)
        if (shown === 0) continue
        if (into >= shown) break
        const isOpen = open.has(run.burst)
        if (run.leads && into === 0) return { kind: 'burst', burst: run.burst, isOpen }
        return { kind: 'row', index: run.start + into - (run.leads ? 1 : 0), burst: run.burst }
      }
      return { kind: 'row', index: line - (shift[upTo] ?? 0), burst: null }
    },
  }
}

interface Run {
  readonly burst: number
  readonly start: number
  readonly length: number
  /** It holds the first failure of its burst. */
  readonly leads: boolean
}

function runsOf(bursts: readonly Burst[]): Run[] {
  const runs: Run[] = []
  for (const [burst, { ranges, lead }] of bursts.entries()) {
    for (let at = 0; at < ranges.length; at += 2) {
      const start = ranges[at] ?? 0
      runs.push({ burst, start, length: ranges[at + 1] ?? 0, leads: start === lead })
    }
  }
  return runs.sort((a, b) => a.start - b.start)
}

/** Lines more than rows that a run takes: its own line when open, one instead of all when closed. */
function extraOf({ burst, length, leads }: Run, open: ReadonlySet<number>): number {
  if (open.has(burst)) return leads ? 1 : 0
  return (leads ? 1 : 0) - length
}

/** How many of 0 to `length - 1` come before the first for which `holds` is false. */
function countWhile(length: number, holds: (at: number) => boolean): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(middle)) low = middle + 1
    else high = middle
  }
  return low
}
