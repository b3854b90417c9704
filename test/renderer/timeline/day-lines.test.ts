import { describe, expect, test } from 'vitest'
import { dayLinesBetween, gapsOf, heightOfLines } from '../../../renderer/timeline/day-lines.ts'
import { plainFold } from '../../../renderer/timeline/fold.ts'
import { createPageCache } from '../../../renderer/timeline/page-cache.ts'

const at = (text: string) => ({ eventTime: Date.parse(text) / 1000 })
const utcFirst = { first: 'UTC', second: 'Asia/Tokyo' }

describe('day lines', () => {
  test('the other zone begins its day nine hours earlier', () => {
    expect(dayLinesBetween(at('2024-09-14T14:03:02Z'), at('2024-09-14T22:40:12Z'), utcFirst)).toEqual([
      { clock: 'second', date: '2024-09-15' },
    ])
    expect(dayLinesBetween(at('2024-09-14T22:40:12Z'), at('2024-09-15T00:31:20Z'), utcFirst)).toEqual([
      { clock: 'first', date: '2024-09-15' },
    ])
  })

  test('two lines stand in the order in which the days begin', () => {
    const lines = dayLinesBetween(at('2024-09-14T12:00:00Z'), at('2024-09-15T12:00:00Z'), utcFirst)
    expect(lines.map((line) => line.clock)).toEqual(['second', 'first'])
    expect(heightOfLines(lines)).toBe(42)
    const swapped = { first: 'Asia/Tokyo', second: 'UTC' }
    expect(
      dayLinesBetween(at('2024-09-14T12:00:00Z'), at('2024-09-15T12:00:00Z'), swapped).map(
        (line) => line.clock,
      ),
    ).toEqual(['first', 'second'])
  })

  test('one clock has no dashed lines', () => {
    const lines = dayLinesBetween(at('2024-09-14T12:00:00Z'), at('2024-09-15T12:00:00Z'), {
      first: 'UTC',
      second: null,
    })
    expect(lines).toEqual([{ clock: 'first', date: '2024-09-15' }])
  })

  test('rows without a time begin with a line of their own', () => {
    expect(dayLinesBetween(at('2024-09-14T12:00:00Z'), { eventTime: null }, utcFirst)).toEqual([
      { clock: 'first', date: null },
    ])
    expect(dayLinesBetween({ eventTime: null }, { eventTime: null }, utcFirst)).toEqual([])
  })

  test('a page knows the line above its first row from the row that came with it', () => {
    const cache = createPageCache<{ eventTime: number | null }>({
      view: 1,
      count: 4,
      pageSize: 2,
      maxPages: 3,
    })
    cache.arrived({ view: 1, page: 1, offset: 1, limit: 3 }, [
      at('2024-09-14T10:00:00Z'),
      at('2024-09-15T10:00:00Z'),
      at('2024-09-15T11:00:00Z'),
    ])
    expect(gapsOf(plainFold(4), cache, 2, 3, utcFirst)).toEqual([{ index: 2, height: 42 }])
  })

  test('a day that daylight saving makes longer has one line', () => {
    const berlin = { first: 'Europe/Berlin', second: null }
    expect(dayLinesBetween(at('2024-10-27T00:30:00Z'), at('2024-10-27T22:30:00Z'), berlin)).toEqual([])
    expect(dayLinesBetween(at('2024-10-27T22:30:00Z'), at('2024-10-27T23:30:00Z'), berlin)).toHaveLength(1)
  })
})
