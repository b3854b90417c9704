import { type KeyboardEvent, type PointerEvent, useRef } from 'react'

const STEP = 16

/** The edge of a pane that can be dragged, or moved with the arrow keys. `side` is the side of the pane it lies on. */
export function ResizeHandle(props: {
  readonly label: string
  readonly width: number
  readonly min: number
  readonly max: number
  readonly side: 'left' | 'right'
  onChange(width: number): void
}) {
  const start = useRef<{ readonly x: number; readonly width: number } | null>(null)
  const grow = props.side === 'right' ? 1 : -1
  const set = (width: number) => props.onChange(Math.round(Math.min(Math.max(width, props.min), props.max)))

  const onPointerMove = (event: PointerEvent) => {
    if (start.current !== null) set(start.current.width + grow * (event.clientX - start.current.x))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const to = {
      ArrowRight: props.width + grow * STEP,
      ArrowLeft: props.width - grow * STEP,
      Home: props.min,
      End: props.max,
    }[event.key]
    if (to === undefined) return
    event.preventDefault()
    event.stopPropagation()
    set(to)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: <hr> cannot be dragged or focused
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={props.label}
      aria-valuenow={props.width}
      aria-valuemin={props.min}
      aria-valuemax={props.max}
      tabIndex={0}
      className={`insp-resize insp-resize-${props.side}`}
      onPointerDown={(event) => {
        start.current = { x: event.clientX, width: props.width }
        event.currentTarget.setPointerCapture(event.pointerId)
      }}
      onPointerMove={onPointerMove}
      onPointerUp={() => {
        start.current = null
      }}
      onLostPointerCapture={() => {
        start.current = null
      }}
      onKeyDown={onKeyDown}
    />
  )
}
