import type { BrowserContext, Request, Route } from '@playwright/test'
import type { MainCalls } from '../calls.ts'
import type { Link } from '../link.ts'
import { isAppPage, toAppAddress } from './addresses.ts'
import type { PageWindow } from './page-window.ts'

/**
 * Answers every request of every page through main: the session's rule first, then the app's own files. Returns
 * the list, filled as it happens, of all requests that were not for the app; none of them leaves the process.
 */
export async function routeRequests(
  context: BrowserContext,
  main: Link<MainCalls>,
  windows: ReadonlyMap<number, PageWindow>,
): Promise<readonly string[]> {
  const foreign: string[] = []

  const answer = async (route: Route, request: Request) => {
    const url = toAppAddress(request.url())
    if (await isRefusedNavigation(request, url)) return route.abort('aborted')
    const headers = request.headers()
    const { resourceType, method } = { resourceType: request.resourceType(), method: request.method() }
    const response = await main.ask('request', { url, method, headers, resourceType })
    if (!isAppPage(request.url())) {
      foreign.push(request.url())
      // A rule that lets a foreign request through is found out by the list; the request still goes nowhere.
      return route.abort('blockedbyclient')
    }
    if (response === undefined) return route.abort('blockedbyclient')
    return route.fulfill({ ...response, headers: { ...response.headers }, body: Buffer.from(response.body) })
  }

  /** Electron asks `will-frame-navigate` about what a page starts by itself; a refused one leaves the page as it is. */
  const isRefusedNavigation = async (request: Request, url: string): Promise<boolean> => {
    if (!request.isNavigationRequest()) return false
    const frame = request.frame()
    for (const [id, window] of windows) {
      if (window.page !== frame.page() || window.isLoading()) continue
      return !(await main.ask('mayNavigate', id, url, frame.parentFrame() === null))
    }
    return false
  }

  await context.route('**/*', async (route, request) => {
    try {
      await answer(route, request)
    } catch {
      // The app or the page is closing.
      await route.abort().catch(() => undefined)
    }
  })
  return foreign
}
