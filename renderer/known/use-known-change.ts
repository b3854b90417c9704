import { useCallback } from 'react'
import type { KnownChange } from '../../shared/domain/known.ts'
import { knownTexts } from '../../shared/messages/known.ts'
import { useBackend } from '../backend.tsx'
import { useErrorToast } from '../error-toast.ts'
import { useTexts } from '../settings/settings.tsx'
import { useToast } from '../ui/toast.tsx'

/** Runs a change of the lists, says `done` with a way to take it back, and answers whether it worked. */
export function useKnownChange() {
  const backend = useBackend()
  const toast = useToast()
  const tell = useErrorToast()
  const texts = useTexts(knownTexts)
  return useCallback(
    async <T extends KnownChange>(run: () => Promise<T>, done: (change: T) => string): Promise<boolean> => {
      try {
        const change = await run()
        const back = () => void backend.call('known.undo', { undo: change.undo }).catch(tell)
        toast({ tone: 'ok', text: done(change), action: { label: texts.undo, run: back } })
        return true
      } catch (cause) {
        tell(cause)
        return false
      }
    },
    [backend, toast, tell, texts],
  )
}
