import { useMemo } from 'react'
import type { EventSelection, Mark, MarkChange, Tag, TagColor } from '../../shared/domain/mark.ts'
import { toAppError } from '../../shared/errors.ts'
import { markTexts } from '../../shared/messages/marks.ts'
import { timelineTexts } from '../../shared/messages/timeline.ts'
import { useBackend } from '../backend.tsx'
import { countText } from '../settings/numbers.ts'
import { useTexts } from '../settings/settings.tsx'
import { useToast } from '../ui/toast.tsx'
import type { Undo } from './use-undo.ts'

/** Changes of tags and marks. Each says what it did, and can be taken back there or with `u`. */
export interface MarkActions {
  /** Puts it on all of `on`; when nothing changes by that, all had it, and it is taken off instead. */
  toggleMark(mark: Mark, on: EventSelection): Promise<void>
  toggleTag(tag: Tag, on: EventSelection): Promise<void>
  /** Makes a tag and puts it on `on`. Answers with the reason when the name cannot be used. */
  makeTag(name: string, color: TagColor, on: EventSelection): Promise<string | null>
  changeTag(tag: Tag, name: string, color: TagColor): Promise<string | null>
  removeTag(tag: Tag): Promise<void>
}

export function useMarkActions(undo: Undo): MarkActions {
  const backend = useBackend()
  const texts = useTexts(markTexts)
  const common = useTexts(timelineTexts)
  const toast = useToast()
  return useMemo<MarkActions>(() => {
    /** `changes` are taken back together, the newest first. */
    const done = (what: string, said: string, ...changes: readonly MarkChange[]) => {
      const step = {
        what,
        run: async () => {
          for (const { undo: number } of changes.toReversed())
            await backend.call('mark.undo', { undo: number })
        },
      }
      undo.push(step)
      toast({ tone: 'ok', text: said, action: { label: common.undo, run: () => undo.take(step) } })
    }
    const failed = (cause: unknown) => {
      const gone = toAppError(cause).code === 'not-found'
      toast({ tone: 'error', text: gone ? texts.viewGone : texts.failed })
    }
    const toggle = async (
      what: string,
      put: () => Promise<MarkChange>,
      take: () => Promise<MarkChange>,
    ): Promise<void> => {
      try {
        const added = await put()
        if (added.changed > 0) {
          done(what, texts.put(what, countText(added.changed)), added)
          return
        }
        const taken = await take()
        if (taken.changed > 0) done(what, texts.took(what, countText(taken.changed)), taken)
        else toast({ tone: 'info', text: texts.nothing(what) })
      } catch (cause) {
        failed(cause)
      }
    }
    const tagWords = (tag: Tag) => texts.tagNamed(tag.name)
    const toggleTag = (tag: Tag, on: EventSelection) =>
      toggle(
        tagWords(tag),
        () => backend.call('tag.put', { id: tag.id, on }),
        () => backend.call('tag.take', { id: tag.id, on }),
      )
    return {
      toggleMark: (mark, on) =>
        toggle(
          mark === 'bookmark' ? texts.bookmarked : texts.reviewed,
          () => backend.call('mark.put', { mark, on }),
          () => backend.call('mark.take', { mark, on }),
        ),
      toggleTag,
      async makeTag(name, color, on) {
        try {
          const { tag, ...made } = await backend.call('tag.create', { name, color })
          const put = await backend.call('tag.put', { id: tag.id, on }).catch((cause: unknown) => {
            failed(cause)
            return null
          })
          if (put === null) done(tagWords(tag), texts.made(tag.name), made)
          else done(tagWords(tag), texts.put(tagWords(tag), countText(put.changed)), made, put)
          return null
        } catch (cause) {
          return toAppError(cause).code === 'invalid-input' ? 'invalid-input' : 'failed'
        }
      },
      async changeTag(before, name, color) {
        try {
          const { tag, ...change } = await backend.call('tag.change', { id: before.id, name, color })
          done(tagWords(before), texts.changed(tag.name), change)
          return null
        } catch (cause) {
          return toAppError(cause).code === 'invalid-input' ? 'invalid-input' : 'failed'
        }
      },
      async removeTag(tag) {
        try {
          const change = await backend.call('tag.remove', { id: tag.id })
          done(tagWords(tag), texts.removed(tag.name, countText(change.changed)), change)
        } catch (cause) {
          failed(cause)
        }
      },
    }
  }, [backend, undo, texts, common, toast])
}
