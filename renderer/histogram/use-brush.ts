import { type PointerEvent, useRef, useState } from 'react'
import type { EpochSeconds } from '../../shared/domain/units.ts'
import { nextEdge, type Plot, spanOfBars } from './plot.ts'
import type { TimeSpan } from './shown-range.ts'

/** A press that moves less than this, in px, is a click. */
const STILL = 4

type Drag =
  | { readonly kind: 'span'; readonly x: number; readonly bar: number }
  | { readonly kind: 'edge'; readonly edge: 'from' | 'to' }

export interface Brush {
  /** The bar of the cursor. */
  readonly at: number
  /** What is being marked and not yet in force. */
  readonly pending: TimeSpan | null
  setAt(bar: number): void
  down(event: PointerEvent<HTMLElement>): void
  grab(event: PointerEvent<HTMLElement>, edge: 'from' | 'to'): void
  move(event: PointerEvent<HTMLElement>): void
  up(): void
  /** Moves the cursor; with `mark` it takes an end of the marked time along. */
  step(by: number, mark: boolean): void
  stepEdge(edge: 'from' | 'to', step: 1 | -1): void
  /** Puts what is marked in force; with nothing marked, the bar of the cursor. */
  apply(): void
  /** True when there was something to drop. */
  drop(): boolean
}

/** Marks a time over the bars, by mouse and by keys. It always begins and ends where bars do. */
export function useBrush(
  plot: Plot | null,
  selection: TimeSpan | null,
  onApply: (span: TimeSpan) => void,
): Brush {
  const [at, setAt] = useState(0)
  const [pending, setPending] = useState<TimeSpan | null>(null)
  const anchor = useRef<number | null>(null)
  const drag = useRef<Drag | null>(null)
  const bars = plot?.bars ?? []
  const current = Math.min(at, Math.max(0, bars.length - 1))
  const xOf = (event: PointerEvent<HTMLElement>) =>
    event.clientX - (event.currentTarget.closest('.hist-plot')?.getBoundingClientRect().left ?? 0)
  const withEdge = (edge: 'from' | 'to', to: EpochSeconds): TimeSpan | null => {
    const now = pending ?? selection
    if (now === null) return null
    const next = { ...now, [edge]: to }
    return next.from < next.to ? next : now
  }
  const settle = (span: TimeSpan | null) => {
    setPending(null)
    anchor.current = null
    if (span !== null) onApply(span)
  }
  return {
    at: current,
    pending,
    setAt: (bar) => setAt(bar),
    down(event) {
      if (plot === null || event.button !== 0) return
      const x = xOf(event)
      drag.current = { kind: 'span', x, bar: plot.barAt(x) }
      setAt(plot.barAt(x))
      anchor.current = null
      setPending(null)
      event.currentTarget.setPointerCapture?.(event.pointerId)
    },
    grab(event, edge) {
      drag.current = { kind: 'edge', edge }
      event.stopPropagation()
      event.currentTarget.setPointerCapture?.(event.pointerId)
    },
    move(event) {
      if (plot === null) return
      const x = xOf(event)
      const bar = plot.barAt(x)
      const moving = drag.current
      if (moving === null) setAt(bar)
      else if (moving.kind === 'edge') {
        const of = bars[bar]
        if (of === undefined) return
        const nearer = x - plot.x(of.start) < plot.x(of.end) - x ? of.start : of.end
        setPending(withEdge(moving.edge, nearer))
      } else if (Math.abs(x - moving.x) >= STILL || pending !== null) {
        setAt(bar)
        setPending(spanOfBars(bars, moving.bar, bar))
      }
    },
    up() {
      if (drag.current !== null && pending !== null) settle(pending)
      drag.current = null
    },
    step(by, mark) {
      const next = Math.min(Math.max(current + by, 0), bars.length - 1)
      setAt(next)
      if (!mark) {
        anchor.current = null
        setPending(null)
        return
      }
      anchor.current ??= current
      setPending(spanOfBars(bars, anchor.current, next))
    },
    stepEdge(edge, step) {
      const now = pending ?? selection
      if (now !== null) setPending(withEdge(edge, nextEdge(bars, now[edge], step)))
    },
    apply: () => settle(pending ?? spanOfBars(bars, current, current)),
    drop() {
      const had = pending !== null
      setPending(null)
      anchor.current = null
      drag.current = null
      return had
    },
  }
}
