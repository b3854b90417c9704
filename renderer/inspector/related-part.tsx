import './related.css'
import { useState } from 'react'
import type { RelatedGroup, Relation } from '../../shared/domain/related.ts'
import type { SignInRow } from '../../shared/domain/sign-in.ts'
import { relatedTexts } from '../../shared/messages/related.ts'
import { useCall, useEvent } from '../backend.tsx'
import { countText } from '../settings/numbers.ts'
import { useTexts } from '../settings/settings.tsx'
import type { Clocks } from '../timeline/day-lines.ts'
import { ErrorNote } from '../ui/error-note.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { SkeletonRows } from '../ui/skeleton.tsx'
import { useKept } from '../ui/use-kept.ts'
import { Part } from './part.tsx'
import { RelatedLines } from './related-lines.tsx'
import { type RelatedLine, relatedLines } from './related-order.ts'

const MINUTES = ['5', '15', '60'] as const

/** What stands around the event rather than belonging to its sign-in; shown as counts, listed when asked for. */
const AROUND: readonly Relation[] = ['principal', 'address', 'access-key']

/** Other sign-in records that belong to this one, each with the reason. */
export function RelatedPart(props: {
  readonly row: SignInRow
  readonly clocks: Clocks
  onShow(id: number): void
}) {
  const { row, clocks, onShow } = props
  const texts = useTexts(relatedTexts)
  const [minutes, setMinutes] = useKept<(typeof MINUTES)[number]>('related minutes', '5')
  const [listed, setListed] = useState<Relation | null>(null)
  const { data, error, slow, refetch } = useCall('event.related', { id: row.id, minutes: Number(minutes) })
  useEvent('case.changed', ({ what }) => {
    if (what === 'sign-ins') refetch()
  })
  const current = data?.id === row.id ? data : undefined
  const groups = current?.groups ?? []
  const around = groups.filter(({ relation }) => AROUND.includes(relation))
  const open = around.find(({ relation }) => relation === listed)
  const lines: readonly RelatedLine[] =
    open === undefined
      ? relatedLines(
          row,
          groups.filter(({ relation }) => !AROUND.includes(relation)),
        )
      : relatedLines(row, [open])
  const count = (group: RelatedGroup) => `${countText(group.count)}${group.complete ? '' : '+'}`
  return (
    <Part id="related" title={texts.title}>
      <div className="insp-around">
        {around.map((group) => (
          <button
            key={group.relation}
            type="button"
            className="insp-link"
            aria-pressed={group.relation === listed}
            title={group.value}
            onClick={() => setListed(group.relation === listed ? null : group.relation)}
          >
            {texts.relations[group.relation]} <b>{count(group)}</b>
          </button>
        ))}
        <Segmented
          size="small"
          label={texts.minutes}
          value={minutes}
          options={MINUTES.map((value) => ({ value, label: texts.within(value) }))}
          onChange={setMinutes}
        />
      </div>
      {error !== undefined && current === undefined && <ErrorNote compact error={error} onRetry={refetch} />}
      {current === undefined && error === undefined && slow && <SkeletonRows rows={3} />}
      {current !== undefined &&
        (lines.length > 1 ? (
          <RelatedLines lines={lines} clocks={clocks} onShow={onShow} />
        ) : (
          <p className="insp-none">{texts.none}</p>
        ))}
      {open !== undefined && open.count > open.rows.length && (
        <p className="insp-none">{texts.more(countText(open.count - open.rows.length))}</p>
      )}
    </Part>
  )
}
