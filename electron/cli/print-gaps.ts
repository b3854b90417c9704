import type { IntegrityGap } from '../../shared/domain/integrity.ts'
import { utcText } from '../../shared/domain/time.ts'
import type { GapCause, TrailChange } from '../../shared/domain/trail-change.ts'
import {
  gapTexts,
  gapVerdict,
  trailChangeRoleWords,
  trailMatchWords,
} from '../../shared/messages/trail-change.ts'
import { forTerminal, print } from './print.ts'

/** Gaps, what is linked to each, and the changes, for a JSON document; times are ISO, UTC. */
export function gapsAsJson(
  gaps: readonly IntegrityGap[],
  causes: readonly GapCause[],
  changes: readonly TrailChange[],
): Readonly<Record<string, unknown>> {
  return {
    gaps: gaps.map((gap) => ({ ...gap, from: utcText(gap.from), to: utcText(gap.to) })),
    gapCauses: causes,
    trailChanges: changes.map((change) => ({
      ...change,
      eventTime: change.eventTime === null ? null : utcText(change.eventTime),
    })),
  }
}

/** Prints each gap with the changes of trails around it, or that nothing in the case explains it. */
export async function printGaps(
  gaps: readonly IntegrityGap[],
  causes: readonly GapCause[],
  changes: readonly TrailChange[],
): Promise<void> {
  const texts = gapTexts.en
  const byId = new Map(changes.map((change) => [change.id, change]))
  for (const { gap: index, changes: linked } of causes) {
    const gap = gaps[index]
    if (gap === undefined) continue
    const { account, region, trail, why } = gap
    const what = texts.gap(account, region, trail, utcText(gap.from), utcText(gap.to))
    await print(forTerminal(`${what}: ${texts[why]}.`))
    await print(`  ${texts[gapVerdict({ gap: index, changes: linked })]}`)
    for (const { change: id, role, match } of linked) {
      const change = byId.get(id)
      if (change === undefined) continue
      const who = change.principalArn ?? change.principalName ?? texts.unknown
      const error = change.errorCode === null ? '' : ` ${change.errorCode}`
      const facts = `${change.eventTimeText ?? texts.unknown}  ${change.eventName}${error}  ${who}`
      const why = `${trailChangeRoleWords.en[role]}; ${trailMatchWords.en[match]}`
      const place = `${change.path}, record ${change.recordNumber}, bytes ${change.byteStart}-${change.byteEnd}`
      await print(forTerminal(`  ${facts}  (${why})`))
      await print(forTerminal(`    event ${change.eventId ?? texts.unknown} in ${place}`))
    }
  }
  if (gaps.length > 0) await print(`Note: ${texts.reach}`)
}
