import type { BarWidth } from './query.ts'
import { BAR_WIDTHS } from './query.ts'
import { readClock } from './time.ts'
import type { EpochSeconds, ZoneName } from './units.ts'
import { readZonedTime } from './zoned-time.ts'

/** Seconds of the widths that are cut by the clock of the zone, and rough ones of those cut by its calendar. */
const SECONDS: Record<BarWidth, number> = {
  '1m': 60,
  '5m': 300,
  '15m': 900,
  '1h': 3600,
  '6h': 21_600,
  '1d': 86_400,
  '1w': 604_800,
  '1mo': 2_629_800,
  '1y': 31_557_600,
}

/** The finest width that cuts a span (seconds) into no more than so many bars; the widest when there is none. */
export function widthFor(span: number, bars: number): BarWidth {
  // One more than fits, because a span seldom begins where a bar does.
  return BAR_WIDTHS.find((width) => Math.ceil(span / SECONDS[width]) + 1 <= bars) ?? '1y'
}

/**
 * Where bars begin, from the one that holds `from` to the end of the one before `to` (exclusive): one more than there
 * are bars. Bars of a day and more begin at midnight of the zone, weeks on Monday; shorter ones at round times of its
 * clock, so that where the clock is moved one bar is shorter or longer.
 */
export function barStarts(
  from: EpochSeconds,
  to: EpochSeconds,
  width: BarWidth,
  zone: ZoneName,
): EpochSeconds[] {
  const starts = [startOf(from, width, zone)]
  for (let last = starts[0] ?? from; last < to; ) {
    last = nextStart(last, width, zone)
    starts.push(last)
  }
  return starts
}

/** Begin of the bar that holds a moment. */
function startOf(at: EpochSeconds, width: BarWidth, zone: ZoneName): EpochSeconds {
  const { date, time } = readClock(at, zone)
  const seconds = SECONDS[width]
  if (seconds <= 3600) {
    // Whole hours of the clock; zones that are off by 30 or 45 minutes have them elsewhere than UTC.
    const [, minute = '0', second = '0'] = time.split(':')
    const sinceHour = Number(minute) * 60 + Number(second)
    return at - (sinceHour % seconds)
  }
  if (width === '6h') {
    const hour = Math.floor(Number(time.slice(0, 2)) / 6) * 6
    return firstMoment(date, hour, zone)
  }
  return firstMoment(calendarStart(date, width), 0, zone)
}

/** The next begin after a begin. */
function nextStart(start: EpochSeconds, width: BarWidth, zone: ZoneName): EpochSeconds {
  const seconds = SECONDS[width]
  if (seconds <= 3600) return startOf(start + seconds, width, zone)
  // Half a bar further is inside this bar or the next one, whatever the clock does; then on to what begins later.
  for (let at = start + seconds / 2; ; at += seconds / 2) {
    const next = startOf(Math.floor(at), width, zone)
    if (next > start) return next
  }
}

function calendarStart(date: string, width: BarWidth): string {
  if (width === '1mo') return `${date.slice(0, 7)}-01`
  if (width === '1y') return `${date.slice(0, 4)}-01-01`
  if (width === '1d') return date
  const at = Date.parse(`${date}T00:00:00Z`)
  const sinceMonday = (new Date(at).getUTCDay() + 6) % 7
  return new Date(at - sinceMonday * 86_400_000).toISOString().slice(0, 10)
}

/** The first moment at or after an hour of a day; where the clock skips it, later. */
function firstMoment(date: string, hour: number, zone: ZoneName): EpochSeconds {
  for (let quarter = hour * 4; quarter < hour * 4 + 16; quarter += 1) {
    const clock = `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`
    const read = readZonedTime(`${date} ${clock}`, zone)
    if (read.kind === 'time') return read.seconds
  }
  throw new RangeError(`${date} has no moment at or after ${hour}:00 in ${zone}`)
}
