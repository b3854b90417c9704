import { type Dispatch, type SetStateAction, useEffect, useState } from 'react'

// Lives as long as the window: what was selected and how wide the panes are survives a visit to another screen.
const kept = new Map<string, unknown>()

/** `useState` whose value is found again when the component comes back. `key` names the value in the whole window. */
export function useKept<T>(key: string, initial: T): [T, Dispatch<SetStateAction<T>>] {
  const [value, setValue] = useState<T>(() => (kept.has(key) ? (kept.get(key) as T) : initial))
  useEffect(() => {
    kept.set(key, value)
  }, [key, value])
  return [value, setValue]
}
