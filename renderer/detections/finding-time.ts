import { dateInWords, readClock } from '../../shared/domain/time.ts'
import type { EpochSeconds, Language } from '../../shared/domain/units.ts'
import { clockLabel } from '../timeline/clock-text.tsx'
import type { Clocks } from '../timeline/day-lines.ts'

/** `Sat 14 Sep 2024 13:02:11 UTC`: one moment in the first clock, in words. */
export function momentText(seconds: EpochSeconds, clocks: Clocks, language: Language): string {
  const { date, time } = readClock(seconds, clocks.first)
  return `${dateInWords(date, language)} ${time} ${clockLabel(clocks.first, language)}`
}

/** `2024-09-14 13:02:11 UTC`: the same, short enough for a list and alike in both languages. */
export function shortMoment(seconds: EpochSeconds, clocks: Clocks, language: Language): string {
  const { date, time } = readClock(seconds, clocks.first)
  return `${date} ${time} ${clockLabel(clocks.first, language)}`
}
