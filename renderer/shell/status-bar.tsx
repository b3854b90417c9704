import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'
import { createPortal } from 'react-dom'
import { shellTexts } from '../../shared/messages/shell.ts'
import { useTexts } from '../settings/settings.tsx'
import { Icon } from '../ui/icon.tsx'
import { KeyHint } from '../ui/keys.tsx'
import { FilesLink } from './files-link.tsx'

interface Slots {
  readonly line: HTMLElement | null
  readonly keys: HTMLElement | null
}

const SlotsContext = createContext<Slots>({ line: null, keys: null })

/** Puts words about the screen into the status bar, beside "Evidence is read-only". */
export function StatusLine(props: { readonly children: ReactNode }) {
  const { line } = useContext(SlotsContext)
  return line === null ? null : createPortal(props.children, line)
}

/** Puts `KeyHint`s of the screen into the right side of the status bar. */
export function StatusKeys(props: { readonly children: ReactNode }) {
  const { keys } = useContext(SlotsContext)
  return keys === null ? null : createPortal(props.children, keys)
}

/** The bar itself, below `children`, which fill it through `StatusLine` and `StatusKeys`. */
export function StatusFrame(props: { readonly children: ReactNode }) {
  const texts = useTexts(shellTexts)
  const [line, setLine] = useState<HTMLElement | null>(null)
  const [keys, setKeys] = useState<HTMLElement | null>(null)
  const slots = useMemo(() => ({ line, keys }), [line, keys])
  return (
    <SlotsContext value={slots}>
      {props.children}
      <footer className="shell-status">
        <span>
          <Icon name="lock" size={12} />
          {texts.readOnly}
        </span>
        <FilesLink />
        <span ref={setLine} className="shell-status-line" />
        <span ref={setKeys} className="shell-status-keys" />
        <KeyHint keys={['?']}>{texts.allKeys}</KeyHint>
      </footer>
    </SlotsContext>
  )
}
