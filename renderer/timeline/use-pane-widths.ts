import { type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { useKept } from '../ui/use-kept.ts'

export const RAIL = { min: 160, max: 320, start: 176 } as const
export const INSPECTOR = { min: 300, max: 640, start: 332 } as const
/** The list is never narrower; below it the inspector lies over the list. */
const LIST_MIN = 640
/** In a narrower window the filters are folded until they are asked for. */
const RAIL_NEEDS = 1100

export interface PaneWidths {
  readonly box: RefObject<HTMLDivElement | null>
  readonly rail: number
  readonly railFolded: boolean
  readonly inspector: number
  /** True when there is no room for the inspector beside the list. */
  readonly overlay: boolean
  setRail(width: number): void
  foldRail(folded: boolean): void
  setInspector(width: number): void
}

/** Widths of the side panes, kept while the window lives, and whether all three fit beside each other. */
export function usePaneWidths(): PaneWidths {
  const box = useRef<HTMLDivElement>(null)
  const [rail, setRail] = useKept<number>('rail width', RAIL.start)
  const [folded, foldRail] = useKept<boolean | null>('rail folded', null)
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
  const railFolded = folded ?? room < RAIL_NEEDS
  const beside = inspector + (railFolded ? 0 : rail)
  return {
    box,
    rail,
    railFolded,
    inspector,
    overlay: room - beside < LIST_MIN,
    setRail,
    foldRail,
    setInspector,
  }
}
