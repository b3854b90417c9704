/** The keys that move in a list. */
const MOVES: Readonly<Record<string, (at: number, page: number, last: number) => number>> = {
  ArrowDown: (at) => at + 1,
  j: (at) => at + 1,
  ArrowUp: (at) => at - 1,
  k: (at) => at - 1,
  PageDown: (at, page) => at + page,
  PageUp: (at, page) => at - page,
  Home: () => 0,
  End: (_at, _page, last) => last,
}

/**
 * The row a key leads to, or null for other keys. `at` is null when no row is selected: the first key then chooses
 * `top`, the topmost row on the screen. `page` is the number of whole rows on the screen; one row of the old page
 * stays in sight.
 */
export function rowAfterKey(
  key: string,
  at: number | null,
  place: { readonly top: number; readonly page: number; readonly count: number },
): number | null {
  const move = Object.hasOwn(MOVES, key) ? MOVES[key] : undefined
  if (move === undefined || place.count === 0) return null
  const last = place.count - 1
  if (at === null && key !== 'Home' && key !== 'End') return Math.min(Math.max(place.top, 0), last)
  return Math.min(Math.max(move(at ?? 0, Math.max(1, place.page - 1), last), 0), last)
}
