import { useCallback } from 'react'
import type { NewSavedPattern, SavedPattern } from '../../shared/domain/pattern.ts'
import { toAppError } from '../../shared/errors.ts'
import { patternTexts } from '../../shared/messages/patterns.ts'
import { useBackend, useCall } from '../backend.tsx'
import { errorText } from '../error-text.ts'
import { useLanguage, useTexts } from '../settings/settings.tsx'
import { useToast } from '../ui/toast.tsx'
import { visibleText } from '../ui/visible-text.ts'

export interface SavedPatterns {
  readonly saved: readonly SavedPattern[]
  /** Answers with what was saved, or null when it failed, which is then said. */
  save(pattern: NewSavedPattern): Promise<SavedPattern | null>
  remove(pattern: SavedPattern): Promise<void>
}

/** The patterns of this case; saving over one and removing one can be undone. */
export function useSavedPatterns(): SavedPatterns {
  const backend = useBackend()
  const texts = useTexts(patternTexts)
  const language = useLanguage()
  const toast = useToast()
  const { data, refetch } = useCall('pattern.list', undefined)

  const fail = useCallback(
    (cause: unknown) => toast({ tone: 'error', text: errorText(toAppError(cause).code, language).title }),
    [toast, language],
  )
  const undoWith = useCallback(
    (run: () => Promise<unknown>) => ({
      label: texts.undo,
      run: () => void run().then(refetch, () => toast({ tone: 'error', text: texts.undoFailed })),
    }),
    [texts, refetch, toast],
  )
  const save = useCallback(
    async (pattern: NewSavedPattern) => {
      try {
        const { saved, replaced } = await backend.call('pattern.save', pattern)
        refetch()
        const undo = () =>
          replaced === null
            ? backend.call('pattern.remove', { id: saved.id })
            : backend.call('pattern.save', fieldsOf(replaced))
        toast({ tone: 'ok', text: texts.savedToast(visibleText(saved.name)), action: undoWith(undo) })
        return saved
      } catch (cause) {
        fail(cause)
        return null
      }
    },
    [backend, refetch, toast, texts, undoWith, fail],
  )
  const remove = useCallback(
    async ({ id }: SavedPattern) => {
      try {
        const gone = await backend.call('pattern.remove', { id })
        refetch()
        const undo = () => backend.call('pattern.save', fieldsOf(gone))
        toast({ tone: 'info', text: texts.removed(visibleText(gone.name)), action: undoWith(undo) })
      } catch (cause) {
        fail(cause)
      }
    },
    [backend, refetch, toast, texts, undoWith, fail],
  )
  return { saved: data ?? [], save, remove }
}

function fieldsOf({ name, pattern, alarm }: SavedPattern): NewSavedPattern {
  return { name, pattern, alarm }
}
