import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rowAfterKey } from '../../../renderer/timeline/list-keys.ts'
import {
  barHeight,
  isStuck,
  MAX_SCROLL_HEIGHT,
  moved,
  offsetToShow,
  placeAt,
} from '../../../renderer/timeline/scroll-scale.ts'

const WINDOW = 600
const extents = fc
  .constantFrom(0, 300, 5_000, 7_999_000, 26_000_000, 130_000_000)
  .map((list) => ({ list, window: WINDOW }))

describe('scroll scale', () => {
  test('a small list scrolls as it is', () => {
    const extent = { list: 5_000, window: WINDOW }
    expect(barHeight(extent)).toBe(5_000)
    expect(moved(placeAt(0, extent), 4_400, extent)).toEqual({ list: 4_400, bar: 4_400 })
  })

  test('the scrolled element is never higher than the limit', () => {
    expect(barHeight({ list: 130_000_000, window: WINDOW })).toBe(MAX_SCROLL_HEIGHT)
  })

  test('a wheel step moves five million rows by exactly its pixels', () => {
    const extent = { list: 130_000_000, window: WINDOW }
    const start = placeAt(64_000_013, extent)
    const step = moved(start, start.bar + 120, extent)
    expect(step.list).toBe(64_000_133)
    expect(moved(step, step.bar - 120, extent)).toEqual(start)
  })

  test('the thumb at either end is the end of the list, after any walk', () => {
    fc.assert(
      fc.property(
        extents,
        fc.array(fc.integer({ min: -3_000, max: 3_000 }), { maxLength: 40 }),
        (extent, wheel) => {
          const end = Math.max(0, extent.list - WINDOW)
          const barEnd = Math.max(0, barHeight(extent) - WINDOW)
          let place = placeAt(end / 2, extent)
          for (const step of wheel) {
            place = moved(place, Math.min(Math.max(place.bar + step, 0), barEnd), extent)
            expect(place.list).toBeGreaterThanOrEqual(0)
            expect(place.list).toBeLessThanOrEqual(end)
            if (isStuck(place, extent)) place = placeAt(place.list, extent)
          }
          if (place.bar > WINDOW * 2) expect(moved(place, 0, extent).list).toBeCloseTo(0)
          if (barEnd - place.bar > WINDOW * 2) expect(moved(place, barEnd, extent).list).toBeCloseTo(end)
        },
      ),
      { seed: 8, numRuns: 200 },
    )
  })

  test('putting the bar right does not move the list', () => {
    fc.assert(
      fc.property(extents, fc.double({ min: 0, max: 1, noNaN: true }), (extent, share) => {
        const exact = Math.round(Math.max(0, extent.list - WINDOW) * share)
        expect(placeAt(exact, extent).list).toBe(exact)
      }),
    )
  })

  test('a bar at its end before the list is stuck and gets room again', () => {
    const extent = { list: 130_000_000, window: WINDOW }
    const place = { list: 64_000_000, bar: 0 }
    expect(isStuck(place, extent)).toBe(true)
    expect(isStuck(placeAt(place.list, extent), extent)).toBe(false)
  })

  test('shows a row by the least movement', () => {
    expect(offsetToShow(100, 90, 26, 600)).toBe(90)
    expect(offsetToShow(100, 690, 26, 600)).toBe(116)
    expect(offsetToShow(100, 300, 26, 600)).toBe(100)
  })
})

describe('list keys', () => {
  const place = { top: 40, page: 20, count: 5_000_000 }
  test.each([
    ['j', 10, 11],
    ['ArrowDown', 4_999_999, 4_999_999],
    ['k', 0, 0],
    ['ArrowUp', 7, 6],
    ['PageDown', 10, 29],
    ['PageUp', 10, 0],
    ['Home', 77, 0],
    ['End', 77, 4_999_999],
    ['j', null, 40],
    ['End', null, 4_999_999],
    ['q', 10, null],
    ['constructor', 10, null],
  ] as const)('%s at %s leads to %s', (key, at, to) => {
    expect(rowAfterKey(key, at, place)).toBe(to)
  })

  test('nothing moves in an empty list', () => {
    expect(rowAfterKey('j', null, { top: 0, page: 20, count: 0 })).toBeNull()
  })
})
