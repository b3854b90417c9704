import { type RefObject, useLayoutEffect, useRef } from 'react'
import { usePlace } from '../shell/place.tsx'

/** The search box, and how it gets the focus: by key or command, or because another screen asked for it. */
export function useSearchBox(): {
  readonly input: RefObject<HTMLInputElement | null>
  readonly focus: () => void
} {
  const input = useRef<HTMLInputElement>(null)
  const { searchWanted, searchFound } = usePlace()
  useLayoutEffect(() => {
    if (!searchWanted) return
    input.current?.focus()
    input.current?.select()
    searchFound()
  }, [searchWanted, searchFound])
  return {
    input,
    focus() {
      input.current?.focus()
      input.current?.select()
    },
  }
}
