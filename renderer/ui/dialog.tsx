import { type ReactNode, useId, useRef } from 'react'
import { createPortal } from 'react-dom'
import { shellTexts } from '../../shared/messages/shell.ts'
import { useTexts } from '../settings/settings.tsx'
import { IconButton } from './button.tsx'
import { useDialogFocus } from './dialog-focus.ts'
import { trapTab } from './focus-trap.ts'
import { useScrolls } from './scrolls.ts'

export interface DialogProps {
  readonly title: string
  readonly children: ReactNode
  /** Buttons at the bottom; the primary one last. */
  readonly actions?: ReactNode
  readonly width?: number
  onClose(): void
}

/** A modal dialog: Esc closes, Tab stays inside, focus goes back to where it was. */
export function Dialog({ title, children, actions, width = 460, onClose }: DialogProps) {
  const texts = useTexts(shellTexts)
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  const body = useRef<HTMLDivElement>(null)
  const scrolls = useScrolls(body)
  const close = useRef(onClose)
  close.current = onClose

  useDialogFocus(box, body)

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
