import { useEffect, useRef } from 'react'

/** Whether keys go nowhere: what had the focus is gone, or cannot be used. */
export function focusIsLost(): boolean {
  const { activeElement } = document
  return activeElement === null || activeElement === document.body || activeElement.matches(':disabled')
}

/**
 * Gives the focus back to an element that may be disabled for a while longer: at once where it can be used,
 * otherwise when `ready` comes, unless the user has put the focus elsewhere by then.
 */
export function useFocusBack(find: () => HTMLElement | null, ready: boolean): () => void {
  const owed = useRef(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what `find` finds is asked for when `ready` comes
  useEffect(() => {
    if (!ready || !owed.current) return
    owed.current = false
    if (focusIsLost()) find()?.focus()
  }, [ready])
  return () => {
    const element = find()
    owed.current = element?.matches(':disabled') ?? false
    element?.focus()
  }
}
