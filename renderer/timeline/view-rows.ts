import type { SignInFilter, TimelineView } from '../../shared/domain/filter.ts'
import type { SignInRow } from '../../shared/domain/sign-in.ts'
import type { Client } from '../../shared/ipc/client.ts'
import { createPageCache, type PageCache, type PageRequest } from './page-cache.ts'

/** Rows asked for at once. */
export const PAGE_ROWS = 200
const MAX_PAGES = 60
/** Rows on each side of the first row shown that are read before a new result takes the old one's place. */
const FIRST_SIGHT = 60

/** The row whose place on the screen is kept when a new result replaces the old one. */
export interface KeptRow {
  readonly id: number
  /** Where it stands in the result that is shown now; null when it is not in it. */
  readonly index: number | null
}

/** A result with the rows read so far. */
export interface OpenedView {
  readonly view: TimelineView
  readonly filter: SignInFilter
  readonly cache: PageCache<SignInRow>
  /** The row asked for with `keep`, and where it stood in the result before. */
  readonly kept: KeptRow | null
}

/** Reads one page into the cache. Rejects with `AppError`; the page can then be asked for again after `retry`. */
export async function readPage(
  client: Client,
  cache: PageCache<SignInRow>,
  request: PageRequest,
): Promise<void> {
  cache.started(request)
  try {
    const { view, offset, limit } = request
    cache.arrived(request, await client.call('timeline.page', { view, offset, limit }))
  } catch (cause) {
    cache.failed(request)
    throw cause
  }
}

/**
 * Opens the result of a filter and reads the rows that will be seen first, so that it can take the place of the
 * old result without an empty moment.
 */
export async function openView(
  client: Client,
  filter: SignInFilter,
  keep: KeptRow | null,
  signal: AbortSignal,
): Promise<OpenedView> {
  const view = await client.call('timeline.open', { filter, keep: keep?.id ?? null }, signal)
  const cache = createPageCache<SignInRow>({
    view: view.view,
    count: view.matched,
    pageSize: PAGE_ROWS,
    maxPages: MAX_PAGES,
  })
  const middle = view.keptIndex ?? 0
  const first = cache.missing(middle - FIRST_SIGHT, middle + FIRST_SIGHT)
  await Promise.all(first.map((request) => readPage(client, cache, request)))
  return { view, filter, cache, kept: keep }
}
