import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef } from 'react'
import { overflows } from './scrolls.ts'

/** What the keys are given to when it opens. */
const FIRST = ['[data-autofocus]', 'input', 'select', 'textarea']
  .map((kind) => `${kind}:not(:disabled)`)
  .join()

/** Gives the keys to a dialog when it opens, and back to where they were when it closes. */
export function useDialogFocus(
  box: RefObject<HTMLElement | null>,
  body: RefObject<HTMLElement | null>,
): void {
  const before = useRef<Element | null>(null)
  const takeFocus = useCallback(() => {
    before.current = document.activeElement
    const first = box.current?.querySelector<HTMLElement>(FIRST)
    // What is longer than the window can be moved with the keys at once.
    const long = body.current !== null && overflows(body.current) ? body.current : null
    ;(first ?? long ?? box.current)?.focus()
  }, [box, body])

  // Before it is seen: a key that comes right after the dialog is meant for it.
  useLayoutEffect(takeFocus, [takeFocus])
  useEffect(() => {
    // What closed in the same moment, such as the list of commands, has given the focus back to where it was.
    if (box.current?.contains(document.activeElement) === false) takeFocus()
    return () => {
      const { current } = before
      if (current instanceof HTMLElement && current.isConnected) current.focus()
    }
  }, [box, takeFocus])
}
