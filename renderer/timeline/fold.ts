import type { Burst } from '../../shared/domain/burst.ts'
import {
  type BurstShows,
  type FoldedLine,
  type FoldedLines,
  foldLines,
} from '../../shared/domain/folded-lines.ts'
import type { SignInRow } from '../../shared/domain/sign-in.ts'
import type { PageCache } from './page-cache.ts'

/** How the rows of a result are laid out in lines, and the bursts that some lines stand for. */
export interface Fold {
  readonly lines: FoldedLines
  readonly bursts: readonly Burst[]
}

/** One line per row. */
export function plainFold(rows: number): Fold {
  return foldOf(rows, [], new Map())
}

export function foldOf(rows: number, bursts: readonly Burst[], shows: ReadonlyMap<number, BurstShows>): Fold {
  return { lines: foldLines(rows, bursts, shows), bursts }
}

/** A place in the list that has a meaning of its own, whatever is open: a row, or a burst's own line. */
export interface Spot {
  readonly index: number
  readonly isBurst: boolean
}

export function spotAt({ lines }: Fold, line: number): Spot {
  const { kind, index } = lines.lineAt(line)
  return { index, isBurst: kind === 'burst' }
}

/** The line of a spot: a burst that is no longer one is its first row, a row of a closed burst is the burst. */
export function lineOfSpot({ lines }: Fold, { index, isBurst }: Spot): number {
  const burst = isBurst ? lines.burstOf(index) : null
  return burst === null ? lines.lineOf(index) : lines.lineOfBurst(burst)
}

/** The first line whose index is `index` or greater; `count` when there is none. */
export function lineFrom({ lines }: Fold, index: number): number {
  let low = 0
  let high = lines.count
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (lines.lineAt(middle).index >= index) high = middle
    else low = middle + 1
  }
  return low
}

type Timed = Pick<SignInRow, 'eventTime'>

/** What tells the time of a line: its row, or the first failure of its burst. Undefined while that is not loaded. */
export function timedAt(fold: Fold, cache: PageCache<Timed>, line: number): Timed | undefined {
  const at = fold.lines.lineAt(line)
  if (at.kind === 'row') return cache.rowAt(at.index)
  const burst = fold.bursts[at.burst]
  return at.kind === 'burst' && burst !== undefined ? { eventTime: burst.firstTime } : undefined
}

/** What tells the time of the line above; the line "n more" has none of its own and is passed over. */
export function timedBefore(fold: Fold, cache: PageCache<Timed>, line: number): Timed | undefined {
  if (line === 0) return undefined
  const at = fold.lines.lineAt(line)
  const before = fold.lines.lineAt(line - 1)
  if (before.kind === 'more') return timedAt(fold, cache, line - 2)
  return isNextTo(before, at) ? cache.rowBefore(at.index) : timedAt(fold, cache, line - 1)
}

// A page comes with the row before it, so neighbours know each other whichever page they are on.
const isNextTo = (before: FoldedLine, at: FoldedLine): boolean =>
  before.kind === 'row' && before.index === at.index - 1

/** The burst whose first failure is row `index`, or that holds it. */
export function burstAt(fold: Fold | null, index: number): Burst | null {
  const at = fold?.lines.burstOf(index) ?? null
  return at === null ? null : (fold?.bursts[at] ?? null)
}

/** The row that stands at line `line`, as far as it is loaded: the one to keep when nothing is selected. */
export function topRow(
  state: { readonly fold: Fold; readonly opened: { readonly cache: PageCache<SignInRow> } },
  line: number,
): { readonly id: number; readonly index: number } | undefined {
  if (state.fold.lines.count === 0) return undefined
  const { index } = state.fold.lines.lineAt(line)
  const row = state.opened.cache.rowAt(index)
  return row === undefined ? undefined : { id: row.id, index }
}
