import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readEventTime } from '../../../electron/engine/signin/event-time.ts'

describe('event time', () => {
  it.each([
    ['2014-07-24T23:33:57Z', 1406244837],
    ['2024-02-29T00:00:00Z', 1709164800],
    ['2014-07-24T23:33:57.999Z', 1406244837],
    ['2014-07-25T08:33:57+09:00', 1406244837],
    ['2014-07-25T08:33:57+0900', 1406244837],
    ['2014-07-24T18:03:57.5-05:30', 1406244837],
    ['2014-07-24t23:33:57z', 1406244837],
    ['2006-01-01T00:00:00Z', 1136073600],
  ])('%s is %d', (text, seconds) => {
    expect(readEventTime(text)).toBe(seconds)
  })

  it.each([
    null,
    '',
    'yesterday',
    '1406244837',
    '2014-07-24',
    '2014-07-24T23:33:57',
    '2014-07-24 23:33:57Z',
    ' 2014-07-24T23:33:57Z',
    '2014-07-24T23:33:57Z\n',
    '2023-02-29T00:00:00Z',
    '2023-02-30T00:00:00Z',
    '2023-13-01T00:00:00Z',
    '2023-00-01T00:00:00Z',
    '2023-01-00T00:00:00Z',
    '2023-01-01T24:00:00Z',
    '2023-01-01T00:60:00Z',
    '2023-01-01T00:00:60Z',
    '2023-01-01T00:00:00+24:00',
    '2023-01-01T00:00:00.Z',
    '2005-12-31T23:59:59Z',
    '2200-01-01T00:00:00Z',
    '0001-01-01T00:00:00Z',
    '20131102T010628Z',
  ])('%j is unreadable', (text) => {
    expect(readEventTime(text)).toBeNull()
  })

  it('reads back every second that CloudTrail can print', () => {
    const seconds = fc.integer({ min: 1136073600, max: 7258118399 })
    fc.assert(
      fc.property(seconds, (at) => {
        expect(readEventTime(new Date(at * 1000).toISOString().replace('.000Z', 'Z'))).toBe(at)
      }),
    )
  })
})
