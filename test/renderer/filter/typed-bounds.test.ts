import { expect, test } from 'vitest'
import { boundText, readBounds } from '../../../renderer/filter/typed-bounds.ts'
import { utcText } from '../../../shared/domain/time.ts'

const utc = (seconds: number | null) => (seconds === null ? null : utcText(seconds))

test('1 to 30 September in Tokyo, both days whole', () => {
  const { from, to, usable } = readBounds('2024-09-01', '2024-09-30', 'Asia/Tokyo')
  expect([utc(from.seconds), utc(to.seconds), usable]).toEqual([
    '2024-08-31T15:00:00Z',
    '2024-09-30T15:00:00Z',
    true,
  ])
})

test('a time that the clock skips does not exist; an hour that comes twice names both', () => {
  const gap = readBounds('2024-03-10 02:30', '', 'America/New_York')
  expect([gap.from.problem, gap.usable]).toEqual(['does-not-exist', false])
  const twice = readBounds('2024-11-03 01:30', '', 'America/New_York')
  expect([utc(twice.from.seconds), twice.from.later]).toEqual([
    '2024-11-03T05:30:00Z',
    '2024-11-03T01:30:00-05:00',
  ])
  const second = readBounds('2024-11-03T01:30:00-05:00', '', 'America/New_York')
  expect([utc(second.from.seconds), second.from.later]).toEqual(['2024-11-03T06:30:00Z', null])
  const halfHour = readBounds('2024-04-07 01:45', '', 'Australia/Lord_Howe')
  expect(halfHour.from.later).toBe('2024-04-07T01:45:00+10:30')
})

test('a day of 23 hours is 23 hours long; an end before the begin and a word are refused; empty is open', () => {
  const day = readBounds('2024-03-10', '2024-03-10', 'America/New_York')
  expect((day.to.seconds ?? 0) - (day.from.seconds ?? 0)).toBe(23 * 3600)
  expect(readBounds('2024-09-30', '2024-09-01', 'UTC').to.problem).toBe('ends-first')
  expect(readBounds('yesterday', '', 'UTC').from.problem).toBe('not-a-time')
  expect(readBounds('', ' ', 'UTC')).toMatchObject({
    usable: true,
    from: { seconds: null },
    to: { seconds: null },
  })
})

test.each([
  ['2024-09-01', '2024-09-30'],
  ['2024-09-01 13:52', '2024-09-01 14:00'],
  ['2024-09-01 13:52:07', '2024-09-01 13:52:08'],
])('bounds %s and %s are written as they were typed', (low, high) => {
  const { from, to } = readBounds(low, high, 'Asia/Tokyo')
  expect([boundText(from.seconds, 'Asia/Tokyo', 'from'), boundText(to.seconds, 'Asia/Tokyo', 'to')]).toEqual([
    low,
    high,
  ])
})
