import { useCallback, useState } from 'react'
import type { FocusWish } from '../inspector/inspector.tsx'
import { useKept } from '../ui/use-kept.ts'

/** Whether the inspector is there, and what in it is to have the focus. */
export interface InspectorPane {
  readonly shown: boolean
  readonly wish: FocusWish | null
  /** Opens it and asks for the focus of a part. */
  open(focus: FocusWish): void
  /** Opens it where it is. */
  bring(): void
  /** Where it lies over the list, brings it to the front. */
  raise(): void
  /** Puts it away where it lies over the list; false when it does not. */
  lower(): boolean
  /** Gives the focus back to the list. */
  leave(): void
  close(): void
  /** What was asked for has the focus, or is asked for no more. */
  granted(): void
}

/** `overlay`: there is no room beside the list. `focusList` gives the focus to the list. */
export function useInspectorPane(overlay: boolean, focusList: () => void): InspectorPane {
  const [wish, setWish] = useState<FocusWish | null>(null)
  const [wanted, setWanted] = useKept('inspector open', true)
  const [raised, setRaised] = useState(false)
  const bring = useCallback(() => {
    setWanted(true)
    setRaised(true)
  }, [setWanted])
  // What is asked for may not be there yet: a closed inspector, a row on its way. The wish waits for it.
  const open = useCallback(
    (focus: FocusWish) => {
      bring()
      setWish(focus)
    },
    [bring],
  )
  const granted = useCallback(() => setWish(null), [])
  const leave = () => {
    setRaised(false)
    focusList()
  }
  return {
    shown: overlay ? raised : wanted,
    wish,
    open,
    bring,
    raise: () => setRaised(true),
    lower() {
      if (!overlay || !raised) return false
      setRaised(false)
      return true
    },
    leave,
    close() {
      setWanted(false)
      leave()
    },
    granted,
  }
}
