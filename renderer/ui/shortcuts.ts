import { useEffect, useRef } from 'react'

/**
 * Keys and what they do. A letter or sign is written as itself (`j`, `Y`, `/`), a named key as `KeyboardEvent.key`
 * in lower case (`escape`, `pagedown`, `f6`), two keys one after
 * the other with a space (`g t`), and a command key combination as `mod+p` (Ctrl, on a Mac also Cmd).
 */
export type Shortcuts = Readonly<Record<string, (event: KeyboardEvent) => void>>

/** True while keys belong to a field: text is being typed, or a list is being chosen from. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable) return true
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'range'].includes(target.type)
}

/** The first key of a pair is forgotten after this time. */
const PAIR_MS = 1200

/**
 * Listens to keys on the whole window while `enabled`. Single letters never fire while typing, during input of
 * Japanese text, or behind an open dialog or menu.
 */
export function useShortcuts(shortcuts: Shortcuts, enabled = true): void {
  const latest = useRef(shortcuts)
  latest.current = shortcuts
  useEffect(() => {
    if (!enabled) return
    let first = ''
    let at = 0
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.key === 'Process') return
      const name = nameOf(event)
      if (name === null) return
      if (!name.startsWith('mod+') && (isTyping(event.target) || behindDialog())) return
      const now = event.timeStamp
      const pair = first !== '' && now - at < PAIR_MS ? latest.current[`${first} ${name}`] : undefined
      const run = pair ?? latest.current[name]
      first = pair === undefined ? name : ''
      at = now
      if (run === undefined) return
      event.preventDefault()
      run(event)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [enabled])
}

function nameOf(event: KeyboardEvent): string | null {
  if (event.altKey) return null
  if (event.ctrlKey || event.metaKey) return `mod+${event.key.toLowerCase()}`
  return event.key.length > 1 ? event.key.toLowerCase() : event.key
}

function behindDialog(): boolean {
  return document.querySelector('[aria-modal="true"], [role="menu"]') !== null
}
