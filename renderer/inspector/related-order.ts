import type { RelatedGroup, Relation } from '../../shared/domain/related.ts'
import type { SignInRow } from '../../shared/domain/sign-in.ts'

/** A line of the small timeline: the event itself, another one with its reasons, or a whole run of failures. */
export type RelatedLine =
  | { readonly kind: 'this'; readonly time: number | null; readonly row: SignInRow }
  | {
      readonly kind: 'event'
      readonly time: number | null
      readonly row: SignInRow
      readonly relations: readonly Relation[]
    }
  | { readonly kind: 'failures'; readonly time: number | null; readonly group: RelatedGroup }

/** Groups as one list in order of time; an event that several groups name is one line with all reasons. */
export function relatedLines(row: SignInRow, groups: readonly RelatedGroup[]): RelatedLine[] {
  const lines: RelatedLine[] = [{ kind: 'this', time: row.eventTime, row }]
  const reasons = new Map<number, { row: SignInRow; relations: Relation[] }>()
  for (const group of groups) {
    if (group.relation === 'failures-before') {
      lines.push({ kind: 'failures', time: group.rows[0]?.eventTime ?? null, group })
      continue
    }
    for (const other of group.rows) {
      const known = reasons.get(other.id)
      if (known === undefined) reasons.set(other.id, { row: other, relations: [group.relation] })
      else known.relations.push(group.relation)
    }
  }
  for (const { row: other, relations } of reasons.values()) {
    lines.push({ kind: 'event', time: other.eventTime, row: other, relations })
  }
  return lines.sort((a, b) => (a.time ?? 0) - (b.time ?? 0) || placeOf(a) - placeOf(b))
}

/** At the same second, a run of failures stands before the event, others by their row number. */
function placeOf(line: RelatedLine): number {
  return line.kind === 'failures' ? 0 : line.row.id
}
