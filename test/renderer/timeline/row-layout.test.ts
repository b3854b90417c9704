import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  extraAbove,
  type Gap,
  heightOf,
  plainLayout,
  ROW_HEIGHT,
  rowAtOffset,
  topOf,
  withGaps,
} from '../../../renderer/timeline/row-layout.ts'

const gapList = (count: number) =>
  fc.array(
    fc.record({ index: fc.integer({ min: 1, max: count - 1 }), height: fc.constantFrom(20, 22, 42) }),
    {
      maxLength: 12,
    },
  )

/** The slow twin: one entry for each row. */
function tops(count: number, gaps: readonly Gap[]): number[] {
  const height = new Map<number, number>()
  for (const gap of gaps) if (!height.has(gap.index)) height.set(gap.index, gap.height)
  let y = 0
  return Array.from({ length: count }, (_, index) => {
    const top = y + (height.get(index) ?? 0)
    y = top + ROW_HEIGHT
    return top
  })
}

describe('row layout', () => {
  test('agrees with adding up all rows', () => {
    fc.assert(
      fc.property(
        fc
          .integer({ min: 2, max: 80 })
          .chain((count) => fc.tuple(fc.constant(count), gapList(count), gapList(count))),
        ([count, some, more]) => {
          const layout = withGaps(withGaps(plainLayout(count), some), more)
          const slow = tops(count, [...some, ...more])
          for (let index = 0; index < count; index += 1) {
            expect(topOf(layout, index)).toBe(slow[index])
            expect(extraAbove(layout, index)).toBe(slow[index]! - index * ROW_HEIGHT)
          }
          expect(heightOf(layout)).toBe(slow.at(-1)! + ROW_HEIGHT)
          for (let y = 0; y < heightOf(layout); y += 7) {
            expect(rowAtOffset(layout, y)).toBe(slow.findIndex((top) => top + ROW_HEIGHT > y))
          }
        },
      ),
      { seed: 26, numRuns: 80 },
    )
  })

  test('nothing new gives the same object', () => {
    const layout = withGaps(plainLayout(9), [{ index: 3, height: 22 }])
    expect(withGaps(layout, [{ index: 3, height: 22 }])).toBe(layout)
  })

  test('an empty list', () => {
    expect(heightOf(plainLayout(0))).toBe(0)
    expect(rowAtOffset(plainLayout(0), 400)).toBe(0)
  })
})
