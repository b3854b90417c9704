import type { ZoneName } from '../../../../shared/domain/units.ts'
import type { ZoneClock } from '../clock.ts'
import type { OffsetSpan, ReportRow, ZoneFacts } from '../model.ts'

/** The offsets under which the listed records stand; more than one when the clock was changed between them. */
export function collectZone(zone: ZoneName, clock: ZoneClock, rows: readonly ReportRow[]): ZoneFacts {
  const offsets: OffsetSpan[] = []
  for (const { time } of rows) {
    if (time === null) continue
    const { offset } = clock(time)
    const last = offsets.at(-1)
    if (last?.offset === offset) offsets[offsets.length - 1] = { ...last, count: last.count + 1, last: time }
    else offsets.push({ offset, count: 1, first: time, last: time })
  }
  return { zone, offsets }
}
