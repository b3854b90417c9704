/**
 * Browsers cannot make an element of any height (Chromium stops near 33 million pixels, positions lose exactness
 * earlier); a million rows are 26 million. The scroll area is therefore never higher than this.
 */
export const MAX_SCROLL_HEIGHT = 8_000_000

/** Sizes in pixels: the whole list as if there were no limit, and the part that is seen. */
export interface Extent {
  readonly list: number
  readonly window: number
}

/**
 * Where the list stands. `list` is the exact offset in the whole list, `bar` the offset of the browser's scroll
 * bar. Their difference moves the rows, so a row lies where the exact offset says, whatever the bar can express.
 */
export interface ScrollPlace {
  readonly list: number
  readonly bar: number
}

/** Height the scrolled element gets. */
export function barHeight({ list }: Extent): number {
  return Math.min(list, MAX_SCROLL_HEIGHT)
}

const lastOffset = (height: number, window: number) => Math.max(0, height - window)
const clamp = (value: number, high: number) => Math.min(Math.max(value, 0), high)

/** The place for an exact offset, bar in proportion. */
export function placeAt(list: number, extent: Extent): ScrollPlace {
  const listEnd = lastOffset(extent.list, extent.window)
  const barEnd = lastOffset(barHeight(extent), extent.window)
  const exact = clamp(list, listEnd)
  return { list: exact, bar: listEnd === 0 ? 0 : Math.round((exact / listEnd) * barEnd) }
}

/**
 * The bar was moved to `bar` by the user. A wheel, a touch or an arrow moves less than two windows at once: the
 * list moves by the same number of pixels, so rows move exactly. A larger step is the thumb: the list moves by the
 * same share of the way that is left, so both ends of the bar are always both ends of the list.
 */
export function moved(place: ScrollPlace, bar: number, extent: Extent): ScrollPlace {
  const listEnd = lastOffset(extent.list, extent.window)
  const barEnd = lastOffset(barHeight(extent), extent.window)
  const step = bar - place.bar
  if (barHeight(extent) === extent.list && place.list === place.bar) return { list: clamp(bar, listEnd), bar }
  if (Math.abs(step) <= extent.window * 2) return { list: clamp(place.list + step, listEnd), bar }
  const share = step > 0 ? step / Math.max(1, barEnd - place.bar) : step / Math.max(1, place.bar)
  const left = step > 0 ? listEnd - place.list : place.list
  return { list: clamp(place.list + share * left, listEnd), bar }
}

/** True when the bar has come to an end of its way and the list has not: it must be put right at once. */
export function isStuck(place: ScrollPlace, extent: Extent): boolean {
  const listEnd = lastOffset(extent.list, extent.window)
  const barEnd = lastOffset(barHeight(extent), extent.window)
  return (place.bar <= 0 && place.list > 0) || (place.bar >= barEnd && place.list < listEnd)
}

/** The exact offset that shows the row from `top` to `top + height` whole, moving as little as possible. */
export function offsetToShow(list: number, top: number, height: number, window: number): number {
  if (top < list) return top
  if (top + height > list + window) return top + height - window
  return list
}
