import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { paginate } from '../../../electron/engine/report/layout/paginate.ts'
import type { Page, Piece } from '../../../electron/engine/report/layout/piece.ts'

const FRAME = { left: 10, top: 100, bottom: 200 }

/** A piece that can be told again by the text of its only item. */
function piece(name: string, height: number, more: Partial<Piece> = {}): Piece {
  const run = { x: 0, face: 'inter', size: height, color: '000000', text: name } as const
  return { height, before: 0, items: [{ kind: 'text', x: 0, y: 0, run }], ...more }
}

function namesOn(page: Page): string[] {
  return page.placed.flatMap(({ items }) =>
    items.flatMap((item) => (item.kind === 'text' ? [item.run.text] : [])),
  )
}
const pagesOf = (...pieces: readonly Piece[]) => [...paginate(pieces, FRAME)].map(namesOn)

describe('pages', () => {
  it('fill from the top and go on when a piece has no room', () => {
    expect(pagesOf(piece('a', 60), piece('b', 40), piece('c', 1))).toEqual([['a', 'b'], ['c']])
  })

  it('keep a heading with what follows it', () => {
    expect(pagesOf(piece('a', 70), piece('heading', 20, { withNext: true }), piece('b', 20))).toEqual([
      ['a'],
      ['heading', 'b'],
    ])
  })

  it('repeat the head of a table on each page', () => {
    const repeat = piece('head', 10)
    const row = (name: string) => piece(name, 45, { repeat })
    expect(pagesOf(piece('head', 10, { withNext: true }), row('1'), row('2'), row('3'))).toEqual([
      ['head', '1', '2'],
      ['head', '3'],
    ])
  })

  it('begin a page where asked, or where too little is left', () => {
    expect(pagesOf(piece('a', 1), piece('b', 1, { newPage: true }))).toEqual([['a'], ['b']])
    expect(pagesOf(piece('a', 30), piece('b', 1, { needs: 60 }))).toEqual([['a', 'b']])
    expect(pagesOf(piece('a', 50), piece('b', 1, { needs: 60 }))).toEqual([['a'], ['b']])
  })

  it('drop white space at the top of a page and put a foot at the foot', () => {
    const [page] = paginate([piece('a', 10, { before: 30 }), piece('b', 10, { atFoot: true })], FRAME)
    expect(page!.placed.map(({ y }) => y)).toEqual([100, 190])
  })

  it('break a chain that is longer than a page', () => {
    const chain = Array.from({ length: 7 }, (_, at) => piece(String(at), 30, { withNext: at < 6 }))
    expect(pagesOf(...chain)).toEqual([['0', '1', '2'], ['3', '4', '5'], ['6']])
  })

  it('place every piece once, in order, inside the frame', () => {
    const some = fc.array(
      fc.record({
        height: fc.integer({ min: 1, max: 100 }),
        withNext: fc.boolean(),
        before: fc.integer({ min: 0, max: 40 }),
      }),
      { maxLength: 30 },
    )
    fc.assert(
      fc.property(some, (made) => {
        const pieces = made.map(({ height, ...more }, at) => piece(String(at), height, more))
        const pages = [...paginate(pieces, FRAME)]
        expect(pages.flatMap(namesOn)).toEqual(pieces.map((_, at) => String(at)))
        for (const { placed } of pages) {
          for (const { y, items } of placed) {
            const height = items[0]!.kind === 'text' ? items[0]!.run.size : 0
            expect(y).toBeGreaterThanOrEqual(FRAME.top)
            expect(y + height).toBeLessThanOrEqual(FRAME.bottom)
          }
        }
      }),
    )
  })
})
