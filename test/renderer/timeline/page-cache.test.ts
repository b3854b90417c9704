import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createPageCache, type PageRequest } from '../../../renderer/timeline/page-cache.ts'

const PAGE = 10

/** What a frozen result of numbers would answer. */
function answer(request: PageRequest, count: number): readonly number[] {
  const end = Math.min(count, request.offset + request.limit)
  return Array.from({ length: Math.max(0, end - request.offset) }, (_, index) => request.offset + index)
}

describe('page cache', () => {
  test('asks for whole pages, each with the row before it', () => {
    const cache = createPageCache<number>({ view: 1, count: 25, pageSize: PAGE, maxPages: 4 })
    expect(cache.missing(8, 24)).toEqual([
      { view: 1, page: 0, offset: 0, limit: 10 },
      { view: 1, page: 1, offset: 9, limit: 11 },
      { view: 1, page: 2, offset: 19, limit: 6 },
    ])
  })

  test('does not ask twice for what is on its way, and asks again after a failure only on request', () => {
    const cache = createPageCache<number>({ view: 1, count: 25, pageSize: PAGE, maxPages: 4 })
    const [request] = cache.missing(0, 5)
    cache.started(request!)
    expect(cache.missing(0, 5)).toEqual([])
    cache.failed(request!)
    expect(cache.hasFailed()).toBe(true)
    expect(cache.missing(0, 5)).toEqual([])
    cache.retry()
    expect(cache.missing(0, 5)).toEqual([request])
  })

  test('drops the answer of another view', () => {
    const cache = createPageCache<number>({ view: 2, count: 25, pageSize: PAGE, maxPages: 4 })
    expect(cache.arrived({ view: 1, page: 0, offset: 0, limit: 10 }, [1, 2, 3])).toBe(false)
    expect(cache.rowAt(0)).toBeUndefined()
  })

  test('an answer shorter than promised is not asked for again without end', () => {
    const cache = createPageCache<number>({ view: 1, count: 25, pageSize: PAGE, maxPages: 4 })
    const [request] = cache.missing(0, 9)
    cache.arrived(request!, [0, 1])
    expect(cache.has(5)).toBe(true)
    expect(cache.rowAt(5)).toBeUndefined()
    expect(cache.missing(0, 9)).toEqual([])
  })

  test('an empty result asks for nothing', () => {
    expect(createPageCache({ view: 1, count: 0, pageSize: PAGE, maxPages: 4 }).missing(0, 50)).toEqual([])
  })

  test('agrees with a version that keeps everything, over any walk', () => {
    const walk = fc.array(fc.tuple(fc.nat(300), fc.nat(25), fc.constantFrom('ok', 'late', 'fail')), {
      maxLength: 60,
    })
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 260 }),
        fc.integer({ min: 3, max: 8 }),
        walk,
        (count, maxPages, steps) => {
          const cache = createPageCache<number>({ view: 7, count, pageSize: PAGE, maxPages })
          const late: PageRequest[] = []
          for (const [first, length, fate] of steps) {
            const last = Math.min(first + length, count - 1)
            const requests = cache.missing(first, last)
            for (const request of requests) {
              expect(request.limit).toBeGreaterThan(0)
              expect(late).not.toContainEqual(request)
              cache.started(request)
              if (fate === 'ok') cache.arrived(request, answer(request, count))
              else if (fate === 'late') late.push(request)
              else {
                cache.failed(request)
                cache.retry()
              }
            }
            if (fate === 'ok') {
              for (let index = Math.min(first, count - 1); index <= last; index += 1) {
                const waiting = late.some((request) => request.page === Math.floor(index / PAGE))
                expect(cache.rowAt(index)).toBe(waiting ? cache.rowAt(index) : index)
                if (!waiting)
                  expect(cache.rowBefore(index)).toBe(index === 0 ? undefined : expectBefore(cache, index))
              }
            }
            const request = fate === 'ok' ? late.shift() : undefined
            if (request !== undefined) cache.arrived(request, answer(request, count))
            for (let index = 0; index < count; index += 1)
              expect([undefined, index]).toContain(cache.rowAt(index))
            expect(cache.loadedPages.length).toBeLessThanOrEqual(Math.max(maxPages, 4))
          }
        },
      ),
      { seed: 20240914, numRuns: 150 },
    )
  })
})

// Inside a page the neighbour is in the same page; at its start it came with the page.
function expectBefore(
  cache: { rowAt(index: number): number | undefined },
  index: number,
): number | undefined {
  return index % PAGE === 0 ? index - 1 : cache.rowAt(index - 1)
}
