import { type Burst, usualBurstRule } from '../../shared/domain/burst.ts'
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
  /** Where it should stand, in pixels below the top of the list, when that is not where it stands now. */
  readonly onScreen?: number
}

/** A result with the rows read so far. */
export interface OpenedView {
  readonly view: TimelineView
  readonly filter: SignInFilter
  readonly cache: PageCache<SignInRow>
  /** Its bursts; null when they were not asked for, or took too long to wait for: then `laterBursts` has them. */
  readonly bursts: readonly Burst[] | null
  readonly laterBursts: Promise<readonly Burst[]> | null
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
  grouped: boolean,
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
  const laterBursts = grouped ? readBursts(client, view.view, signal) : null
  const [bursts] = await Promise.all([
    laterBursts === null ? null : soon(laterBursts),
    ...first.map((request) => readPage(client, cache, request)),
  ])
  return { view, filter, cache, bursts, laterBursts, kept: keep }
}

/** Bursts of a result by the usual rule. Rejects with `AppError`. */
export function readBursts(client: Client, view: number, signal: AbortSignal): Promise<readonly Burst[]> {
  const found = client.call('timeline.bursts', { view, rule: usualBurstRule }, signal)
  // Whoever waits for it hears of a failure; nobody may have begun to wait.
  found.catch(() => undefined)
  return found
}

/** So long a result waits for its bursts, so that rows do not fold before the reader's eyes. */
const BURSTS_WITHIN_MS = 300

function soon(bursts: Promise<readonly Burst[]>): Promise<readonly Burst[] | null> {
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), BURSTS_WITHIN_MS))
  return Promise.race([bursts.catch(() => null), late])
}
