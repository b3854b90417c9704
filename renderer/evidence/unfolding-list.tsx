import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { rowAfterKey } from '../timeline/list-keys.ts'

/**
 * A long list of which only what is seen is drawn. Each line unfolds: a click or Enter shows what is below it. One
 * line has the focus, arrows or j and k move it.
 */
export function UnfoldingList(props: {
  readonly label: string
  readonly count: number
  readonly lineHeight: number
  readonly region: string
  /** Called with the range that is seen. */
  need(first: number, last: number): void
  line(index: number): ReactNode
  details(index: number): ReactNode
  readonly lineClass?: (index: number) => string
}) {
  const { count, lineHeight, need } = props
  const box = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set())
  const [current, setCurrent] = useState(0)
  const lines = useVirtualizer({
    count,
    getScrollElement: () => box.current,
    estimateSize: () => lineHeight,
    overscan: 10,
    initialRect: { width: 800, height: 500 },
  })
  const items = lines.getVirtualItems()
  const first = items[0]?.index ?? 0
  const last = items.at(-1)?.index ?? 0
  useEffect(() => {
    if (count > 0) need(first, last)
  })
  const focusWanted = useRef(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: follows the current line
  useEffect(() => {
    if (!focusWanted.current) return
    lines.scrollToIndex(current)
    const line = () => box.current?.querySelector<HTMLElement>(`[data-line="${current}"]`)
    window.requestAnimationFrame(() => {
      line()?.focus({ preventScroll: true })
      focusWanted.current = false
    })
  }, [current])

  const toggle = (index: number) => {
    setOpen((now) => {
      const next = new Set(now)
      if (!next.delete(index)) next.add(index)
      return next
    })
  }
  const go = (to: number) => {
    focusWanted.current = true
    setCurrent(Math.min(Math.max(0, to), count - 1))
  }
  const isOpen = (index: number) => open.has(index)
  const page = Math.max(1, Math.floor((box.current?.clientHeight ?? 0) / lineHeight) - 1)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    // Keys inside of what is unfolded belong to it.
    if (!(event.target instanceof HTMLElement) || event.target.dataset['line'] === undefined) return
    const to = rowAfterKey(event.key, current, { top: current, page, count })
    if (to !== null) go(to)
    else if (event.key === 'ArrowRight' && !isOpen(current)) toggle(current)
    else if (event.key === 'ArrowLeft' && isOpen(current)) toggle(current)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys bubble here from the lines
    <div className="evd-list" ref={box} data-region={props.region} onKeyDown={onKeyDown}>
      <ul aria-label={props.label} style={{ height: lines.getTotalSize() }}>
        {items.map(({ index, start, key }) => {
          const unfolded = isOpen(index)
          return (
            <li
              key={key}
              ref={lines.measureElement}
              data-index={index}
              aria-setsize={count}
              aria-posinset={index + 1}
              className={props.lineClass?.(index)}
              style={{ transform: `translateY(${start}px)` }}
            >
              <button
                type="button"
                data-line={index}
                className="evd-line"
                style={{ minHeight: lineHeight }}
                aria-expanded={unfolded}
                tabIndex={index === Math.min(current, count - 1) ? 0 : -1}
                onFocus={() => setCurrent(index)}
                onClick={() => toggle(index)}
              >
                {props.line(index)}
              </button>
              {unfolded && <div className="evd-unfolded">{props.details(index)}</div>}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
