import { type ReactNode, type RefObject, useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { shellTexts } from '../../shared/messages/shell.ts'
import { useTexts } from '../settings/settings.tsx'
import { IconButton } from './button.tsx'
import { trapTab } from './focus-trap.ts'

export interface DialogProps {
  readonly title: string
  readonly children: ReactNode
  /** Buttons at the bottom; the primary one last. */
  readonly actions?: ReactNode
  readonly width?: number
  onClose(): void
}

/** What the keys are given to when it opens. */
const FIRST = ['[data-autofocus]', 'input', 'select', 'textarea']
  .map((kind) => `${kind}:not(:disabled)`)
  .join()

/** A modal dialog: Esc closes, Tab stays inside, focus goes back to where it was. */
export function Dialog({ title, children, actions, width = 460, onClose }: DialogProps) {
  const texts = useTexts(shellTexts)
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  const body = useRef<HTMLDivElement>(null)
  const scrolls = useScrolls(body)
  const close = useRef(onClose)
  close.current = onClose

  useEffect(() => {
    const before = document.activeElement
    const first = box.current?.querySelector<HTMLElement>(FIRST)
    // What is longer than the window can be moved with the keys at once.
    const long = body.current !== null && overflows(body.current) ? body.current : null
    ;(first ?? long ?? box.current)?.focus()
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])

  return createPortal(
    <div className="ui-scrim">
      <div
        ref={box}
        role="dialog"
        aria-modal="true"
        aria-labelledby={id}
        tabIndex={-1}
        className="ui-dialog"
        style={{ width }}
        onKeyDown={(event) => {
          event.stopPropagation()
          if (event.key === 'Escape' && !event.nativeEvent.isComposing) close.current()
          else if (box.current !== null) trapTab(event, box.current)
        }}
      >
        <header className="ui-dialog-head">
          <h2 id={id}>{title}</h2>
          <IconButton icon="close" label={texts.close} onClick={onClose} />
        </header>
        {/* What scrolls must be reached by the keys. */}
        <div ref={body} className="ui-dialog-body" {...(scrolls ? { tabIndex: 0 } : {})}>
          {children}
        </div>
        {actions !== undefined && <footer className="ui-dialog-actions">{actions}</footer>}
      </div>
    </div>,
    document.body,
  )
}

const overflows = (element: HTMLElement): boolean => element.scrollHeight > element.clientHeight + 1

/** True while what stands in an element is longer than its room. */
function useScrolls(element: RefObject<HTMLElement | null>): boolean {
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
