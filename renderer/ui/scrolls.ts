import { type RefObject, useLayoutEffect, useState } from 'react'

/** Whether what stands in an element is longer than its room. */
export const overflows = (element: HTMLElement): boolean => element.scrollHeight > element.clientHeight + 1

/** True while what stands in an element is longer than its room. */
export function useScrolls(element: RefObject<HTMLElement | null>): boolean {
  const [scrolls, setScrolls] = useState(false)
  useLayoutEffect(() => {
    const { current } = element
    if (current === null) return undefined
    const look = () => setScrolls(overflows(current))
    const watch = new ResizeObserver(look)
    watch.observe(current)
    for (const child of current.children) watch.observe(child)
    look()
    return () => watch.disconnect()
  }, [element])
  return scrolls
}
