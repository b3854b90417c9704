import { expect, it } from 'vitest'
import { levelsOf, rangeAround, ticksOf } from '../../../renderer/patterns/chart-range.ts'

const at = (clock: string) => Date.parse(`2024-09-14T${clock}Z`) / 1000

it('puts marks at round times of the zone', () => {
  const range = { from: at('12:50:00'), to: at('14:50:00') }
  expect(ticksOf(range, 10, 0)).toEqual([
    at('13:00:00'),
    at('13:15:00'),
    at('13:30:00'),
    at('13:45:00'),
    at('14:00:00'),
    at('14:15:00'),
    at('14:30:00'),
    at('14:45:00'),
  ])
  // Midnight in Tokyo is 15:00 UTC.
  const days = { from: at('00:00:00'), to: at('00:00:00') + 3 * 86_400 }
  expect(ticksOf(days, 4, 9 * 3600)[0]).toBe(at('15:00:00'))
  expect(ticksOf({ from: 0, to: 60 * 365 * 86_400 }, 8, 0).length).toBeLessThanOrEqual(8)
})

it('marks sums at round numbers', () => {
  expect(levelsOf(53, 4)).toEqual([20, 40])
  expect(levelsOf(3, 4)).toEqual([1, 2, 3])
  expect(levelsOf(9000, 4)).toEqual([5000])
})

it('keeps a part of the time inside the whole', () => {
  const whole = { from: at('00:00:00'), to: at('12:00:00') }
  expect(rangeAround('all', at('06:00:00'), whole)).toBe(whole)
  expect(rangeAround('day', at('06:00:00'), whole)).toBe(whole)
  expect(rangeAround('short', at('06:00:00'), whole)).toEqual({ from: at('05:20:00'), to: at('07:20:00') })
  expect(rangeAround('short', at('00:00:00'), whole).from).toBe(whole.from)
  expect(rangeAround('short', at('12:00:00'), whole).to).toBe(whole.to)
})
