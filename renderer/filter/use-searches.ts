import { useCallback } from 'react'
import type { SavedSearch } from '../../shared/domain/query.ts'
import { searchTexts } from '../../shared/messages/search.ts'
import { useBackend, useCall } from '../backend.tsx'
import { useErrorToast } from '../error-toast.ts'
import { useTexts } from '../settings/settings.tsx'
import { useToast } from '../ui/toast.tsx'
import { visibleText } from '../ui/visible-text.ts'
import type { NewSearch } from './save-search-dialog.tsx'

export interface Searches {
  readonly saved: readonly SavedSearch[]
  /** Rejects with `AppError`; `name-taken` is for the dialog to say. */
  save(search: NewSearch): Promise<void>
  rename(search: SavedSearch, name: string): Promise<void>
  remove(search: SavedSearch): Promise<void>
}

/** The saved searches of the case; every change of them can be taken back from its message. */
export function useSearches(): Searches {
  const backend = useBackend()
  const toast = useToast()
  const tell = useErrorToast()
  const texts = useTexts(searchTexts)
  const { data, refetch } = useCall('search.list', undefined)
  const done = useCallback(
    (text: string, undo: () => Promise<unknown>) => {
      refetch()
      const run = () => void undo().then(refetch, tell)
      toast({ tone: 'ok', text, action: { label: texts.undo, run } })
    },
    [refetch, toast, tell, texts],
  )
  return {
    saved: data ?? [],
    save: async (search) => {
      const { id, name } = await backend.call('search.save', search)
      done(texts.savedAs(visibleText(name)), () => backend.call('search.remove', { id }))
    },
    rename: async ({ id, name: before }, name) => {
      await backend.call('search.rename', { id, name })
      done(texts.renamedTo(visibleText(name)), () => backend.call('search.rename', { id, name: before }))
    },
    remove: async ({ id, name }) => {
      try {
        await backend.call('search.remove', { id })
        done(texts.removed(visibleText(name)), () => backend.call('search.restore', { id }))
      } catch (cause) {
        tell(cause)
      }
    },
  }
}
