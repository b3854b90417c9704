import { useCallback, useMemo, useRef } from 'react'
import { timelineTexts } from '../../shared/messages/timeline.ts'
import { useTexts } from '../settings/settings.tsx'
import { useToast } from '../ui/toast.tsx'

/** One thing that can be taken back. */
export interface Undoable {
  /** What it was, as a noun, for the message. */
  readonly what: string
  /** Takes it back; a rejection leaves it on the stack. */
  run(): void | Promise<void>
}

export interface Undo {
  push(step: Undoable): void
  /** Takes back the newest step and says so. */
  undo(): void
}

const DEPTH = 100

/** What `u` takes back: changes of notes and of the filter, newest first. */
export function useUndo(): Undo {
  const texts = useTexts(timelineTexts)
  const toast = useToast()
  const steps = useRef<Undoable[]>([])
  const push = useCallback((step: Undoable) => {
    steps.current = [...steps.current.slice(1 - DEPTH), step]
  }, [])
  const undo = useCallback(() => {
    const step = steps.current.pop()
    if (step === undefined) {
      toast({ tone: 'info', text: texts.nothingToUndo })
      return
    }
    Promise.resolve(step.run()).then(
      () => toast({ tone: 'info', text: texts.undone(step.what) }),
      () => {
        steps.current.push(step)
        toast({ tone: 'error', text: texts.undoFailed })
      },
    )
  }, [texts, toast])
  return useMemo(() => ({ push, undo }), [push, undo])
}
