import { useEffect, useRef } from 'react'
import { timelineTexts } from '../../shared/messages/timeline.ts'
import { useTexts } from '../settings/settings.tsx'
import { usePlace } from '../shell/place.tsx'
import { useToast } from '../ui/toast.tsx'
import type { Bursts } from './use-bursts.ts'
import type { SelectionState } from './use-selection.ts'
import type { TimelineViewState } from './use-timeline-view.ts'

/**
 * Selects an event wherever it stands in the list, or says that the filter hides it. Does so too for an event that
 * another screen asks for; `bring` then opens the inspector.
 */
export function useShowEvent(
  view: TimelineViewState,
  bursts: Bursts,
  selection: SelectionState,
  clearFilter: () => void,
  bring: () => void,
): (id: number) => Promise<void> {
  const texts = useTexts(timelineTexts)
  const toast = useToast()
  const showEvent = async (id: number) => {
    const next = await view.reopen({ id, index: null })
    const index = next?.view.keptIndex ?? null
    const row = index === null ? undefined : next?.cache.rowAt(index)
    if (row !== undefined) {
      if (index !== null && next !== null) bursts.uncover(next, index)
      selection.selectRow(row, index)
    } else if (next !== null) {
      toast({
        tone: 'info',
        text: texts.hiddenByFilter,
        action: { label: texts.clearFilter, run: clearFilter },
      })
    }
  }

  // It waits for the first result, which showing an event would replace.
  const { eventWanted, eventFound } = usePlace()
  const ready = view.opened !== null
  const show = useRef(showEvent)
  show.current = showEvent
  useEffect(() => {
    if (eventWanted === null || !ready) return
    eventFound()
    bring()
    void show.current(eventWanted)
  }, [eventWanted, eventFound, ready, bring])
  return showEvent
}
