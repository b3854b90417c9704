/** A4 at 96 CSS px per inch. */
export const FULL_WIDTH = (210 / 25.4) * 96
export const A4_RATIO = 297 / 210

export const PAGE_VIEWS = ['one', 'two', 'full'] as const
export type PageView = (typeof PAGE_VIEWS)[number]

const GAP = 20
const MARGIN = 16

/** The width of a page in CSS px so that it fits the room; a full-size page may be larger than the room. */
export function sheetWidth(
  room: { readonly width: number; readonly height: number },
  view: PageView,
): number {
  if (view === 'full') return FULL_WIDTH
  const across = view === 'two' ? 2 : 1
  const byWidth = (room.width - 2 * MARGIN - (across - 1) * GAP) / across
  const byHeight = (room.height - 2 * MARGIN) / A4_RATIO
  return Math.max(80, Math.floor(Math.min(byWidth, byHeight)))
}

/** The pages to show around `current`; with two, the cover stands alone on no spread: 1-2, 3-4 and so on. */
export function shownPages(current: number, pages: number, view: PageView): readonly number[] {
  if (view !== 'two') return [current]
  const left = current % 2 === 1 ? current : current - 1
  return left + 1 <= pages ? [left, left + 1] : [left]
}

/** The page after a step forward or back, never outside the document. */
export function steppedPage(current: number, step: 1 | -1, pages: number, view: PageView): number {
  const shown = shownPages(current, pages, view)
  const next = step === 1 ? (shown.at(-1) ?? current) + 1 : (shown[0] ?? current) - (view === 'two' ? 2 : 1)
  if (next > pages) return shown[0] ?? current
  return Math.max(1, next)
}

/** Page numbers of the thumbnails: at most `most`, around the current page. */
export function thumbnailPages(current: number, pages: number, most: number): readonly number[] {
  const first = Math.max(1, Math.min(current - Math.floor(most / 2), pages - most + 1))
  return Array.from({ length: Math.min(most, pages) }, (_, index) => first + index)
}
