import { useEffect, useRef } from 'react'

/**
 * Keys and what they do. A letter or sign is written as itself (`j`, `Y`, `/`), a named key as `KeyboardEvent.key`
 * in lower case (`escape`, `pagedown`, `f6`), two keys one after the other with a space (`g t`), and a command key
 * combination as `mod+p` (Ctrl, on a Mac also Cmd).
 */
export type Shortcuts = Readonly<Record<string, (event: KeyboardEvent) => void>>

/** True while keys belong to a field: text is being typed, or a list is being chosen from. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable) return true
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'range'].includes(target.type)
}

/**
 * Takes part in the keys of the whole window while `enabled`. Single letters never fire while typing or during
 * input of Japanese text, and no key behind an open dialog or menu. When two components want one key, the later one gets it.
 */
export function useShortcuts(shortcuts: Shortcuts, enabled = true): void {
  const latest = useRef(shortcuts)
  latest.current = shortcuts
  useEffect(() => {
    if (!enabled) return
    if (active.length === 0) window.addEventListener('keydown', onKey)
    active.push(latest)
    return () => {
      active.splice(active.indexOf(latest), 1)
      if (active.length === 0) window.removeEventListener('keydown', onKey)
    }
  }, [enabled])
}

// One listener for all components: the second key of a pair such as `g f` must not also fire a plain `f` elsewhere.
const active: { readonly current: Shortcuts }[] = []
/** The first key of a pair is forgotten after this time. */
const PAIR_MS = 1200
let first = ''
let firstAt = 0

function onKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || event.key === 'Process') return
  const name = nameOf(event)
  if (name === null) return
  if (behindDialog() || (!name.startsWith('mod+') && isTyping(innermost(event)))) return
  const pair = first !== '' && event.timeStamp - firstAt < PAIR_MS ? wanted(`${first} ${name}`) : undefined
  first = pair === undefined ? name : ''
  firstAt = event.timeStamp
  const run = pair ?? wanted(name)
  if (run === undefined) return
  event.preventDefault()
  run(event)
}

/** What was typed into, also inside a shadow tree, whose host is the target that others see. */
function innermost(event: KeyboardEvent): EventTarget | null {
  return event.composedPath()[0] ?? event.target
}

function wanted(name: string): Shortcuts[string] | undefined {
  return active.findLast(({ current }) => Object.hasOwn(current, name))?.current[name]
}

function nameOf(event: KeyboardEvent): string | null {
  if (event.altKey) return null
  if (event.ctrlKey || event.metaKey) return `mod+${event.key.toLowerCase()}`
  return event.key.length > 1 ? event.key.toLowerCase() : event.key
}

/** True while a dialog or a menu has the keys to itself. */
export function behindDialog(): boolean {
  return document.querySelector('[aria-modal="true"], [role="menu"]') !== null
}
