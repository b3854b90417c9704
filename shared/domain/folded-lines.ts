import type { Burst } from './burst.ts'

/** A line of the folded list: a row of the view, a burst that stands above its rows, or the rows left out of an open one. */
export type FoldedLine =
  | { readonly kind: 'row'; readonly index: number; readonly burst: number | null }
  | { readonly kind: 'burst'; readonly index: number; readonly burst: number; readonly shows: BurstShows }
  | { readonly kind: 'more'; readonly index: number; readonly burst: number; readonly left: number }

/** How much of a burst the list shows: its line only, also its first and last rows, or all of it. */
export type BurstShows = 'line' | 'ends' | 'all'

/** Rows of an open burst that show before and after the line "n more". */
const FIRST_ROWS = 2
const LAST_ROWS = 1

/**
 * The list with bursts folded: an overlay on a frozen view, made of indexes only, so that opening and closing a burst
 * asks the engine nothing. Every line has an index: of its row, of the first failure of a burst, or of the first row
 * that is left out; the indexes of lines never go down.
 */
export interface FoldedLines {
  readonly count: number
  /** The line at `line`, 0 to `count - 1`. */
  lineAt(line: number): FoldedLine
  /** Where row `index` stands; for a row that does not show, the line that stands for it. */
  lineOf(index: number): number
  /** The burst's own line. */
  lineOfBurst(burst: number): number
  /** The burst that row `index` belongs to, or null. */
  burstOf(index: number): number | null
  /** The rows that lines `first` to `last` stand for, as `[start, end)`; a closed burst stands for all its rows. */
  rowsOf(first: number, last: number): readonly (readonly [number, number])[]
}

/** Rows of one burst that follow each other and all show, or all do not. `head` is the line above them. */
interface Piece {
  readonly burst: number
  readonly start: number
  readonly length: number
  readonly visible: boolean
  readonly head: 'burst' | 'more' | null
}

/** Lines that follow each other and are of one kind. */
interface Stretch {
  readonly line: number
  readonly lines: number
  readonly kind: FoldedLine['kind']
  readonly index: number
  readonly burst: number | null
}

/** `rows`: how many the view has. `shows`: by the burst's place in `bursts`; those not in it are closed. */
export function foldLines(
  rows: number,
  bursts: readonly Burst[],
  shows: ReadonlyMap<number, BurstShows>,
): FoldedLines {
  const pieces = bursts
    .flatMap((burst, at) => piecesOf(burst, at, shows.get(at) ?? 'line'))
    .sort((a, b) => a.start - b.start)
  const stretches: Stretch[] = []
  const burstLines = new Map<number, number>()
  const moreLines = new Map<number, number>()
  /** Line of the first row of each piece that shows. */
  const pieceLines = new Float64Array(pieces.length)
  let count = 0
  let next = 0
  const add = (kind: FoldedLine['kind'], lines: number, index: number, burst: number | null) => {
    if (lines <= 0) return
    stretches.push({ line: count, lines, kind, index, burst })
    count += lines
  }
  for (const [at, { burst, start, length, visible, head }] of pieces.entries()) {
    add('row', start - next, next, null)
    if (head === 'burst') burstLines.set(burst, count)
    if (head === 'more') moreLines.set(burst, count)
    if (head !== null) add(head, 1, start, burst)
    pieceLines[at] = count
    if (visible) add('row', length, start, burst)
    next = start + length
  }
  add('row', rows - next, next, null)

  const lineOfBurst = (burst: number) => burstLines.get(burst) ?? 0
  const pieceAt = (index: number): number => {
    const at = upTo(pieces.length, (one) => (pieces[one]?.start ?? 0) <= index) - 1
    const piece = pieces[at]
    return piece !== undefined && index < piece.start + piece.length ? at : -1
  }
  const stretchAt = (line: number) => upTo(stretches.length, (one) => (stretches[one]?.line ?? 0) <= line) - 1

  return {
    count,
    lineOfBurst,
    burstOf: (index) => pieces[pieceAt(index)]?.burst ?? null,
    lineOf(index) {
      const at = pieceAt(index)
      const piece = pieces[at]
      if (piece?.visible === true) return (pieceLines[at] ?? 0) + index - piece.start
      if (piece !== undefined) return moreLines.get(piece.burst) ?? lineOfBurst(piece.burst)
      const plain = upTo(stretches.length, (one) => (stretches[one]?.index ?? 0) <= index) - 1
      const stretch = stretches[plain]
      return stretch === undefined ? index : stretch.line + index - stretch.index
    },
    lineAt(line) {
      const stretch = stretches[stretchAt(line)]
      if (stretch === undefined || stretch.burst === null) {
        return {
          kind: 'row',
          index: stretch === undefined ? line : stretch.index + line - stretch.line,
          burst: null,
        }
      }
      const { kind, index, burst } = stretch
      if (kind === 'burst') return { kind, index, burst, shows: shows.get(burst) ?? 'line' }
      const all = bursts[burst]?.count ?? 0
      if (kind === 'more') return { kind, index, burst, left: all - FIRST_ROWS - LAST_ROWS }
      return { kind, index: index + line - stretch.line, burst }
    },
    rowsOf(first, last) {
      const found: [number, number][] = []
      for (let at = stretchAt(first); at < stretches.length; at += 1) {
        const stretch = stretches[at]
        if (stretch === undefined || stretch.line > last) break
        if (stretch.kind === 'row') {
          const from = Math.max(first, stretch.line) - stretch.line
          const to = Math.min(last + 1, stretch.line + stretch.lines) - stretch.line
          found.push([stretch.index + from, stretch.index + to])
        } else if (stretch.burst !== null) {
          const { burst, kind } = stretch
          const shown = shows.get(burst) ?? 'line'
          if (kind === 'burst' && shown !== 'line') continue
          for (const piece of piecesOf(bursts[burst], burst, shown)) {
            if (!piece.visible) found.push([piece.start, piece.start + piece.length])
          }
        }
      }
      return found
    },
  }
}

function piecesOf(burst: Burst | undefined, at: number, shows: BurstShows): Piece[] {
  if (burst === undefined) return []
  const all = shows === 'all' || (shows === 'ends' && burst.count <= FIRST_ROWS + LAST_ROWS + 1)
  const cuts = all || shows === 'line' ? [] : [FIRST_ROWS, burst.count - LAST_ROWS]
  const pieces: Piece[] = []
  let before = 0
  for (let pair = 0; pair < burst.ranges.length; pair += 2) {
    const start = burst.ranges[pair] ?? 0
    const length = burst.ranges[pair + 1] ?? 0
    const inside = cuts.filter((cut) => cut > before && cut < before + length)
    const edges = [before, ...inside, before + length]
    for (const [edge, from] of edges.slice(0, -1).entries()) {
      const to = edges[edge + 1] ?? from
      const left =
        shows === 'line' || (cuts.length > 0 && from >= FIRST_ROWS && from < burst.count - LAST_ROWS)
      const head = from === 0 ? 'burst' : left && shows !== 'line' && from === FIRST_ROWS ? 'more' : null
      pieces.push({ burst: at, start: start + from - before, length: to - from, visible: !left, head })
    }
    before += length
  }
  return pieces
}

/** How many of 0 to `length - 1` come before the first for which `holds` is false. */
function upTo(length: number, holds: (at: number) => boolean): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(middle)) low = middle + 1
    else high = middle
  }
  return low
}
