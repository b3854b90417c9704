import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { Icon, type IconName } from './icon.tsx'
import { Keys } from './keys.tsx'

export interface MenuItem {
  readonly id: string
  readonly label: string
  readonly icon?: IconName
  readonly keys?: readonly string[]
  readonly disabled?: boolean
  /** A line above this item. */
  readonly separated?: boolean
  choose(): void
}

export interface MenuProps {
  /** What the button shows. */
  readonly button: ReactNode
  readonly label: string
  readonly items: readonly MenuItem[]
  readonly align?: 'start' | 'end'
  readonly buttonClass?: string
}

/** A button with a list of things to do. Arrows move, Enter chooses, Esc closes and returns the focus. */
export function Menu({ button, label, items, align = 'start', buttonClass = 'ui-menu-button' }: MenuProps) {
  const [open, setOpen] = useState(false)
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  const opener = useRef<HTMLButtonElement>(null)
  useOutsideClose(open, box, () => setOpen(false))

  useEffect(() => {
    if (open) entries(box.current)[0]?.focus()
  }, [open])

  const close = () => {
    setOpen(false)
    opener.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!open) {
      if (event.key !== 'ArrowDown') return
      setOpen(true)
    } else if (event.key === 'Escape' || event.key === 'Tab') close()
    else if (!moveFocus(event.key, entries(box.current))) return
    event.stopPropagation()
    if (event.key !== 'Tab') event.preventDefault()
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys bubble here from the button and the items
    <div className="ui-menu" ref={box} onKeyDown={onKeyDown}>
      <button
        ref={opener}
        type="button"
        className={buttonClass}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        aria-label={label}
        onClick={() => setOpen(!open)}
      >
        {button}
      </button>
      {open && (
        <div id={id} role="menu" aria-label={label} className={`ui-menu-list ui-menu-${align}`}>
          {items.map((item) => (
            <button
              key={item.id}
              type="button"
              role="menuitem"
              tabIndex={-1}
              disabled={item.disabled}
              className={item.separated === true ? 'ui-menu-separated' : undefined}
              onClick={() => {
                close()
                item.choose()
              }}
            >
              {item.icon !== undefined && <Icon name={item.icon} />}
              <span>{item.label}</span>
              {item.keys !== undefined && <Keys keys={item.keys} />}
            </button>
          ))}
        </div>
      )}
    </div>
  )
}

/** A button that opens a small panel with controls in it. */
export function Popover(props: {
  readonly button: ReactNode
  readonly label: string
  readonly buttonClass?: string
  /** Controls, or a function that is given the way to close the panel. */
  readonly children: ReactNode | ((close: () => void) => ReactNode)
}) {
  const [open, setOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const opener = useRef<HTMLButtonElement>(null)
  useOutsideClose(open, box, () => setOpen(false))
  const close = () => {
    setOpen(false)
    opener.current?.focus()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc bubbles here from the controls
    <div
      className="ui-menu"
      ref={box}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return
        event.stopPropagation()
        close()
      }}
    >
      <button
        ref={opener}
        type="button"
        title={props.label}
        className={props.buttonClass ?? 'ui-icon-button'}
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-label={props.label}
        onClick={() => setOpen(!open)}
      >
        {props.button}
      </button>
      {open && (
        <div role="dialog" aria-label={props.label} className="ui-menu-list ui-menu-end ui-popover">
          {typeof props.children === 'function' ? props.children(close) : props.children}
        </div>
      )}
    </div>
  )
}

function entries(box: HTMLElement | null): HTMLElement[] {
  return [...(box?.querySelectorAll<HTMLElement>('[role=menuitem]:not([disabled])') ?? [])]
}

function moveFocus(key: string, stops: readonly HTMLElement[]): boolean {
  const active = document.activeElement
  const at = active instanceof HTMLElement ? stops.indexOf(active) : -1
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[key]
  if (next === undefined) return false
  stops.at(next % stops.length)?.focus()
  return true
}

function useOutsideClose(
  open: boolean,
  box: { readonly current: HTMLElement | null },
  close: () => void,
): void {
  const latest = useRef(close)
  latest.current = close
  useEffect(() => {
    if (!open) return
    const onDown = (event: PointerEvent) => {
      if (event.target instanceof Node && box.current?.contains(event.target) === false) latest.current()
    }
    document.addEventListener('pointerdown', onDown)
    return () => document.removeEventListener('pointerdown', onDown)
  }, [open, box])
}
