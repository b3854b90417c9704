import { useCallback } from 'react'
import { timelineTexts } from '../../shared/messages/timeline.ts'
import { useBackend } from '../backend.tsx'
import { eventReference } from '../inspector/event-reference.ts'
import { useTexts } from '../settings/settings.tsx'
import { copyText } from '../ui/copy-text.ts'
import { useToast } from '../ui/toast.tsx'

/** Copies the reference of an event with the places where its record stands; says whether it worked. */
export function useCopyReference(id: number | null): () => void {
  const backend = useBackend()
  const texts = useTexts(timelineTexts)
  const toast = useToast()
  return useCallback(() => {
    if (id === null) return
    backend
      .call('event.detail', { id })
      .then((detail) => copyText(eventReference(detail)))
      .then(
        () => toast({ tone: 'ok', text: texts.copied }),
        () => toast({ tone: 'error', text: texts.copyFailed }),
      )
  }, [backend, id, texts, toast])
}
