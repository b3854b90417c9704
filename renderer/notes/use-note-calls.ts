import { useMemo } from 'react'
import type { NoteView } from '../../shared/domain/note.ts'
import { notesTexts } from '../../shared/messages/notes.ts'
import { useBackend } from '../backend.tsx'
import { useTexts } from '../settings/settings.tsx'
import type { Undo } from '../timeline/use-undo.ts'
import { useToast } from '../ui/toast.tsx'

/** What can be done with notes. Each rejects with `AppError`, and each can be taken back with `u`. */
export interface NoteCalls {
  add(text: string): Promise<void>
  revise(note: NoteView, text: string): Promise<void>
  remove(note: NoteView): Promise<void>
  restore(note: NoteView): Promise<void>
}

/** The calls on notes of one event. Nothing is overwritten: taking back is another revision in the case. */
export function useNoteCalls(signInId: number, undo: Undo, onChanged: () => void): NoteCalls {
  const backend = useBackend()
  const texts = useTexts(notesTexts)
  const toast = useToast()
  return useMemo<NoteCalls>(() => {
    const done = async (change: Promise<unknown>) => {
      await change
      onChanged()
    }
    const remove = (id: number) => done(backend.call('note.remove', { id }))
    const restore = (id: number) => done(backend.call('note.restore', { id }))
    return {
      add: async (text) => {
        const { id } = await backend.call('note.add', { signInId, text })
        onChanged()
        undo.push({ what: texts.undoAdd, run: () => remove(id) })
      },
      revise: async (note, text) => {
        await done(backend.call('note.revise', { id: note.id, text }))
        undo.push({
          what: texts.undoEdit,
          run: () => done(backend.call('note.revise', { id: note.id, text: note.text })),
        })
      },
      remove: async (note) => {
        await remove(note.id)
        undo.push({ what: texts.undoRemove, run: () => restore(note.id) })
        toast({ tone: 'info', text: texts.removed, action: { label: texts.undo, run: undo.undo } })
      },
      restore: (note) => restore(note.id),
    }
  }, [backend, signInId, undo, onChanged, texts, toast])
}
