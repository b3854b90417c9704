import { type RefObject, useLayoutEffect, useState } from 'react'

export interface Room {
  readonly width: number
  readonly height: number
}

/** The inner size of an element in CSS px, renewed when it changes; null before it is laid out. */
export function useRoom(box: RefObject<HTMLElement | null>): Room | null {
  const [room, setRoom] = useState<Room | null>(null)
  useLayoutEffect(() => {
    const element = box.current
    if (element === null) return
    const measure = () =>
      setRoom((now) => {
        const [width, height] = [element.clientWidth, element.clientHeight]
        return now?.width === width && now.height === height ? now : { width, height }
      })
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [box])
  return room
}
