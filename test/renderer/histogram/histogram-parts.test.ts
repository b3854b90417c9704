import { describe, expect, test } from 'vitest'
import { axisStep, axisTicks, tickWords } from '../../../renderer/histogram/axis-ticks.ts'
import { barHeights, gridLevels } from '../../../renderer/histogram/bar-heights.ts'
import { nextEdge, plotOf, spanOfBars } from '../../../renderer/histogram/plot.ts'
import { moved, rangeAround, WHOLE } from '../../../renderer/histogram/shown-range.ts'
import { utcText } from '../../../shared/domain/time.ts'

const bar = (
  start: number,
  success: number,
  failure: number,
  notStated = 0,
  total = success + failure + notStated,
) => ({
  start,
  end: start + 60,
  success,
  failure,
  notStated,
  total,
})
const at = (text: string) => Date.parse(text) / 1000

describe('heights', () => {
  test('parts make up the whole, each that is there is seen, and the scale says how high', () => {
    expect(barHeights(bar(0, 25, 0, 0, 100), 100, 'linear', 60)).toEqual({
      success: 15,
      notStated: 0,
      failure: 0,
      total: 60,
    })
    expect(barHeights(bar(0, 25, 0, 0, 100), 100, 'square-root', 60)).toMatchObject({
      success: 30,
      total: 60,
    })
    const rare = barHeights(bar(0, 1, 1, 1, 1_000_000), 1_000_000, 'linear', 60)
    expect(Math.min(rare.success, rare.failure, rare.notStated)).toBeGreaterThan(0)
    const mixed = barHeights(bar(0, 990, 10), 1000, 'linear', 60)
    expect([mixed.success + mixed.failure, mixed.failure]).toEqual([60, 1])
    expect(barHeights(bar(0, 0, 0, 0, 0), 10, 'linear', 60)).toEqual({
      success: 0,
      notStated: 0,
      failure: 0,
      total: 0,
    })
  })

  test('lines stand at powers of ten, or at round numbers, and not upon each other', () => {
    expect(gridLevels(180, 'square-root', 60)).toEqual([10, 100])
    expect(gridLevels(180, 'linear', 60)).toEqual([100])
    expect(gridLevels(25, 'linear', 60)).toEqual([10, 20])
  })
})

describe('axis', () => {
  test('marks stand at round hours of the zone, also after its clock was moved', () => {
    const span = { from: at('2024-11-03T00:00:00Z'), to: at('2024-11-04T12:00:00Z') }
    const step = axisStep(span, 8)
    expect([step.width, step.every]).toEqual(['6h', 1])
    const hours = axisTicks(span, step, 'America/New_York').map((tick) => utcText(tick).slice(11, 16))
    expect(hours).toEqual(['04:00', '11:00', '17:00', '23:00', '05:00', '11:00'])
  })

  test('the date is named where it changes', () => {
    const step = axisStep({ from: 0, to: 6 * 3600 }, 6)
    const [one, two] = [at('2024-09-14T22:00:00Z'), at('2024-09-15T00:00:00Z')]
    expect(tickWords(one, null, step, 'UTC', 'en')).toEqual({ date: '14 Sep', time: '22:00' })
    expect(tickWords(one + 3600, one, step, 'UTC', 'en')).toEqual({ date: '', time: '23:00' })
    expect(tickWords(two, one, step, 'UTC', 'ja')).toEqual({ date: '9/15', time: '00:00' })
  })
})

describe('time shown', () => {
  const whole = { from: 0, to: 30 * 86_400 }
  test('48 hours around a moment stay inside the case, a move goes one length on', () => {
    const end = rangeAround('hours', whole.to - 10, null, whole)
    expect(end.span).toEqual({ from: whole.to - 172_800, to: whole.to })
    expect(moved(end, -1, whole).span).toEqual({ from: whole.to - 345_600, to: whole.to - 172_800 })
    expect(moved(end, 1, whole).span).toEqual(end.span)
    expect(rangeAround('selection', 5, null, whole)).toEqual(WHOLE)
  })

  test('what is marked begins and ends where bars do', () => {
    const bars = [bar(0, 1, 0), bar(60, 1, 0), bar(120, 0, 1)]
    expect(spanOfBars(bars, 2, 1)).toEqual({ from: 60, to: 180 })
    expect([nextEdge(bars, 60, 1), nextEdge(bars, 60, -1), nextEdge(bars, 180, 1)]).toEqual([120, 0, 180])
    const plot = plotOf(bars, 40, 340)
    expect([plot?.barAt(0), plot?.barAt(145), plot?.barAt(999)]).toEqual([0, 1, 2])
    expect(plotOf([], 40, 340)).toBeNull()
  })
})
