import type { MissingRule } from '../../../shared/domain/pattern.ts'
import { utcText } from '../../../shared/domain/time.ts'
import { alarmTexts } from '../../../shared/messages/alarm.ts'
import { noticeText, patternProblemTexts } from '../../../shared/messages/pattern-problems.ts'
import type { ReadableCase } from '../../engine/case/rights.ts'
import type { Replay, Transition } from '../../engine/detect/alarm/replay.ts'
import type { Scan } from '../../engine/detect/pattern/scan.ts'
import type { Pattern } from '../../engine/detect/pattern/syntax.ts'
import type { ListRow } from '../../engine/report/list-row.ts'
import { listedParts } from '../../engine/report/listed-rows.ts'
import { complain, forTerminal, print, printJson } from '../print.ts'

/** All that a match has to say. */
export interface MatchResult {
  readonly pattern: Pattern
  readonly scan: Scan
  readonly replay: Replay | null
  readonly missing: MissingRule
  readonly json: boolean
}

/** Prints a match: one JSON document, or lines for people with what should be known of them on stderr. */
export async function printMatch(db: ReadableCase, result: MatchResult): Promise<void> {
  const { scan, replay } = result
  const matches: ListRow[] = []
  for (const part of listedParts(db, [...scan.ids])) matches.push(...part.map(({ listed }) => listed))
  const notices = noticesOf(result)
  if (result.json) {
    await printJson({ matches, notices, transitions: replay === null ? [] : transitionsOf(replay, matches) })
    return
  }
  for (const row of matches) await print(line(row))
  for (const change of replay?.transitions ?? []) await print(changeLine(change))
  await print(`${matches.length} of ${scan.records} sign-in records match`)
  for (const notice of notices) complain(notice)
}

/** `events` are event IDs in order of time; null for a record that has none. */
function transitionsOf(replay: Replay, matches: readonly ListRow[]) {
  return replay.transitions.map(({ at, from, to, sum, firstEvent, endEvent }) => ({
    at: utcText(at),
    from,
    to,
    sum,
    events: matches.slice(firstEvent, endEvent).map(({ eventId }) => eventId),
  }))
}

function noticesOf({ pattern, scan, replay, missing }: MatchResult): string[] {
  const notices = pattern.notices.map((notice) => noticeText(patternProblemTexts.en, notice))
  const depended = scan.depended.length
  if (depended > 0) {
    notices.push(
      missing === 'satisfies'
        ? `${depended} of the matching records match only because a missing field satisfies !=, which AWS does not document. --missing fails leaves them out.`
        : `${depended} more records would match if a missing field satisfied !=, which AWS does not document. --missing satisfies takes them in.`,
    )
  }
  if (scan.tableRows > 0)
    notices.push(`${scan.tableRows} records are rows of tables, which state less than the record itself.`)
  if (scan.unreadable > 0)
    notices.push(`${scan.unreadable} records could not be read as JSON and were not evaluated.`)
  if (replay !== null) {
    notices.push(alarmTexts.en.replayNote)
    const untimed = scan.ids.length - scan.times.length
    if (untimed > 0)
      notices.push(`${untimed} matching records have no readable time; the alarm does not count them.`)
  }
  return notices
}

function line(row: ListRow): string {
  const cells = [
    (row.eventTime ?? 'time not stated').padEnd(20),
    row.outcome.padEnd(10),
    (row.principalName ?? row.principalType ?? '').padEnd(28),
    (row.eventName ?? '').padEnd(18),
    (row.sourceIp ?? '').padEnd(15),
    row.eventId ?? '',
  ]
  return forTerminal(cells.join('  '))
}

function changeLine({ at, from, to, sum, firstEvent, endEvent }: Transition): string {
  return `${utcText(at)}  ${from} to ${to}  sum ${sum}, ${endEvent - firstEvent} records in the windows`
}
