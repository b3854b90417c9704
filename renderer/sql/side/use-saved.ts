import { useCallback } from 'react'
import type { SavedQuery } from '../../../shared/domain/sql.ts'
import { toAppError } from '../../../shared/errors.ts'
import { sqlScreenTexts } from '../../../shared/messages/sql-screen.ts'
import { useBackend, useCall } from '../../backend.tsx'
import { useErrorToast } from '../../error-toast.ts'
import { useTexts } from '../../settings/settings.tsx'
import { useToast } from '../../ui/toast.tsx'
import type { SqlStore, Tab } from '../sql-store.ts'

export interface Saved {
  readonly list: readonly SavedQuery[]
  /** Saves the text of a tab under a name. Answers why not, or null. */
  save(tab: Tab, name: string): Promise<string | null>
  /** Saves the text of a tab that was opened from a saved query. */
  overwrite(tab: Tab, old: SavedQuery): Promise<void>
  remove(query: SavedQuery): Promise<void>
}

/** The saved queries of the case. Each change can be taken back from the message that tells of it. */
export function useSaved(store: SqlStore): Saved {
  const texts = useTexts(sqlScreenTexts)
  const backend = useBackend()
  const toast = useToast()
  const tell = useErrorToast()
  const { data, refetch } = useCall('sql.saved', undefined)

  const undoable = useCallback(
    (text: string, undo: () => Promise<unknown>, done: string) => {
      const run = () =>
        void undo().then(() => {
          refetch()
          toast({ tone: 'info', text: done })
        }, tell)
      toast({ tone: 'ok', text, action: { label: texts.undo, run } })
      refetch()
    },
    [texts, refetch, toast, tell],
  )

  return {
    list: data ?? [],
    async save(tab, name) {
      try {
        const saved = await backend.call('sql.save', { name, sql: tab.sql })
        store.named({ kind: 'saved', id: saved.id, name: saved.name }, tab.sql)
        const undo = () => backend.call('sql.remove', { id: saved.id })
        undoable(texts.savedAs(saved.name), undo, texts.removed(saved.name))
        return null
      } catch (cause) {
        return toAppError(cause).message
      }
    },
    async overwrite(tab, old) {
      try {
        const { id, name } = await backend.call('sql.change', { id: old.id, name: old.name, sql: tab.sql })
        store.named({ kind: 'saved', id, name }, tab.sql)
        const undo = () => backend.call('sql.change', { id, name, sql: old.sql })
        undoable(texts.savedAs(name), undo, texts.changedBack(name))
      } catch (cause) {
        tell(cause)
      }
    },
    async remove({ id, name, sql }) {
      try {
        await backend.call('sql.remove', { id })
        undoable(texts.removed(name), () => backend.call('sql.save', { name, sql }), texts.restored(name))
      } catch (cause) {
        tell(cause)
      }
    },
  }
}
