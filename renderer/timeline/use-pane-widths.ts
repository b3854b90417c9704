import { type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { useKept } from '../ui/use-kept.ts'

export const RAIL = { min: 160, max: 320, start: 176 } as const
export const INSPECTOR = { min: 300, max: 640, start: 332 } as const
/** The list is never narrower; below it the inspector lies over the list. */
const LIST_MIN = 640

export interface PaneWidths {
  readonly box: RefObject<HTMLDivElement | null>
  readonly rail: number
  readonly inspector: number
  /** True when there is no room for the inspector beside the list. */
  readonly overlay: boolean
  setRail(width: number): void
  setInspector(width: number): void
}

/** Widths of the side panes, kept while the window lives, and whether all three fit beside each other. */
export function usePaneWidths(): PaneWidths {
  const box = useRef<HTMLDivElement>(null)
  const [rail, setRail] = useKept<number>('rail width', RAIL.start)
  const [inspector, setInspector] = useKept<number>('inspector width', INSPECTOR.start)
  const [room, setRoom] = useState(Number.POSITIVE_INFINITY)
  useLayoutEffect(() => {
    const element = box.current
    if (element === null) return
    const measure = () => setRoom(element.clientWidth || Number.POSITIVE_INFINITY)
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return { box, rail, inspector, overlay: room - rail - inspector < LIST_MIN, setRail, setInspector }
}
