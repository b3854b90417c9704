import type { SignInDetail } from '../../shared/domain/sign-in.ts'
import { utcText } from '../../shared/domain/time.ts'

const NONE = '-'

/**
 * What `y` copies: one line that names the record, and one line for each place where it was seen, so that another
 * person finds the same bytes. The same in every language; byte ranges end with the last byte that belongs to it.
 */
export function eventReference({ row, rawSha256, sightings }: SignInDetail): string {
  const time = row.eventTime === null ? (row.eventTimeText ?? NONE) : utcText(row.eventTime)
  const head = [
    `CloudTrail event ${row.eventId ?? NONE}`,
    time,
    row.eventName ?? NONE,
    `account ${row.recipientAccountId ?? row.accountId ?? NONE}`,
    row.region ?? NONE,
    `record SHA-256 ${rawSha256}`,
  ].join(', ')
  const places = sightings.map(
    (place) =>
      `${place.path}, record ${place.recordNumber} of ${place.recordsInSource}, ` +
      `bytes ${place.byteStart}-${place.byteEnd - 1} of the unpacked file, file SHA-256 ${place.sha256 ?? NONE}`,
  )
  return [head, ...places].join('\n')
}
