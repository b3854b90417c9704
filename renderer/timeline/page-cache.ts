/** One page to ask the engine for. `offset` starts one row early (except on page 0), see `PageCache`. */
export interface PageRequest {
  readonly view: number
  readonly page: number
  readonly offset: number
  readonly limit: number
}

export interface PageCacheOptions {
  /** The frozen result the pages belong to; answers of another view are dropped. */
  readonly view: number
  /** Rows in the result. */
  readonly count: number
  readonly pageSize: number
  /** Pages kept at most. The least recently needed page goes first; pages of the newest range always stay. */
  readonly maxPages: number
}

interface Page<Row> {
  readonly before: Row | undefined
  rows: readonly Row[]
}

/**
 * The loaded part of a frozen, ordered result. Each page is fetched together with the row before it, so that what
 * depends on a neighbour (does a new day begin here?) is known the moment a page is known, and a page boundary is
 * never a special case on the screen.
 */
export interface PageCache<Row> {
  readonly view: number
  readonly count: number
  rowAt(index: number): Row | undefined
  /** The row above `index`: undefined when it is not loaded or `index` is 0. */
  rowBefore(index: number): Row | undefined
  /** Whether the page of `index` has arrived, even when the engine had fewer rows than promised. */
  has(index: number): boolean
  /** The pages of rows `first` to `last` (both included) that are neither here, nor on their way, nor failed. */
  missing(first: number, last: number): readonly PageRequest[]
  /** The same for rows that need not be next to each other; what is not loaded between them stays so. */
  missingOf(indexes: Iterable<number>): readonly PageRequest[]
  /** Marks a request as on its way. */
  started(request: PageRequest): void
  /** Takes an answer in. False when it belongs to another view and was dropped. */
  arrived(request: PageRequest, rows: readonly Row[]): boolean
  failed(request: PageRequest): void
  /** Lets failed pages be asked for again. */
  retry(): void
  hasFailed(): boolean
  /** Changes loaded rows in place, for facts that may change in a frozen result (the count of notes). */
  change(change: (row: Row) => Row): void
  readonly loadedPages: readonly number[]
}

/** An empty cache of one view. */
export function createPageCache<Row>(options: PageCacheOptions): PageCache<Row> {
  const { view, count, pageSize, maxPages } = options
  // A Map remembers insertion order: the first key is the page that was needed longest ago.
  const pages = new Map<number, Page<Row>>()
  const onTheirWay = new Set<number>()
  const failures = new Set<number>()
  let newest: ReadonlySet<number> = new Set()

  const pageOf = (index: number) => Math.floor(index / pageSize)

  function drop(): void {
    for (const page of pages.keys()) {
      if (pages.size <= maxPages) return
      if (!newest.has(page)) pages.delete(page)
    }
  }

  const inside = (index: number) => Math.max(0, Math.min(index, count - 1))

  function ask(wanted: readonly number[]): readonly PageRequest[] {
    if (count === 0) return []
    newest = new Set(wanted)
    const requests: PageRequest[] = []
    for (const page of newest) {
      const held = pages.get(page)
      if (held !== undefined) {
        pages.delete(page)
        pages.set(page, held)
      } else if (!onTheirWay.has(page) && !failures.has(page)) {
        const start = page * pageSize
        const early = page === 0 ? 0 : 1
        requests.push({ view, page, offset: start - early, limit: Math.min(pageSize, count - start) + early })
      }
    }
    return requests
  }

  const cache: PageCache<Row> = {
    view,
    count,
    rowAt: (index) => pages.get(pageOf(index))?.rows[index % pageSize],
    rowBefore: (index) =>
      index > 0 && index % pageSize === 0 ? pages.get(pageOf(index))?.before : cache.rowAt(index - 1),
    has: (index) => pages.has(pageOf(index)),
    missing(first, last) {
      const from = pageOf(inside(first))
      const length = pageOf(inside(last)) - from + 1
      return ask(Array.from({ length }, (_, step) => from + step))
    },
    missingOf: (indexes) => ask([...indexes].map((index) => pageOf(inside(index)))),
    started: ({ page }) => {
      onTheirWay.add(page)
    },
    arrived(request, rows) {
      if (request.view !== view) return false
      onTheirWay.delete(request.page)
      failures.delete(request.page)
      const early = request.page === 0 ? 0 : 1
      pages.set(request.page, { before: early === 1 ? rows[0] : undefined, rows: rows.slice(early) })
      drop()
      return true
    },
    failed({ view: of, page }) {
      if (of !== view) return
      onTheirWay.delete(page)
      failures.add(page)
    },
    retry: () => failures.clear(),
    hasFailed: () => failures.size > 0,
    change(change) {
      for (const page of pages.values()) page.rows = page.rows.map(change)
    },
    get loadedPages() {
      return [...pages.keys()]
    },
  }
  return cache
}
