import { describe, expect, it } from 'vitest'
import { cellText, gridColumns, localTime } from '../../../renderer/sql/result/columns.ts'

const rows = [
  ['bob', 23, '2024-09-14T13:04:37Z', 'e-1', null],
  ['alice', 2, null, 'e-2', '2024-09-14'],
] as const

describe('columns of the grid', () => {
  const names = ['who', 'failures', 'first_utc', 'eventid', 'day']
  it('tells numbers, times and events apart', () => {
    const columns = gridColumns(names, rows, 2, 'Asia/Tokyo')
    expect(columns.map(({ kind }) => kind)).toEqual(['text', 'number', 'text', 'event', 'text', 'local-time'])
    expect(columns.at(-1)).toMatchObject({ name: 'first_utc, Tokyo', index: 2 })
  })

  it('compares counts by bars only where the whole result is known', () => {
    expect(gridColumns(names, rows, 2, null).map(({ barMax }) => barMax)).toEqual([
      null,
      23,
      null,
      null,
      null,
    ])
    expect(gridColumns(names, rows, 5000, null).every(({ barMax }) => barMax === null)).toBe(true)
    expect(gridColumns(['at'], [[1_726_300_000]], 1, null)[0]?.barMax).toBeNull()
  })

  it('adds no second clock where there is none, or no time', () => {
    expect(gridColumns(names, rows, 2, null)).toHaveLength(5)
    expect(gridColumns(['who'], [['bob']], 1, 'Asia/Tokyo')).toHaveLength(1)
  })

  it('is as wide as its values, within bounds', () => {
    const [narrow, wide] = gridColumns(['a', 'b'], [['x', 'y'.repeat(4000)]], 1, null)
    expect(narrow?.width).toBe(64)
    expect(wide?.width).toBe(420)
  })
})

it('shows what hides in a value', () => {
  expect(cellText('a\u202eb\n')).toBe('a\\u202Eb\\u000A')
  expect(cellText(null)).toBeNull()
  expect(cellText(0)).toBe('0')
})

it('reads a time by another clock, and leaves everything else', () => {
  expect(localTime('2024-09-14T16:04:37Z', 'Asia/Tokyo')).toBe('2024-09-15 01:04:37')
  expect(localTime('2024-09-14', 'Asia/Tokyo')).toBeNull()
  expect(localTime(null, 'Asia/Tokyo')).toBeNull()
})
