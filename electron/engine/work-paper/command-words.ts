import { officeHoursText } from '../../../shared/domain/office-hours.ts'
import { utcText } from '../../../shared/domain/time.ts'
import type { PaperSettings } from '../../../shared/domain/work-paper.ts'

/** The settings as options of `trailcase work-paper`, every one of them: name and value. */
export function settingsAsOptions(settings: PaperSettings): readonly (readonly [string, string | null])[] {
  const { zone, from, to, officeHours, dormantDays, bursts, sample } = settings
  return [
    ['--zone', zone],
    ['--from', utcText(from)],
    ['--to', utcText(to)],
    ['--office-hours', officeHoursText(officeHours)],
    ...(officeHours.holidays.length === 0 ? [] : [['--holidays', officeHours.holidays.join(',')] as const]),
    ['--dormant-days', String(dormantDays)],
    ['--burst', `${bursts.atLeast}/${bursts.gapMinutes}`],
    ['--sample', sample.size === 'percent' ? `${sample.amount}%` : String(sample.amount)],
    ...(sample.byOutcome ? [['--by-outcome', null] as const] : []),
    ['--seed', sample.seed],
  ]
}
