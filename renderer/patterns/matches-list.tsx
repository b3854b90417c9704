import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import type { PatternPart, PatternRun } from '../../shared/domain/pattern.ts'
import { patternTexts } from '../../shared/messages/patterns.ts'
import { countText } from '../settings/numbers.ts'
import { useClocks, useTexts } from '../settings/settings.tsx'
import { usePlace } from '../shell/place.tsx'
import { rowAfterKey } from '../timeline/list-keys.ts'
import { TimelineList } from '../timeline/timeline-list.tsx'
import { useRowWindow } from '../timeline/use-row-window.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { useShortcuts } from '../ui/shortcuts.ts'
import { useMatches } from './use-matches.ts'

/** The matching records as the timeline shows them; Enter or a double click shows one there. */
export function MatchesList(props: {
  readonly run: PatternRun
  readonly part: PatternPart
  /** The row to begin with, when it was asked for; null otherwise. */
  readonly wanted: number | null
  onShown(): void
  onRunLost(): void
}) {
  const { run, part } = props
  const texts = useTexts(patternTexts)
  const place = usePlace()
  const { first, second } = useClocks()
  const clocks = useMemo(() => ({ first, second }), [first, second])
  const { opened, error, reopen } = useMatches(run.run, part, props.onRunLost)
  const [selected, setSelected] = useState<number | null>(null)
  const [focusTurn, setFocusTurn] = useState(0)
  const kept = selected === null ? null : { index: selected, isBurst: false }
  const rows = useRowWindow(opened, clocks, kept, reopen)
  const count = rows.state?.layout.count ?? 0
  const at = selected !== null && selected < count ? selected : null

  const select = (index: number) => {
    setSelected(index)
    rows.show(index)
    setFocusTurn((turn) => turn + 1)
  }
  const { wanted, onShown } = props
  const begin = useRef(select)
  begin.current = select
  useEffect(() => {
    if (wanted === null || wanted >= count) return
    begin.current(wanted)
    onShown()
  }, [wanted, count, onShown])
  const open = (index: number) => {
    const row = rows.state?.opened.cache.rowAt(index)
    if (row !== undefined) place.showEvent(row.id)
  }
  const move = (key: string): boolean => {
    const next = rowAfterKey(key, at, { top: rows.firstSeen, page: rows.rowsSeen, count })
    if (next !== null) select(next)
    return next !== null
  }
  useShortcuts({ j: () => void move('j'), k: () => void move('k') })
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Enter' && at !== null) open(at)
    else if (event.key.length === 1 || !move(event.key)) return
    event.preventDefault()
  }
  const empty = opened !== null && opened.view.matched === 0
  return (
    <TimelineList
      rows={rows}
      clocks={clocks}
      selected={at}
      busy={opened === null}
      focusTurn={focusTurn}
      onSelect={select}
      onOpen={open}
      onKeyDown={onKeyDown}
    >
      {error !== null && (
        <div className="tl-over">
          <ErrorNote error={error} onRetry={reopen} />
        </div>
      )}
      {error === null && empty && (
        <div className="tl-over">
          <EmptyState icon="search" title={run.records === 0 ? texts.noRecords : texts.noMatch}>
            {run.records === 0 ? undefined : texts.noMatchHint(countText(run.records))}
          </EmptyState>
        </div>
      )}
    </TimelineList>
  )
}
