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
  /** Takes back this step, if it still stands. */
  take(step: Undoable): void
}

const DEPTH = 100

/** What `u` takes back: changes of notes, tags, marks and of the filter, newest first. */
export function useUndo(): Undo {
  const texts = useTexts(timelineTexts)
  const toast = useToast()
  const steps = useRef<Undoable[]>([])
  const push = useCallback((step: Undoable) => {
    steps.current = [...steps.current.slice(1 - DEPTH), step]
  }, [])
  const run = useCallback(
    (step: Undoable) => {
      // Called at once, so that the step is under way before anything else is.
      const back = async () => step.run()
      back().then(
        () => toast({ tone: 'info', text: texts.undone(step.what) }),
        () => {
          steps.current.push(step)
          toast({ tone: 'error', text: texts.undoFailed })
        },
      )
    },
    [texts, toast],
  )
  const undo = useCallback(() => {
    const step = steps.current.pop()
    if (step === undefined) toast({ tone: 'info', text: texts.nothingToUndo })
    else run(step)
  }, [texts, toast, run])
  const take = useCallback(
    (step: Undoable) => {
      if (!steps.current.includes(step)) return
      steps.current = steps.current.filter((other) => other !== step)
      run(step)
    },
    [run],
  )
  return useMemo(() => ({ push, undo, take }), [push, undo, take])
}
