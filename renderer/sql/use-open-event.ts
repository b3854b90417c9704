import { useCallback } from 'react'
import { sqlScreenTexts } from '../../shared/messages/sql-screen.ts'
import { useBackend } from '../backend.tsx'
import { useErrorToast } from '../error-toast.ts'
import { countText } from '../settings/numbers.ts'
import { useTexts } from '../settings/settings.tsx'
import { usePlace } from '../shell/place.tsx'
import { useToast } from '../ui/toast.tsx'

/** Opens an event in the timeline, by its number in the case or by its event ID. */
export function useOpenEvent(): (event: { readonly id: number } | { readonly eventId: string }) => void {
  const texts = useTexts(sqlScreenTexts)
  const backend = useBackend()
  const { showEvent } = usePlace()
  const toast = useToast()
  const tell = useErrorToast()
  return useCallback(
    (event) => {
      if ('id' in event) return showEvent(event.id)
      backend.call('sql.event', event).then(([id, ...others]) => {
        if (id === undefined) toast({ tone: 'info', text: texts.notInCase })
        else {
          if (others.length > 0) toast({ tone: 'info', text: texts.differing(countText(others.length + 1)) })
          showEvent(id)
        }
      }, tell)
    },
    [backend, showEvent, texts, toast, tell],
  )
}
