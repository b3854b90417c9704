import { describe, expect, it } from 'vitest'
import { sheetWidth, shownPages, steppedPage, thumbnailPages } from '../../../renderer/report/sheet-size.ts'

describe('pages shown', () => {
  it('stand alone or in pairs', () => {
    expect(shownPages(4, 7, 'one')).toEqual([4])
    expect(shownPages(4, 7, 'two')).toEqual([3, 4])
    expect(shownPages(7, 7, 'two')).toEqual([7])
  })

  it('step by what is shown and stay inside the document', () => {
    expect(steppedPage(3, 1, 7, 'two')).toBe(5)
    expect(steppedPage(4, -1, 7, 'two')).toBe(1)
    expect(steppedPage(7, 1, 7, 'two')).toBe(7)
    expect(steppedPage(1, -1, 7, 'one')).toBe(1)
    expect(steppedPage(7, 1, 7, 'one')).toBe(7)
  })

  it('fit into the room', () => {
    const room = { width: 1056, height: 738 }
    expect(sheetWidth(room, 'two')).toBe(499)
    expect(sheetWidth({ width: 500, height: 2000 }, 'one')).toBe(468)
    expect(sheetWidth({ width: 40, height: 40 }, 'one')).toBe(80)
  })
})

it('shows a bounded strip of thumbnails around the current page', () => {
  expect(thumbnailPages(1, 400, 9)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
  expect(thumbnailPages(200, 400, 9)).toEqual([196, 197, 198, 199, 200, 201, 202, 203, 204])
  expect(thumbnailPages(400, 400, 9).at(-1)).toBe(400)
  expect(thumbnailPages(2, 3, 9)).toEqual([1, 2, 3])
})
